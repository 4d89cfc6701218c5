import type { Channel, ContactPoint } from "#domain/contactpoints/contactpoint";
import { addressFor } from "#domain/contactpoints/contactpoint";
import { isWrittenLike } from "#domain/contactpoints/spelling";
import { decide } from "#domain/dunning/decide";
import type { Step } from "#domain/strategies/strategy";
import { day, factsOf, itemOf, policyOf, stepOf, strategyOf } from "../../builders/facts";

/** By which channel and address a reminder goes. */
const at = (address: string, channel: Channel, parts: Partial<ContactPoint> = {}): ContactPoint => ({ address, channel, purpose: "main", primary: true, bounced: false, invalid: false, ...parts });
const mail = at("pay@buyer.example", "email");

function sent(contactPoints: readonly ContactPoint[], preferredChannel: Channel | null, step: Partial<Step> = {}) {
  const policy = policyOf({ ...strategyOf(3), steps: [stepOf(1, 3, step)] });
  const [message] = decide(factsOf([itemOf("A")], { contactPoints, debtor: { preferredChannel } }), policy, day("2026-03-05")).actions;
  return message?.kind === "planCommunication" ? { channel: message.channel, address: message.address, wanted: message.fallback?.wanted ?? null } : null;
}

test("H-15: a debtor who prefers SMS but has no mobile gets an e-mail, and the fallback is kept with the message", () => {
  expect(sent([mail], "sms")).toEqual({ channel: "email", address: "pay@buyer.example", wanted: "sms" });
  expect(sent([mail, at("+36201234567", "sms")], "sms")).toEqual({ channel: "sms", address: "+36201234567", wanted: null });
});

test.each<[string, Partial<Step>]>([["a legal notice", { purpose: "statutory", channel: "letter" }], ["a call", { channel: "phone" }]])("the preference does not change %s", (_, step) => {
  const all = [mail, at("1 Main St", "letter"), at("+3612345678", "phone"), at("+36201234567", "sms")];
  expect(sent(all, "sms", step)?.channel).toBe(step.channel);
});

test("T-25: when the primary address for dunning bounces, the secondary is used next", () => {
  const points = (bounced: boolean) => [at("first@b.example", "email", { purpose: "dunning", bounced }), at("second@b.example", "email", { purpose: "dunning", primary: false }), mail];
  expect([false, true].map((bounced) => addressFor(points(bounced), "email"))).toEqual(["first@b.example", "second@b.example"]);
});

test("A-39: several recipients are one message, each once; the dunning contact goes before billing, billing before main", () => {
  const billing = [at("a@b.example", "email", { purpose: "billing" }), at("A@B.example ", "email", { purpose: "billing" }), at("c@b.example", "email", { purpose: "billing" })];
  expect(addressFor([mail, ...billing], "email")?.toLowerCase().split("; ")).toEqual(["a@b.example", "c@b.example"]);
  expect(addressFor([mail, ...billing, at("d@b.example", "email", { purpose: "dunning" })], "email")).toBe("d@b.example");
});

test("T-24: an invalid address is never used, nor a second spelling of one that bounced", () => {
  expect(addressFor([at("pay@", "email", { invalid: true }), mail], "email")).toBe(mail.address);
  expect(addressFor([{ ...mail, bounced: true }, at("PAY@buyer.example", "email")], "email")).toBeNull();
});

test.each<[string, Channel, boolean]>([
  ["pay@buyer.example", "email", true], ["pay@buyer", "email", false], ["pay buyer@x.example", "email", false], ["@x.example", "pec", false], ["+36 20 123-4567", "sms", true],
  ["pay@buyer.example\u200b", "email", false], ["pay\u200d@buyer.example", "pec", false], ["\ufeff+36201234567", "sms", false], ["1 Main\u200b St", "letter", true], ["12", "phone", false], ["call me", "fax", false], ["1 Main St", "letter", true], ["  ", "letter", false],
])("T-24: %s as an address for %s: %s", (address, channel, valid) => { expect(isWrittenLike(address, channel)).toBe(valid); });

describe("what a credit class, a payment type or a variant wants", () => {
  const all = [mail, at("1 Main St", "letter"), at("+36201234567", "sms"), at("pec@b.example", "pec"), at("x:1", "other")];
  type Source = "creditClass" | "paymentType" | "variant";
  /** The decision about one item, where a row of the policy wants a channel. */
  function decided(source: Source, channel: Channel, step: Partial<Step>) {
    const wishes = { name: source, dunnable: true, graceDays: 0 };
    const variants = source === "variant" ? [{ name: source, context: "newOrder" as const, days: null, skip: false, templateId: null, channel }] : [];
    const policy = policyOf({ ...strategyOf(3), steps: [stepOf(1, 3, { ...step, variants })] }, {
      creditClasses: new Map([["class", { ...wishes, strategyId: null, channel: source === "creditClass" ? channel : null }]]),
      paymentTypes: new Map([["type", { ...wishes, channel: source === "paymentType" ? channel : null }]]),
    });
    const facts = factsOf([itemOf("A", { paymentTypeId: "type" })], { contactPoints: all, debtor: { creditClassId: "class", lastOrderOn: day("2026-03-05") } });
    const { actions, faults } = decide(facts, policy, day("2026-03-05"));
    return { channels: actions.flatMap((action) => (action.kind === "planCommunication" ? [action.channel] : [])), faults };
  }
  const sources = ["creditClass", "paymentType", "variant"] as const;
  const tables = { creditClass: "duly_creditclass", paymentType: "duly_paymenttype", variant: "duly_stepvariant" };

  test.each(sources)("T-20: a further channel that no step names is an error of table, row and column, for no flow could send it: %s", (source) => {
    const { channels, faults } = decided(source, "other", {});
    expect(channels).toEqual([]);
    expect(faults).toEqual([{ code: "DULY-STRATEGY-012", parameters: { table: tables[source], row: source, strategy: "Standard", sequence: 1 } }]);
    expect(decided(source, "other", { channel: "other", customChannelId: "whatsapp" })).toEqual({ channels: ["other"], faults: [] });
  });

  test.each(["creditClass", "paymentType"] as const)("a legal notice does not go by SMS because the %s wants one, but by PEC", (source) => {
    for (const legal of [{ purpose: "statutory" }, { legal: true }] as const) {
      expect(decided(source, "sms", { ...legal, channel: "letter" }).channels).toEqual(["letter"]);
      expect(decided(source, "pec", { ...legal, channel: "letter" }).channels).toEqual(["pec"]);
    }
    expect(decided(source, "sms", { channel: "letter" }).channels).toEqual(["sms"]);
  });
});
