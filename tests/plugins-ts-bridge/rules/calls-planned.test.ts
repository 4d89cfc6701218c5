import type { RawRow } from "#bridge/sdk/value";
import { calloutcome, channel, communicationStatus, contactrulekind, stepcontext } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

const reference = (logicalName: string, id: string) => ({ logicalName, id });
let ledger: Ledger;
beforeEach(async () => { ledger = new Ledger((await bundle()).text, "2026-03-02"); });

const calls = () => ledger.store.all("duly_communication");
const activities = () => ledger.store.all("phonecall");
const idOf = (row: RawRow | undefined) => String(row?.duly_communicationid);

/** A debtor on Budapest's clock with a telephone, one item due on 2 March, and calls as the first step. */
function called(row: RawRow = {}): string {
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[0] ?? "" }, { duly_channel: channel.phone, duly_script: "Ask for the day of payment." });
  const debtor = ledger.debtor("D1", { duly_timezone: "Europe/Budapest", ...row });
  ledger.store.create("duly_contactpoint", { duly_name: "+3612345678", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.phone });
  ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  return debtor;
}
const window = (from: string, to: string) => ledger.store.put("duly_contactrule", {
  duly_code: "calls", duly_name: "hours of calls", duly_kind: contactrulekind.window, duly_channel: channel.phone, duly_fromtime: from, duly_totime: to, duly_validfrom: "2020-01-01", duly_country: null,
});
const collector = (user: string, row: RawRow = {}) => ledger.store.put("duly_collector", {
  duly_name: user, duly_company: reference("duly_company", ledger.companyId), duly_user: reference("systemuser", user), duly_capacity: 100, duly_fromtime: null, duly_totime: null, ...row,
});
function holiday(day: string): void {
  const calendar = ledger.store.put("duly_calendar", { duly_name: "HU", duly_code: "HU", duly_weekend: null });
  ledger.store.put("duly_holiday", { duly_name: "free", duly_calendar: reference("duly_calendar", calendar), duly_day: day, duly_worked: false });
  ledger.store.update("duly_company", { id: ledger.companyId }, { duly_calendar: reference("duly_calendar", calendar) });
}
const close = (outcome: number, nowUtc: string) => {
  ledger.store.nowUtc = nowUtc;
  ledger.store.update("duly_communication", { id: idOf(calls()[0]) }, { statecode: 1, statuscode: communicationStatus.done, duly_outcome: outcome });
};

test("H-10: window 10–12 Budapest, T is a holiday: the call is scheduled for the next business day at 10:00 there", () => {
  window("10:00", "12:00");
  holiday("2026-03-05");
  const debtor = called();
  ledger.night("2026-03-05");
  expect(calls()).toEqual([]);
  expect(ledger.store.execute("duly_CheckContact", { DebtorId: debtor, Channel: "phone", Moment: "2026-03-05T09:30:00Z" })).toMatchObject({ Answer: "defer", Until: "2026-03-06T09:00:00Z", Rule: "hours of calls" });
  ledger.night("2026-03-06");
  expect(activities().map((row) => row.scheduledstart)).toEqual(["2026-03-06T09:00:00Z"]);
  expect(calls()[0]).toMatchObject({ duly_scheduledfor: "2026-03-06T09:00:00Z", statuscode: communicationStatus.ready });
});

test("H-10: in summer time 10:00 in Budapest is 08:00 UTC; a debtor in New York is called at 10:00 there", () => {
  window("10:00", "12:00");
  ledger.item(called(), { due: "2026-03-27", amount: "50.00" });
  ledger.night("2026-03-30");
  expect(activities()[0]?.scheduledstart).toBe("2026-03-30T08:00:00Z");
  ledger.store.update("duly_debtor", { id: String(ledger.store.all("duly_debtor")[0]?.duly_debtorid) }, { duly_timezone: "America/New_York" });
  ledger.store.nowUtc = "2026-04-01T02:00:00Z";
  expect(ledger.store.execute("duly_CheckContact", { DebtorId: String(ledger.store.all("duly_debtor")[0]?.duly_debtorid), Channel: "phone" })).toMatchObject({ Until: "2026-04-01T14:00:00Z" });
});

test("O-27, H-30: a step by phone becomes a phone call of the collector, in his hours, with number and script", () => {
  collector("anna", { duly_fromtime: "11:00", duly_totime: "15:00" });
  const debtor = called({ ownerid: reference("systemuser", "anna") });
  ledger.night("2026-03-05");
  expect(activities()).toEqual([expect.objectContaining({
    ownerid: reference("systemuser", "anna"), scheduledstart: "2026-03-05T11:00:00Z", phonenumber: "+3612345678", description: "Ask for the day of payment.",
    regardingobjectid: reference("duly_debtor", debtor), directioncode: true,
  })]);
  expect(calls()[0]).toMatchObject({ ownerid: reference("systemuser", "anna"), duly_channel: channel.phone, duly_scheduledfor: "2026-03-05T11:00:00Z", duly_attempts: 0 });
});

