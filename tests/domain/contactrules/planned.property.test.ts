import fc from "fast-check";
import { addDays, weekday } from "#domain/calendar/arithmetic";
import { weekendsOnly, type Calendar } from "#domain/calendar/business";
import type { Day } from "#domain/calendar/day";
import { instantOf, localOf } from "#domain/calendar/zones";
import { checkContact } from "#domain/contactrules/check";
import type { ContactRule } from "#domain/contactrules/contactrule";
import { underCap, type Contacted } from "#domain/contactrules/frequency";
import type { OptOut } from "#domain/contactrules/optout";
import { contactOf } from "#domain/dunning/capped";
import { decide } from "#domain/dunning/decide";
import { carriedOut } from "#domain/dunning/forecast";
import { permissions } from "#domain/dunning/permission";
import { contactRuleOf, contactedOn, optOutOf, zone } from "../../builders/contacts";
import { day, factsOf, huf, itemOf, policyOf, stepOf, strategyOf } from "../../builders/facts";
import { money } from "#domain/money/money";

const start = day("2026-03-02");
const near = (low: number, high: number) => fc.integer({ min: low, max: high }).map((days) => addDays(start, days));
const anyChannel = fc.constantFrom("email", "sms", "letter", "phone");
const anyPurpose = fc.constantFrom("courtesy", "dunning", "statutory");
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });

const anyRule: fc.Arbitrary<ContactRule> = fc.record({
  kind: fc.constantFrom("window", "cap", "pause", "forbid", "require"), pack: fc.constantFrom("", "law"), channel: orNull(anyChannel), purpose: orNull(anyPurpose), most: fc.integer({ min: 1, max: 3 }),
  perDays: fc.integer({ min: 1, max: 10 }), weekdays: orNull(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 })), from: fc.integer({ min: 0, max: 1000 }), length: fc.integer({ min: 30, max: 400 }),
  validFrom: near(-10, 5), validTo: orNull(near(0, 15)),
}).map(({ kind, channel, weekdays, from, length, ...rest }) => contactRuleOf(kind as "window", {
  ...rest, code: `${kind}${from}${rest.most}`, channel: (kind === "require" ? channel ?? "email" : channel) as "email", purpose: rest.purpose as "dunning" | null, hours: { weekdays, from, to: from + length },
}));

const anyCase = fc.record({
  rules: fc.array(anyRule, { maxLength: 4 }), asOf: near(0, 12), channel: anyChannel, purpose: anyPurpose,
  items: fc.array(fc.record({ dueOn: near(-20, 5), euro: fc.boolean() }), { minLength: 1, maxLength: 5 }),
  optOuts: fc.array(fc.record({ channel: orNull(anyChannel), purpose: orNull(anyPurpose), startsOn: near(-5, 5), endsOn: orNull(near(0, 15)) }), { maxLength: 2 }),
  contacts: fc.array(fc.record({ on: near(-12, -1), channel: anyChannel, conversation: fc.boolean(), times: fc.integer({ min: 1, max: 3 }) }), { maxLength: 4 }),
}).map(({ rules, asOf, channel, purpose, items, optOuts, contacts }) => {
  const step = (sequence: number, offset: number) => stepOf(sequence, offset, { channel: channel as "email", purpose: purpose as "dunning" });
  const policy = policyOf({ ...strategyOf(3), steps: [step(1, 3), step(2, 10)] }, { contactRules: rules });
  const points = (["email", "sms", "letter", "phone"] as const).map((by) => ({ address: by, channel: by, purpose: "main" as const, primary: true, bounced: false, invalid: false }));
  const facts = factsOf(items.map(({ dueOn, euro }, index) => itemOf(`i${index}`, { dueOn, ...(euro ? {} : { amount: money(50_000n, huf), openAmount: money(50_000n, huf) }) })), {
    debtor: { zone: zone("Europe/Budapest") }, contactPoints: points, optOuts: optOuts.map((one) => optOutOf(one as Parameters<typeof optOutOf>[0])), contacts: contacts.map((one) => contactedOn(one.on, { ...one, channel: one.channel as "email" })),
  });
  return { facts, policy, asOf };
});

