import type { RawRow } from "#bridge/sdk/value";
import { channel, communicationStatus, contactrulekind, contactrulepurpose, debtorkind, decisionreason } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

const reference = (logicalName: string, id: string) => ({ logicalName, id });
let ledger: Ledger;
beforeEach(async () => { ledger = new Ledger((await bundle()).text, "2026-03-02"); });

const point = (debtor: string, by: number, address: string): string =>
  ledger.store.create("duly_contactpoint", { duly_name: address, duly_debtor: reference("duly_debtor", debtor), duly_channel: by });
const rule = (kind: keyof typeof contactrulekind, row: RawRow = {}): string => ledger.store.put("duly_contactrule", {
  duly_code: kind, duly_name: `the ${kind} rule`, duly_kind: contactrulekind[kind], duly_validfrom: "2020-01-01", duly_channel: null, duly_purpose: null, duly_country: null, ...row,
});
const optOut = (debtor: string, row: RawRow = {}): string =>
  ledger.store.create("duly_optout", { duly_name: "STOP", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.sms, duly_startson: "2026-03-04", duly_source: "STOP", ...row });
const messages = () => ledger.store.all("duly_communication");
const items = () => ledger.store.all("duly_openitem");
const check = (debtor: string, by: string, row: RawRow = {}) => ledger.store.execute("duly_CheckContact", { DebtorId: debtor, Channel: by, ...row });
const beforeSend = (index = 0) => ledger.store.execute("duly_CheckBeforeSend", { CommunicationId: String(messages()[index]?.duly_communicationid) });

/** A debtor who prefers SMS and has a mobile number, with one item due on 2 March. */
function texted(row: RawRow = {}): string {
  const debtor = ledger.debtor("D1", { duly_preferredchannel: channel.sms, ...row });
  point(debtor, channel.sms, "+36201234567");
  ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  return debtor;
}

test("H-31, E-38, L-10: after STOP an SMS is denied, the ladder uses e-mail and says why, and the wish is kept as evidence", () => {
  const debtor = texted();
  const wish = optOut(debtor);
  ledger.night("2026-03-05");
  expect(messages().map((row) => [row.duly_channel, row.duly_wantedchannel])).toEqual([[channel.email, channel.sms]]);
  expect(messages()[0]?.duly_fallback).toMatch(/^DULY-CONTACT-002 STOP does not allow the channel sms/);
  expect(check(debtor, "sms")).toMatchObject({ Answer: "deny", Rule: "STOP" });
  expect(ledger.store.row("duly_optout", wish)).toMatchObject({ duly_source: "STOP", statecode: 0 });
});

test("H-31: without the wish the same debtor gets an SMS, and one that is planned before the wish does not leave", () => {
  const debtor = texted();
  ledger.night("2026-03-05");
  expect(messages().map((row) => row.duly_channel)).toEqual([channel.sms]);
  expect(beforeSend()).toMatchObject({ Allowed: true });
  optOut(debtor);
  expect(beforeSend()).toMatchObject({ Allowed: false, Reason: "contactDenied" });
});

test("L-10: a statutory notice still goes by post to a debtor who wants no contact at all", () => {
  const debtor = ledger.debtor("D1");
  point(debtor, channel.letter, "1 Main St");
  ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  optOut(debtor, { duly_channel: null });
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[0] ?? "" }, { duly_purpose: contactrulepurpose.statutory, duly_channel: channel.letter });
  ledger.night("2026-03-05");
  expect(messages().map((row) => [row.duly_channel, row.duly_address])).toEqual([[channel.letter, "1 Main St"]]);
});

test("a debtor who has opted out of all it can be reached by is left alone, with the wish as the reason, and written to when the wish ends", () => {
  const debtor = ledger.debtor("D1");
  const item = ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  const wish = optOut(debtor, { duly_channel: channel.email, duly_endson: "2026-03-10" });
  ledger.night("2026-03-05");
  expect(ledger.store.row("duly_openitem", item)).toMatchObject({ duly_reason: decisionreason.contactDenied });
  expect(ledger.store.row("duly_debtor", debtor).duly_nextactionon).toBe("2026-03-11");
  const explained = JSON.parse(String(ledger.store.execute("duly_ExplainDecision", { DebtorId: debtor }).Explanation)) as { items: { text: string }[] };
  expect(explained.items[0]?.text).toBe("Step 1 is due; STOP does not allow the contact.");
  ledger.store.update("duly_optout", { id: wish }, { duly_endson: "2026-03-05" });
  expect(ledger.store.row("duly_debtor", debtor).duly_nextactionon).toBe("2026-03-04");
  ledger.night("2026-03-06");
  expect(messages()).toHaveLength(1);
});