test("O-27: without a collector of its own the debtor's call goes to who has the fewest to make", () => {
  collector("anna");
  collector("bela");
  ledger.store.put("duly_communication", { duly_name: "older call", duly_company: reference("duly_company", ledger.companyId), duly_channel: channel.phone, statuscode: communicationStatus.ready, ownerid: reference("systemuser", "anna") });
  called();
  ledger.night("2026-03-05");
  expect(activities().map((row) => row.ownerid)).toEqual([reference("systemuser", "bela")]);
});

/** A debtor with a telephone and one item due on 2 March. */
function another(number: string, row: RawRow = {}): string {
  const debtor = ledger.debtor(number, row);
  ledger.store.create("duly_contactpoint", { duly_name: "+3612345679", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.phone });
  ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  return debtor;
}
const callsOf = (user: string | null): number => calls().filter((row) => ((row.ownerid ?? null) as { id: string } | null)?.id === (user ?? undefined)).length;

test("C-57: 12 calls, Eva takes 6 a day, Anna 3: the night gives them 6 and 3, and 3 are left until there is room", () => {
  collector("eva", { duly_capacity: 6 });
  const anna = collector("anna", { duly_capacity: 3 });
  called();
  for (let count = 2; count <= 12; count += 1) another(`D${count}`);
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 12 });
  expect(["eva", "anna", null].map(callsOf)).toEqual([6, 3, 3]);
  expect(ledger.store.execute("duly_BalanceCalls", { CompanyId: ledger.companyId })).toEqual({ Assigned: 0, Left: 3 });
  ledger.store.update("duly_collector", { id: anna }, { duly_capacity: 5 });
  expect(ledger.store.execute("duly_BalanceCalls", { CompanyId: ledger.companyId })).toEqual({ Assigned: 2, Left: 1 });
  expect(activities().filter((row) => (row.ownerid as { id: string } | null)?.id === "anna").length).toBe(5);
});

test("C-57: a call for which no collector has room is its debtor's owner's and says so, whoever runs the night; when a collector is free he gets it", () => {
  const eva = collector("eva", { duly_capacity: 1 });
  ledger.store.userId = "night";
  called({ ownerid: reference("systemuser", "eva") });
  another("D2", { ownerid: reference("systemuser", "eva") });
  another("D3", { ownerid: reference("team", "north") });
  ledger.night("2026-03-05");
  expect(calls().map((row) => [row.ownerid, row.duly_unassigned ?? null])).toEqual([[reference("systemuser", "eva"), null], [reference("systemuser", "eva"), true], [reference("team", "north"), true]]);
  expect(activities().map((row) => row.ownerid)).toEqual(calls().map((row) => row.ownerid));
  ledger.store.update("duly_collector", { id: eva }, { duly_capacity: 2 });
  expect(ledger.store.execute("duly_BalanceCalls", { CompanyId: ledger.companyId })).toEqual({ Assigned: 1, Left: 1 });
  expect(calls().map((row) => row.duly_unassigned ?? null)).toEqual([null, null, true]);
  // What a person gives to somebody stays his, also when he is no collector.
  ledger.store.update("duly_communication", { id: idOf(calls()[2]) }, { ownerid: reference("systemuser", "head") });
  ledger.store.update("duly_collector", { id: eva }, { duly_capacity: 9 });
  expect(ledger.store.execute("duly_BalanceCalls", { CompanyId: ledger.companyId })).toEqual({ Assigned: 0, Left: 0 });
  expect(calls()[2]).toMatchObject({ ownerid: reference("systemuser", "head"), duly_unassigned: false });
});

test("C-57: calls of an earlier night that were not made, or wait for approval, take room; a debtor's own collector goes before others, while he has room", () => {
  collector("anna", { duly_capacity: 2 });
  const eva = collector("eva", { duly_capacity: 4 });
  for (const statuscode of [communicationStatus.ready, communicationStatus.awaitingApproval]) {
    ledger.store.put("duly_communication", { duly_name: "older call", duly_company: reference("duly_company", ledger.companyId), duly_channel: channel.phone, statuscode, ownerid: reference("systemuser", "eva") });
  }
  called();
  another("D2", { ownerid: reference("systemuser", "anna") });
  another("D3", { duly_collector: reference("duly_collector", eva) });
  another("D4", { ownerid: reference("systemuser", "anna") });
  another("D5", { ownerid: reference("systemuser", "anna") });
  ledger.night("2026-03-05");
  expect(calls().slice(2).map((row) => (row.ownerid as { id: string } | null | undefined)?.id ?? null)).toEqual([null, "anna", "eva", "anna", "eva"]);
});

