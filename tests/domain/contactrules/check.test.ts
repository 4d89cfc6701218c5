import { instantText } from "#domain/calendar/instant";
import { checkContact, type Asked, type Recipient } from "#domain/contactrules/check";
import type { ContactRule } from "#domain/contactrules/contactrule";
import { asksToStop } from "#domain/contactrules/optout";
import { fault } from "#domain/messages/fault";
import { asked, contactRuleOf, contactedOn, optOutOf, recipientWith, zone } from "../../builders/contacts";
import { day } from "../../builders/facts";

/** "allow", "defer 2026-03-05T09:00:00Z by the window rule", "deny by the forbid rule". */
function answer(ask: Asked, rules: readonly ContactRule[], who: Recipient = recipientWith()): string {
  const found = checkContact(ask, who, rules);
  if (found.verdict === "allow") return "allow";
  return `${found.verdict}${found.verdict === "defer" ? ` ${instantText(found.until)}` : ""} by ${found.rule}`;
}

const office = contactRuleOf("window", { hours: { weekdays: null, from: 480, to: 1080 } });
const budapest = recipientWith({ zone: zone("Europe/Budapest"), calendar: { weekend: [0, 6], holidays: new Set([day("2026-03-06")]), worked: new Set() } });

test("without a rule every contact is allowed at any hour", () => { expect(answer(asked("phone", "2026-03-07T03:00:00Z"), [])).toBe("allow"); });

test.each([
  ["before the hours, in winter time", "2026-03-05T06:59:00Z", "defer 2026-03-05T07:00:00Z by the window rule"],
  ["the first minute", "2026-03-05T07:00:00Z", "allow"],
  ["the last minute", "2026-03-05T16:59:00Z", "allow"],
  ["the end is not included, tomorrow is a holiday, then comes the weekend", "2026-03-05T17:00:00Z", "defer 2026-03-09T07:00:00Z by the window rule"],
  ["summer time has begun on 29 March", "2026-03-30T05:30:00Z", "defer 2026-03-30T06:00:00Z by the window rule"],
])("hours are those of the debtor's clock and business days: %s", (_when, at, expected) => { expect(answer(asked("email", at), [office], budapest)).toBe(expected); });

test("hours of one pack add up, hours of different packs must all hold", () => {
  const saturday = contactRuleOf("window", { code: "w2", name: "Saturday", hours: { weekdays: [6], from: 600, to: 720 } });
  const law = contactRuleOf("window", { code: "w3", pack: "law", name: "law", hours: { weekdays: [1, 2, 3, 4, 5], from: 0, to: 1440 } });
  expect(answer(asked("sms", "2026-03-06T20:00:00Z"), [office, saturday])).toBe("defer 2026-03-07T10:00:00Z by the window rule");
  expect(answer(asked("sms", "2026-03-06T20:00:00Z"), [office, saturday, law])).toBe("defer 2026-03-09T08:00:00Z by the window rule");
});

const seven = contactRuleOf("cap", { channel: "phone", most: 7, perDays: 7 });
const calls = (count: number) => recipientWith({ contacts: Array.from({ length: count }, (_, index) => contactedOn(`2026-03-0${index + 1}`)) });

test.each([[6, "2026-03-07T10:00:00Z", "allow"], [7, "2026-03-07T12:00:00Z", "defer 2026-03-08T00:00:00Z by the cap rule"], [7, "2026-03-08T12:00:00Z", "allow"]])(
  "a rolling period: after %i calls from 1 March, one at %s: %s", (count, at, expected) => { expect(answer(asked("phone", at), [seven], calls(count))).toBe(expected); },
);

test("a cap counts contacts of its channel and purpose, and a call that was tried twice twice", () => {
  const one = contactRuleOf("cap", { channel: "email", purpose: "dunning", most: 2, perDays: 7 });
  const mails = (times: number) => recipientWith({ contacts: [contactedOn("2026-03-01"), contactedOn("2026-03-01", { channel: "email", times }), contactedOn("2026-03-02", { channel: "email", purpose: "statutory" })] });
  expect([1, 2].map((times) => answer(asked("email", "2026-03-03T10:00:00Z"), [one], mails(times)))).toEqual(["allow", "defer 2026-03-08T00:00:00Z by the cap rule"]);
  expect(answer(asked("email", "2026-03-03T10:00:00Z", { purpose: "statutory" }), [one], mails(2))).toBe("allow");
  expect(answer(asked("email", "2026-03-03T10:00:00Z"), [{ ...one, most: 0 }])).toBe("deny by the cap rule");
});

