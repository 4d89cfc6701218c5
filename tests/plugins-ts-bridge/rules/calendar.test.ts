import { bundle, Ledger } from "../../builders/rules/ledger";

const reference = (logicalName: string, id: string) => ({ logicalName, id });
let ledger: Ledger;
beforeEach(async () => { ledger = new Ledger((await bundle()).text, "2026-03-02"); });

/** A calendar with the weekend of every week and these days. */
function calendar(code: string, days: Readonly<Record<string, boolean>>, weekend = ""): string {
  const id = ledger.store.put("duly_calendar", { duly_name: code, duly_code: code, duly_weekend: weekend });
  for (const [day, worked] of Object.entries(days)) ledger.store.put("duly_holiday", { duly_name: day, duly_calendar: reference("duly_calendar", id), duly_day: day, duly_worked: worked });
  return id;
}

const keeps = (table: string, id: string, calendarId: string) => ledger.store.update(table, { id }, { duly_calendar: reference("duly_calendar", calendarId) });
const plannedOn = () => ledger.store.all("duly_communication").map((row) => row.duly_plannedon);
const play = (...days: readonly string[]) => days.map((day) => ledger.night(day));

test("A-30: a step that falls on a holiday of the debtor's calendar moves, the next counts from the day on which it was sent, and the shift is recorded", () => {
  const debtor = ledger.debtor("D1");
  keeps("duly_debtor", debtor, calendar("HU", { "2026-03-05": false, "2026-03-06": false }));
  ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  play("2026-03-05", "2026-03-06", "2026-03-07", "2026-03-09", "2026-03-12", "2026-03-13", "2026-03-16");
  expect(plannedOn()).toEqual(["2026-03-09", "2026-03-16"]);
  expect(ledger.store.all("duly_communicationline").map((row) => row.duly_shifteddays)).toEqual([4, 4]);
});

test("L-15: a Saturday that the company works by decree is a day of dunning", () => {
  keeps("duly_company", ledger.companyId, calendar("HU", { "2026-03-07": true }));
  ledger.item(ledger.debtor("D1"), { due: "2026-03-04", amount: "100.00" });
  play("2026-03-06", "2026-03-07");
  expect(plannedOn()).toEqual(["2026-03-07"]);
});

test("A-40: a run at 23:30Z on 31 December is the run of 1 January for a company in Budapest", () => {
  ledger.store.update("duly_company", { id: ledger.companyId }, { duly_timezone: "Europe/Budapest" });
  ledger.store.nowUtc = "2026-12-31T23:30:00Z";
  const { RunId } = ledger.store.execute("duly_StartRun", { CompanyId: ledger.companyId });
  expect(ledger.store.row("duly_run", String(RunId)).duly_asof).toBe("2027-01-01");
});

test("a calendar whose weekend cannot be read sets only the debtors apart that keep it", () => {
  const [broken, sound] = [ledger.debtor("D1"), ledger.debtor("D2")];
  keeps("duly_debtor", broken, calendar("XX", {}, "0,9"));
  for (const debtor of [broken, sound]) ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 1, Errors: 1 });
  expect(ledger.store.all("duly_run")[0]?.duly_errorlog).toMatch(/^D1: DULY-CALENDAR-001.*"0,9".*XX.*duly_calendar\.duly_weekend/);
});