test("a call that nobody answers is tried again on the next business day, three times at most, each attempt with an activity of its own", () => {
  window("10:00", "12:00");
  collector("anna");
  called({ ownerid: reference("systemuser", "anna") });
  ledger.night("2026-03-05");
  close(calloutcome.noAnswer, "2026-03-05T09:10:00Z");
  expect(calls()[0]).toMatchObject({ statuscode: communicationStatus.ready, statecode: 0, duly_attempts: 1, duly_outcome: null, duly_scheduledfor: "2026-03-06T09:00:00Z" });
  close(calloutcome.noAnswer, "2026-03-06T09:10:00Z");
  expect(calls()[0]).toMatchObject({ duly_attempts: 2, duly_scheduledfor: "2026-03-09T09:00:00Z" });
  close(calloutcome.noAnswer, "2026-03-09T09:10:00Z");
  expect(calls()[0]).toMatchObject({ statuscode: communicationStatus.done, statecode: 1, duly_attempts: 3, duly_outcome: calloutcome.noAnswer });
  expect(activities().map((row) => [row.scheduledstart, row.statecode])).toEqual([["2026-03-05T09:00:00Z", 1], ["2026-03-06T09:00:00Z", 1], ["2026-03-09T09:00:00Z", 1]]);
});

test("O-27: the outcome is mandatory; an answered call is done, and counts as a conversation", () => {
  const debtor = called();
  ledger.night("2026-03-05");
  expect(() => { ledger.store.update("duly_communication", { id: idOf(calls()[0]) }, { statecode: 1, statuscode: communicationStatus.done }); }).toThrow("DULY-COMMUNICATION-020");
  close(calloutcome.rightParty, "2026-03-05T09:10:00Z");
  expect(calls()[0]).toMatchObject({ statuscode: communicationStatus.done, duly_attempts: 1, duly_senton: "2026-03-05T09:10:00Z" });
  expect(activities().map((row) => row.statecode)).toEqual([1]);
  ledger.store.put("duly_contactrule", { duly_code: "p", duly_name: "seven days of rest", duly_kind: contactrulekind.pause, duly_perdays: 7, duly_validfrom: "2020-01-01", duly_country: null });
  expect(ledger.store.execute("duly_CheckContact", { DebtorId: debtor, Channel: "email" })).toMatchObject({ Answer: "defer", Until: "2026-03-11T23:00:00Z", Rule: "seven days of rest" });
});

describe("O-27: a call that is set to Sent by hand was made", () => {
  const sent = (row: RawRow, nowUtc: string) => {
    ledger.store.nowUtc = nowUtc;
    ledger.store.update("duly_communication", { id: idOf(calls()[0]) }, { statuscode: communicationStatus.sent, ...row });
  };
  beforeEach(() => { called(); ledger.night("2026-03-05"); });

  test("without an outcome it is refused, and its activity stays open", () => {
    expect(() => { sent({}, "2026-03-05T09:10:00Z"); }).toThrow("DULY-COMMUNICATION-020");
    expect([calls()[0]?.statuscode, activities().map((row) => row.statecode ?? 0)]).toEqual([communicationStatus.ready, [0]]);
  });

  test("with one it is closed: its activity is completed, the attempt counted, and the ladder goes on from that day", () => {
    sent({ duly_outcome: calloutcome.rightParty }, "2026-03-10T09:10:00Z");
    expect(calls()[0]).toMatchObject({ statecode: 1, statuscode: communicationStatus.done, duly_attempts: 1, duly_senton: "2026-03-10T09:10:00Z" });
    expect([activities().map((row) => row.statecode), ledger.store.all("duly_openitem")[0]?.duly_lastactionon]).toEqual([[1], "2026-03-10"]);
  });

  test("the time that was entered with it stays", () => {
    sent({ duly_outcome: calloutcome.rightParty, duly_senton: "2026-03-09T09:00:00Z" }, "2026-03-10T09:10:00Z");
    expect(calls()[0]).toMatchObject({ statuscode: communicationStatus.done, duly_senton: "2026-03-09T09:00:00Z" });
    expect(ledger.store.all("duly_openitem")[0]?.duly_lastactionon).toBe("2026-03-09");
  });

  test("one that nobody answered is tried again", () => {
    sent({ duly_outcome: calloutcome.noAnswer }, "2026-03-05T09:10:00Z");
    sent({ duly_outcome: calloutcome.noAnswer }, "2026-03-06T09:10:00Z");
    expect(calls()[0]).toMatchObject({ statecode: 0, statuscode: communicationStatus.ready, duly_attempts: 2, duly_outcome: null });
    expect(activities().map((row) => row.statecode ?? 0)).toEqual([1, 1, 0]);
  });
});

