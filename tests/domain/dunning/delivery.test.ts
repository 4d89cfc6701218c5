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