test("outside the hours a message waits: planned for the first minute, released then, once", () => {
  rule("window", { duly_fromtime: "08:00", duly_totime: "18:00" });
  ledger.item(ledger.debtor("D1", { duly_timezone: "Europe/Budapest" }), { due: "2026-03-02", amount: "100.00" });
  ledger.night("2026-03-05");
  expect(messages()[0]).toMatchObject({ statuscode: communicationStatus.planned, duly_scheduledfor: "2026-03-05T07:00:00Z" });
  const release = (nowUtc: string) => { ledger.store.nowUtc = nowUtc; return ledger.store.execute("duly_ReleaseMessages", { CompanyId: ledger.companyId }); };
  expect(release("2026-03-05T06:45:00Z")).toEqual({ Released: 0, Left: 0 });
  expect(release("2026-03-05T17:05:00Z")).toEqual({ Released: 0, Left: 1 });
  expect(messages()[0]).toMatchObject({ statuscode: communicationStatus.planned, duly_scheduledfor: "2026-03-06T07:00:00Z" });
  expect(release("2026-03-06T07:00:00Z")).toEqual({ Released: 1, Left: 0 });
  expect(messages()[0]).toMatchObject({ statuscode: communicationStatus.ready });
  expect(beforeSend()).toMatchObject({ Allowed: true });
  expect(release("2026-03-06T07:15:00Z")).toEqual({ Released: 0, Left: 0 });
});

test("a debtor whose rows cannot be read does not hold up the messages of the others: its own waits another day and says why", () => {
  rule("window", { duly_fromtime: "08:00", duly_totime: "18:00" });
  const [lost, sound] = ["D1", "D2"].map((number) => ledger.debtor(number));
  for (const debtor of [lost ?? "", sound ?? ""]) ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  ledger.night("2026-03-05");
  ledger.store.put("duly_debtor", { ...ledger.store.row("duly_debtor", lost ?? ""), duly_timezone: "Mars/Olympus" });
  ledger.store.nowUtc = "2026-03-05T08:00:00Z";
  expect(ledger.store.execute("duly_ReleaseMessages", { CompanyId: ledger.companyId })).toEqual({ Released: 1, Left: 1 });
  expect(messages().map((row) => [row.statuscode, row.duly_scheduledfor, row.duly_note])).toEqual([
    [communicationStatus.planned, "2026-03-06T08:00:00Z", expect.stringMatching(/^DULY-CALENDAR-002.*Mars/)], [communicationStatus.ready, "2026-03-05T08:00:00Z", undefined],
  ]);
});

test("a message that became ready outside the hours is put off by the check before sending, not suppressed", () => {
  ledger.item(ledger.debtor("D1"), { due: "2026-03-02", amount: "100.00" });
  ledger.night("2026-03-05");
  rule("window", { duly_fromtime: "08:00", duly_totime: "18:00" });
  expect(beforeSend()).toMatchObject({ Allowed: false, Reason: "contactDeferred" });
  expect(messages()[0]).toMatchObject({ statuscode: communicationStatus.planned, duly_scheduledfor: "2026-03-05T08:00:00Z" });
});

test("a cap counts what is planned: of two messages of one day the second waits, and goes when the period is over", () => {
  rule("cap", { duly_most: 1, duly_perdays: 7 });
  const debtor = ledger.debtor("D1");
  ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  ledger.item(debtor, { due: "2026-03-02", amount: "40000", currency: "HUF" });
  ledger.night("2026-03-05");
  expect(messages()).toHaveLength(1);
  expect(items().map((row) => row.duly_reason).sort()).toEqual([decisionreason.reminded, decisionreason.contactDeferred].sort());
  expect(beforeSend()).toMatchObject({ Allowed: true });
  const writes = ledger.store.writes.length;
  ledger.night("2026-03-11");
  expect([messages().length, ledger.store.writes.slice(writes).filter((one) => one.includes("duly_openitem"))]).toEqual([1, []]);
  ledger.night("2026-03-12");
  expect(messages()).toHaveLength(2);
});