test("a conversation on the 3rd: nothing before the 10th; a call without one does not count", () => {
  const rules = [contactRuleOf("pause", { channel: "phone", perDays: 7 })];
  const spoken = (conversation: boolean) => recipientWith({ contacts: [contactedOn("2026-03-03", { conversation })] });
  expect(answer(asked("phone", "2026-03-04T10:00:00Z"), rules, spoken(true))).toBe("defer 2026-03-10T00:00:00Z by the pause rule");
  expect([answer(asked("phone", "2026-03-04T10:00:00Z"), rules, spoken(false)), answer(asked("phone", "2026-03-10T00:00:00Z"), rules, spoken(true))]).toEqual(["allow", "allow"]);
});

test("rules that put off are all kept: the cap's day, then the hours of that day; the cap decided", () => {
  const full = recipientWith({ contacts: Array.from({ length: 7 }, (_, index) => contactedOn(`2026-03-0${index + 1}`)) });
  expect(answer(asked("phone", "2026-03-06T12:00:00Z"), [office, seven], full)).toBe("defer 2026-03-09T08:00:00Z by the cap rule");
});

test("the answer names, and words, the rule that puts the contact off longest: within the hours of a day whose cap is used up that is the cap", () => {
  const found = (at: string, contacts: Recipient["contacts"]) => checkContact(asked("phone", at), recipientWith({ contacts }), [office, seven]);
  const used = calls(7).contacts.map((one) => ({ ...one, on: day("2026-03-05") }));
  expect(found("2026-03-06T11:00:00Z", used)).toMatchObject({ verdict: "defer", rule: "the cap rule", fault: { code: "DULY-CONTACT-011", parameters: { most: 7, days: 7, until: "2026-03-12 08:00" } } });
  expect(found("2026-03-06T07:00:00Z", [])).toMatchObject({ verdict: "defer", rule: "the window rule", fault: { code: "DULY-CONTACT-010", parameters: { until: "2026-03-06 08:00" } } });
});

test.each([
  ["2026-03-08", "allow"], ["2026-03-09", "allow"], ["2026-03-10", "defer 2026-03-17T00:00:00Z by the cap rule"], ["2026-03-16", "defer 2026-03-17T00:00:00Z by the cap rule"], ["2026-03-17", "allow"],
])("a call on each day from 10 to 16 March is planned; one more on %s: those of one period with it count, no others: %s", (on, expected) => {
  const planned = recipientWith({ contacts: Array.from({ length: 7 }, (_, index) => contactedOn(`2026-03-${index + 10}`)) });
  expect(answer(asked("phone", `${on}T12:00:00Z`), [seven], planned)).toBe(expected);
});

const robocall = contactRuleOf("forbid", { channel: "other", customChannelId: "robocall", debtorKind: "naturalPerson", country: "it" });
test("L-07: a pre-recorded call to a natural person in Italy is denied; to a company, in another country and by another channel it is not", () => {
  const by = (parts: Partial<Recipient>, customChannelId = "robocall") => answer(asked("other", "2026-03-05T10:00:00Z", { customChannelId }), [robocall], recipientWith(parts));
  expect(by({ kind: "naturalPerson", country: "IT" })).toBe("deny by the forbid rule");
  expect([by({ kind: "company", country: "IT" }), by({ kind: "naturalPerson", country: "HU" }), by({ kind: "naturalPerson", country: "IT" }, "whatsapp")]).toEqual(["allow", "allow", "allow"]);
});