test("no contact outside the rules: every message that is planned is allowed at its moment, beside those planned before it", () => {
  let planned = 0;
  fc.assert(fc.property(anyCase, ({ facts, policy, asOf }) => {
    let contacts = facts.contacts;
    for (const action of decide(facts, policy, asOf).actions) {
      if (action.kind !== "planCommunication") continue;
      planned += 1;
      const { recipient } = permissions({ facts: { ...facts, contacts }, policy, calendar: policy.calendar, asOf });
      const at = action.scheduledFor ?? instantOf({ day: asOf, minute: 0 }, recipient.zone);
      const contact = { channel: action.channel, customChannelId: null, purpose: action.step.purpose };
      expect(checkContact({ contact, at, byPerson: false }, recipient, policy.contactRules).verdict).toBe("allow");
      contacts = [...contacts, contactOf(action, { asOf })];
    }
  }), { numRuns: 1_500 });
  expect(planned).toBeGreaterThan(100);
});

test("a cap is kept: no period holds too many contacts that lie around an allowed day, and the day is the first such one", () => {
  const anyDays = fc.array(near(-15, 15), { maxLength: 12 });
  fc.assert(fc.property(anyDays, near(-3, 3), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 9 }), (days, asOf, most, perDays) => {
    const fits = (on: Day): boolean => Array.from({ length: perDays }, (_, back) => addDays(on, -back)).every((first) => days.filter((one) => one >= first && one < addDays(first, perDays)).length < most);
    const found = underCap(contactRuleOf("cap", { most, perDays }), days.map((on) => contactedOn(on)), asOf);
    const expected = Array.from({ length: 60 }, (_, ahead) => addDays(asOf, ahead)).find(fits);
    expect(found).toBe(expected);
  }), { numRuns: 2_000 });
});

test("with contact rules too, a decision that was carried out leaves nothing to do on the same day", () => {
  fc.assert(fc.property(anyCase, ({ facts, policy, asOf }) => {
    expect(decide(carriedOut(facts, decide(facts, policy, asOf), asOf), policy, asOf).actions).toEqual([]);
  }), { numRuns: 1_500 });
});

test("what is put off or denied is not looked at again before the day on which that can change", () => {
  fc.assert(fc.property(anyCase, ({ facts, policy, asOf }) => {
    const decision = decide(facts, policy, asOf);
    const after = carriedOut(facts, decision, asOf);
    for (let days = 1; days < 20; days += 1) {
      const later = addDays(asOf, days);
      if (decision.nextActionOn !== null && later >= decision.nextActionOn) break;
      expect(decide(after, policy, later).actions.filter(({ kind }) => kind === "planCommunication")).toEqual([]);
    }
  }), { numRuns: 600 });
});

test("4 March: no e-mail until the 4th, letters only from the 6th: it is looked at again on the 5th, and the e-mail goes", () => {
  const policy = policyOf({ ...strategyOf(3), steps: [stepOf(1, 0)] }, { contactRules: [contactRuleOf("window", { channel: "letter", validFrom: day("2026-03-06") }), contactRuleOf("window", { code: "never", channel: "letter", pack: "law", hours: { weekdays: [5], from: 0, to: 60 }, validTo: day("2026-03-20") })] });
  const points = (["email", "letter"] as const).map((by) => ({ address: by, channel: by, purpose: "main" as const, primary: true, bounced: false, invalid: false }));
  const facts = factsOf([itemOf("A", { dueOn: day("2026-03-02") })], { contactPoints: points, optOuts: [optOutOf({ channel: "email", endsOn: day("2026-03-04") })] });
  const decision = decide(facts, policy, day("2026-03-04"));
  expect([decision.reasons[0]?.code, decision.nextActionOn]).toEqual(["contactDeferred", "2026-03-05"]);
  const next = decide(carriedOut(facts, decision, day("2026-03-04")), policy, day("2026-03-05"));
  expect(next.actions.flatMap((action) => (action.kind === "planCommunication" ? [action.channel] : []))).toEqual(["email"]);
});