test("L-05: the class Ente Pubblico: first action 30 days after the due date, by PEC, and no courtesy SMS", () => {
  rule("forbid", { duly_channel: channel.sms, duly_purpose: contactrulepurpose.courtesy, duly_debtorkind: debtorkind.publicBody });
  const strategy = ledger.store.put("duly_strategy", { duly_name: "Public bodies", duly_code: "public" });
  const step = (sequence: number, days: number, row: RawRow) => ledger.store.put("duly_strategystep", {
    duly_name: `P${sequence}`, duly_strategy: reference("duly_strategy", strategy), duly_sequence: sequence, duly_offsetdays: days, duly_template: reference("duly_template", ledger.templateId),
    duly_minimumamount: null, transactioncurrencyid: null, ...row,
  });
  step(1, 30, { duly_channel: channel.email });
  const ente = ledger.store.put("duly_creditclass", { duly_name: "Ente Pubblico", duly_code: "ente", duly_dunnable: true, duly_strategy: reference("duly_strategy", strategy), duly_channel: channel.pec });
  const debtor = ledger.debtor("D1", { duly_kind: debtorkind.publicBody, duly_creditclass: reference("duly_creditclass", ente) });
  point(debtor, channel.pec, "protocollo@comune.example");
  point(debtor, channel.sms, "+39061234567");
  ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  for (const day of ["2026-03-05", "2026-03-31"]) ledger.night(day);
  expect(messages()).toEqual([]);
  ledger.night("2026-04-01");
  expect(messages().map((row) => [row.duly_channel, row.duly_address])).toEqual([[channel.pec, "protocollo@comune.example"]]);
  expect([check(debtor, "sms", { Purpose: "courtesy" }).Answer, check(debtor, "sms", { Purpose: "dunning" }).Answer]).toEqual(["deny", "allow"]);
  const company = ledger.debtor("D2", { duly_kind: debtorkind.company });
  expect(check(company, "sms", { Purpose: "courtesy" }).Answer).toBe("allow");
});

test("a legal notice goes by the channel that a rule requires, although the step says e-mail", () => {
  rule("require", { duly_channel: channel.pec, duly_purpose: contactrulepurpose.statutory });
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[0] ?? "" }, { duly_purpose: contactrulepurpose.statutory });
  const debtor = ledger.debtor("D1");
  point(debtor, channel.pec, "legal@buyer.example");
  ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  ledger.night("2026-03-05");
  expect(messages().map((row) => [row.duly_channel, row.duly_wantedchannel])).toEqual([[channel.pec, channel.email]]);
});

test("a rule whose row is broken sets apart only the debtors that it governs, and names table, row and column", () => {
  rule("window", { duly_fromtime: "8 o'clock", duly_country: "HU" });
  ledger.item(ledger.debtor("D1", { duly_country: "HU" }), { due: "2026-03-02", amount: "100.00" });
  ledger.item(ledger.debtor("D2", { duly_country: "IT" }), { due: "2026-03-02", amount: "100.00" });
  expect(ledger.night("2026-03-05")).toMatchObject({ Errors: 1, Communications: 1 });
  expect(String(ledger.store.all("duly_run")[0]?.duly_errorlog)).toMatch(/^D1: DULY-CONTACT-020 The contact rule window \(table duly_contactrule\) has a wrong duly_fromtime/);
});

test.each<[RawRow, string]>([
  [{ Channel: "pigeon" }, "DULY-CONTACT-004"], [{ Channel: "sms", Purpose: "fun" }, "DULY-CONTACT-005"], [{ Channel: "sms", Moment: "soon" }, "DULY-CONTACT-006"],
  [{ Channel: "other", FurtherChannel: "none" }, "DULY-CONTACT-004"], [{ Channel: null }, "DULY-RULE-002"],
])("duly_CheckContact refuses %j with %s", (input, code) => { expect(() => check(ledger.debtor("D1"), "sms", input)).toThrow(code); });

test("L-10: the reply STOP to an SMS becomes an opt-out with its words, once, and only for the debtors with that number", () => {
  const [debtor, other] = [texted(), ledger.debtor("D2")];
  point(other, channel.sms, "+36307654321");
  const reply = (Words: string) => ledger.store.execute("duly_ReceiveReply", { Channel: "sms", Address: "+36201234567", Words });
  expect([reply("When is it due?"), reply("Stop!"), reply("STOP")]).toEqual([{ Stops: false, OptOuts: 0 }, { Stops: true, OptOuts: 1 }, { Stops: true, OptOuts: 0 }]);
  expect(ledger.store.all("duly_optout")).toEqual([expect.objectContaining({ duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.sms, duly_source: expect.stringContaining("+36201234567: Stop!") as string })]);
  expect([check(debtor, "sms").Answer, check(debtor, "email").Answer, check(other, "sms").Answer]).toEqual(["deny", "allow", "allow"]);
});