test("a required channel denies the others; required channels of one pack are alternatives", () => {
  const pec = contactRuleOf("require", { code: "r1", name: "PEC", channel: "pec", purpose: "statutory" });
  const letter = contactRuleOf("require", { code: "r2", name: "letter", channel: "letter", purpose: "statutory" });
  const by = (channel: "pec" | "letter" | "email", rules: readonly ContactRule[]) => answer(asked(channel, "2026-03-05T10:00:00Z", { purpose: "statutory" }), rules);
  expect([by("pec", [pec]), by("email", [pec]), by("letter", [pec])]).toEqual(["allow", "deny by PEC", "deny by PEC"]);
  expect([by("letter", [pec, letter]), by("letter", [pec, { ...letter, pack: "law" }])]).toEqual(["allow", "deny by PEC"]);
  expect(answer(asked("email", "2026-03-05T10:00:00Z"), [pec])).toBe("allow");
});

test.each<[string, Parameters<typeof optOutOf>[0], Asked, string]>([
  ["the channel, for any purpose", {}, asked("sms", "2026-03-05T10:00:00Z", { purpose: "courtesy" }), "deny by STOP"],
  ["not another channel", {}, asked("email", "2026-03-05T10:00:00Z"), "allow"],
  ["not legal notices", {}, asked("sms", "2026-03-05T10:00:00Z", { purpose: "statutory" }), "allow"],
  ["every channel", { channel: null }, asked("phone", "2026-03-05T10:00:00Z"), "deny by STOP"],
  ["every channel but letters", { channel: null }, asked("letter", "2026-03-05T10:00:00Z"), "allow"],
  ["only courtesies", { channel: null, purpose: "courtesy" }, asked("email", "2026-03-05T10:00:00Z"), "allow"],
  ["from its first day", { startsOn: day("2026-03-06") }, asked("sms", "2026-03-05T10:00:00Z"), "allow"],
  ["through its last day", { endsOn: day("2026-03-05") }, asked("sms", "2026-03-05T23:59:00Z"), "deny by STOP"],
  ["not after it", { endsOn: day("2026-03-05") }, asked("sms", "2026-03-06T00:00:00Z"), "allow"],
])("L-10: an opt-out stands against %s", (_what, parts, ask, expected) => { expect(answer(ask, [], recipientWith({ optOuts: [optOutOf(parts)] }))).toBe(expected); });

test("a run does not contact a vulnerable debtor, a person may; L-13: nobody duns an insolvent one", () => {
  const letter = (byPerson: boolean) => asked("letter", "2026-03-05T10:00:00Z", { byPerson, purpose: "statutory" });
  expect([false, true].map((byPerson) => answer(letter(byPerson), [], recipientWith({ vulnerable: true })))).toEqual(["deny by vulnerable", "allow"]);
  expect([false, true].map((byPerson) => answer(letter(byPerson), [], recipientWith({ insolventOn: day("2026-03-05") })))).toEqual(["deny by insolvent", "deny by insolvent"]);
  expect(answer(letter(false), [], recipientWith({ insolventOn: day("2026-03-06") }))).toBe("allow");
});

test("rules are dated: hours count from the day on which they become valid, to the last", () => {
  const later = { ...office, validFrom: day("2026-03-10"), validTo: day("2026-03-11") };
  expect(["2026-03-09", "2026-03-10", "2026-03-12"].map((on) => answer(asked("email", `${on}T03:00:00Z`), [later]))).toEqual(["allow", "defer 2026-03-10T08:00:00Z by the window rule", "allow"]);
});

test("hours that never come deny, and say by which rule", () => {
  const never = contactRuleOf("window", { name: "never", hours: { weekdays: [], from: 0, to: 1440 } });
  expect(answer(asked("email", "2026-03-05T10:00:00Z"), [never])).toBe("deny by never");
});

test("a broken rule stops whom it governs, and nobody else", () => {
  const broken = contactRuleOf("window", { country: "HU", fault: fault("DULY-CONTACT-020", { rule: "hours", column: "duly_fromtime" }) });
  expect(() => answer(asked("email", "2026-03-05T10:00:00Z"), [broken], recipientWith({ country: "HU" }))).toThrow("DULY-CONTACT-020");
  expect(answer(asked("email", "2026-03-05T10:00:00Z"), [broken], recipientWith({ country: "IT" }))).toBe("allow");
});

test.each([["STOP", true], [" stop! ", true], ["Leiratkozás", true], ["please stop calling about the other invoice", false], ["", false]])("the reply %j asks to be left alone: %s", (reply, expected) => {
  expect(asksToStop(reply)).toBe(expected);
});