describe("O-27: the activity of a call cannot end without it", () => {
  const activity = () => String(activities()[0]?.phonecallid);
  const end = (row: RawRow) => () => { ledger.store.update("phonecall", { id: activity() }, row); };
  beforeEach(() => { called(); ledger.night("2026-03-05"); });

  test.each([["completed", { statecode: 1, statuscode: 2 }], ["completed by its state alone", { statecode: 1 }], ["cancelled", { statecode: 2, statuscode: 3 }]])("%s", (_, row) => {
    expect(end(row)).toThrow(/^DULY-COMMUNICATION-026 This phone call ends with the call '.*', which says what came of it. Open that communication, choose its outcome and set it to Done, or cancel it; the phone call follows.$/);
    expect([activities()[0]?.statecode, calls()[0]?.statuscode]).toEqual([0, communicationStatus.ready]);
    expect(end({ scheduledstart: "2026-03-06T09:00:00Z", statecode: 0 })).not.toThrow();
  });

  test("where the outcome stands on the call already, the call is done with its activity", () => {
    ledger.store.update("duly_communication", { id: idOf(calls()[0]) }, { duly_outcome: calloutcome.rightParty });
    end({ statecode: 1, statuscode: 2 })();
    expect(calls()[0]).toMatchObject({ statecode: 1, statuscode: communicationStatus.done, duly_attempts: 1 });
    expect(activities()).toMatchObject([{ statecode: 1, statuscode: 2 }]);
  });

  test("not answered: the next attempt gets an activity of its own", () => {
    ledger.store.nowUtc = "2026-03-05T10:00:00Z";
    ledger.store.update("duly_communication", { id: idOf(calls()[0]) }, { duly_outcome: calloutcome.noAnswer });
    end({ statecode: 1, statuscode: 2 })();
    expect(activities().map((row) => row.statecode)).toEqual([1, 0]);
    expect(calls()[0]).toMatchObject({ statuscode: communicationStatus.ready, duly_outcome: null, duly_phonecall: { id: activities()[1]?.phonecallid } });
  });

  test("other phone calls are nobody's business here", () => {
    for (const regarding of [null, reference("account", "A"), reference("duly_debtor", String(ledger.store.all("duly_debtor")[0]?.duly_debtorid))]) {
      const id = ledger.store.put("phonecall", { subject: "Small talk", regardingobjectid: regarding });
      expect(() => { ledger.store.update("phonecall", { id }, { statecode: 1, statuscode: 2 }); }).not.toThrow();
    }
  });
});

test("an opt-out meanwhile ends the attempts; a call that is handed on changes its owner", () => {
  collector("anna");
  collector("bela");
  const debtor = called({ ownerid: reference("systemuser", "anna") });
  ledger.night("2026-03-05");
  ledger.store.update("duly_communication", { id: idOf(calls()[0]) }, { ownerid: reference("systemuser", "bela") });
  expect(activities()[0]?.ownerid).toEqual(reference("systemuser", "bela"));
  ledger.store.create("duly_optout", { duly_name: "no calls", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.phone, duly_startson: "2026-03-05" });
  close(calloutcome.noAnswer, "2026-03-05T09:10:00Z");
  expect([calls()[0]?.statuscode, activities().length]).toEqual([communicationStatus.done, 1]);
});

test("a call that is withdrawn leaves the calendar", () => {
  collector("anna");
  called({ ownerid: reference("systemuser", "anna") });
  ledger.night("2026-03-05");
  ledger.store.update("duly_communication", { id: idOf(calls()[0]) }, { statecode: 1, statuscode: communicationStatus.cancelled });
  expect(activities()[0]?.statecode).toBe(2);
});

test("hours of a collector that cannot be read set apart the debtors with calls, not one who is written to, and name the column", () => {
  collector("anna", { duly_fromtime: "nine" });
  called();
  ledger.item(ledger.debtor("D2"), { due: "2026-02-02", amount: "50.00" });
  ledger.store.put("duly_stepvariant", { duly_name: "V", duly_strategystep: reference("duly_strategystep", ledger.stepIds[0] ?? ""), duly_sequence: 1, duly_context: stepcontext.newOrder, duly_channel: channel.email });
  ledger.store.update("duly_debtor", { id: String(ledger.store.all("duly_debtor")[1]?.duly_debtorid) }, { duly_lastorderon: "2026-03-04" });
  expect(ledger.night("2026-03-05")).toMatchObject({ Errors: 1, Communications: 1 });
  expect(String(ledger.store.all("duly_run")[0]?.duly_errorlog)).toContain("D1: DULY-CALL-001 The collector anna has a wrong duly_fromtime.");
});