describe("hours that lie on free days alone", () => {
  const onDays = (weekdays: readonly number[], calendar: Calendar = weekendsOnly, more: readonly ContactRule[] = []) => decide(factsOf([itemOf("A", { dueOn: day("2026-03-02") })]),
    policyOf({ ...strategyOf(3), steps: [stepOf(1, 3)] }, { calendar, contactRules: [contactRuleOf("window", { hours: { weekdays, from: 600, to: 601 } }), ...more] }), day("2026-03-05"));
  const codesOf = (decision: ReturnType<typeof decide>) => [decision.reasons[0]?.code, decision.faults.map(({ code }) => code)];
  test.each([[[6]], [[0, 6]]])("%j: would put the contact off for ever, so they are an error that names the rule", (weekdays) => {
    const decision = onDays(weekdays);
    expect(codesOf(decision)).toEqual(["error", ["DULY-CONTACT-022"]]);
    expect(decision.faults[0]?.parameters).toEqual({ rule: "the window rule" });
  });
  test("nor together with hours of another pack that leave the free day alone", () => {
    expect(codesOf(onDays([1, 6], weekendsOnly, [contactRuleOf("window", { code: "law", pack: "law", hours: { weekdays: [2, 6], from: 0, to: 1440 } })]))).toEqual(["error", ["DULY-CONTACT-022"]]);
  });
  test.each<[string, readonly number[], Calendar]>([
    ["a working day besides", [1, 6], weekendsOnly], ["a Saturday that is worked", [6], { ...weekendsOnly, worked: new Set([day("2026-03-14")]) }], ["a calendar that works on Saturdays", [6], { ...weekendsOnly, weekend: [0] }],
  ])("with %s the contact is only put off", (_what, weekdays, calendar) => {
    expect(codesOf(onDays(weekdays, calendar))).toEqual(["contactDeferred", []]);
  });
});

/** The rules once more, told plainly: what of them a contact at a moment breaks. */
function broken(contact: { readonly channel: string; readonly purpose: string; readonly on: Day; readonly minute: number }, before: readonly Contacted[], { rules, optOuts }: { readonly rules: readonly ContactRule[]; readonly optOuts: readonly OptOut[] }): readonly string[] {
  const { channel, purpose, on, minute } = contact;
  const lasts = (from: Day, to: Day | null) => from <= on && (to === null || on <= to);
  const speaks = (rule: ContactRule) => lasts(rule.validFrom, rule.validTo) && (rule.purpose ?? purpose) === purpose && (rule.kind === "require" || (rule.channel ?? channel) === channel);
  const of = (kind: ContactRule["kind"]) => rules.filter((rule) => rule.kind === kind && speaks(rule));
  const open = ({ hours: { weekdays, from, to } }: ContactRule) => (weekdays ?? [1, 2, 3, 4, 5]).includes(weekday(on)) && from <= minute && minute < to;
  const counted = (rule: ContactRule) => before.filter((one) => (rule.channel ?? one.channel) === one.channel && (rule.purpose ?? one.purpose) === one.purpose && one.on > addDays(on, -rule.perDays)).reduce((sum, { times }) => sum + times, 0);
  const packs = (kind: ContactRule["kind"]) => ["", "law"].map((pack) => of(kind).filter((rule) => rule.pack === pack)).filter(({ length }) => length > 0);
  return [
    ...optOuts.filter((wish) => lasts(wish.startsOn, wish.endsOn) && (wish.channel === null ? channel !== "letter" : wish.channel === channel) && (wish.purpose === null ? purpose !== "statutory" : wish.purpose === purpose)).map(({ name }) => name),
    ...of("forbid").map(({ code }) => code), ...of("cap").filter((rule) => counted(rule) >= rule.most).map(({ code }) => code),
    ...of("pause").filter((rule) => before.some((one) => one.conversation && one.on <= on && one.on > addDays(on, -rule.perDays))).map(({ code }) => code),
    ...packs("window").filter((pack) => !pack.some(open)).map(([first]) => first?.code ?? ""), ...packs("require").filter((pack) => !pack.some((rule) => rule.channel === channel)).map(([first]) => first?.code ?? ""),
  ];
}

test("E-38: no contact outside the rules: whatever is planned breaks no wish, ban, cap, pause, hours or required channel, reckoned without the rules' own code", () => {
  let [planned, barred] = [0, 0];
  fc.assert(fc.property(anyCase, ({ facts, policy, asOf }) => {
    let { contacts } = facts;
    const decision = decide(facts, policy, asOf);
    for (const action of decision.actions) {
      if (action.kind !== "planCommunication") continue;
      planned += 1;
      const at = action.scheduledFor === null ? { day: asOf, minute: 0 } : localOf(action.scheduledFor, zone("Europe/Budapest"));
      expect(broken({ channel: action.channel, purpose: action.step.purpose, on: at.day, minute: at.minute }, contacts, { rules: policy.contactRules, optOuts: facts.optOuts })).toEqual([]);
      contacts = [...contacts, contactOf(action, { asOf })];
    }
    if (decision.reasons.some(({ code }) => code === "contactDenied" || code === "contactDeferred")) barred += 1;
  }), { numRuns: 2_000 });
  expect([planned > 100, barred > 50]).toEqual([true, true]);
});
