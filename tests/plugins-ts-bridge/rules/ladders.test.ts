import type { RawRow } from "#bridge/sdk/value";
import { addDays } from "#domain/calendar/arithmetic";
import { channel, debtorkind, language, runStatus, stepcontext } from "#solution/generated/names";
import { day } from "../../builders/facts";
import { bundle, Ledger, reference } from "../../builders/rules/ledger";

/** Ladders night by night through the rule bundle; the strategy reminds by e-mail after 3, 10 and 20 days. */
let ledger: Ledger;
beforeEach(async () => { ledger = new Ledger((await bundle()).text, "2026-03-02"); });

const idOf = (row: RawRow | undefined, column: string): string => (row?.[column] as { readonly id: string } | null | undefined)?.id ?? "";
const item = (id: string): RawRow => ledger.store.row("duly_openitem", id);
const messages = () => ledger.store.all("duly_communication");
const step = (index: number, columns: RawRow): void => { ledger.store.update("duly_strategystep", { id: ledger.stepIds[index] ?? "" }, columns); };
/** Plays so many nights one after another. */
function nights(from: string, count: number): void { for (let night = 0; night < count; night += 1) ledger.night(addDays(day(from), night)); }

/** A strategy of steps, each a channel and its day. */
function strategy(code: string, ...steps: readonly (readonly [by: number, days: number])[]) {
  const id = reference("duly_strategy", ledger.store.put("duly_strategy", { duly_name: code, duly_code: code }));
  steps.forEach(([by, days], index) => ledger.store.put("duly_strategystep", {
    duly_name: `${code} ${index + 1}`, duly_strategy: id, duly_sequence: index + 1, duly_offsetdays: days, duly_channel: by, duly_template: reference("duly_template", ledger.templateId),
  }));
  return id;
}

test("O-26, C-25: three steps on days 5, 20 and 40: 60 nights tell levels 1, 2 and 3 on exactly these days past due, never twice the same", () => {
  [5, 20, 40].forEach((days, index) => { step(index, { duly_offsetdays: days }); });
  ledger.item(ledger.debtor("C-1"), { due: "2026-03-04", amount: "100.00" });
  nights("2026-03-02", 60);
  expect(ledger.store.all("duly_communicationline").map((row) => [row.duly_level, row.duly_dayspastdue])).toEqual([[1, 5], [2, 20], [3, 40]]);
  expect(messages().map((row) => row.duly_level)).toEqual([1, 2, 3]);
});

test.each([["O-25", -3, "2026-03-12"], ["C-24", -5, "2026-03-14"]])("%s: a courtesy step at %i for an item due on T%s: one message on T, 9 March, none the day before and none the day after", (_, offset, due) => {
  step(0, { duly_offsetdays: offset });
  ledger.item(ledger.debtor("C-1"), { due, amount: "100.00" });
  expect(["2026-03-08", "2026-03-09", "2026-03-10"].map((on) => ledger.night(on).Communications)).toEqual([0, 1, 0]);
});

test("H-26: corporate debtors are called first and then get a letter, residential ones a letter first", () => {
  const ways = [[channel.phone, 3], [channel.letter, 10]] as const;
  const segment = (code: string, kind: number, ladder: ReturnType<typeof strategy>): void => {
    ledger.store.create("duly_segment", { duly_name: code, duly_code: code, duly_sequence: 10, duly_debtorkind: kind, duly_strategy: ladder });
  };
  segment("corporate", debtorkind.company, strategy("corporate", ...ways));
  segment("residential", debtorkind.naturalPerson, strategy("residential", [channel.letter, 3], [channel.phone, 10]));
  const debtors = [debtorkind.company, debtorkind.naturalPerson].map((kind, index) => {
    const debtor = ledger.debtor(`C-${index}`, { duly_kind: kind });
    for (const [by, name] of [[channel.phone, "+36 1 234 5678"], [channel.letter, "1 Main St"]] as const) ledger.store.create("duly_contactpoint", { duly_name: name, duly_debtor: reference("duly_debtor", debtor), duly_channel: by });
    ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
    return debtor;
  });
  nights("2026-03-02", 20);
  expect(debtors.map((debtor) => messages().filter((row) => idOf(row, "duly_debtor") === debtor).map((row) => row.duly_channel))).toEqual([[channel.phone, channel.letter], [channel.letter, channel.phone]]);
});

test("C-28: the debtor's own strategy goes before that of its segment; once it is removed the segment's counts again", () => {
  ledger.store.create("duly_segment", { duly_name: "all", duly_code: "all", duly_sequence: 10, duly_strategy: strategy("segment", [channel.email, 5]) });
  const debtor = ledger.debtor("C-1", { duly_strategy: strategy("own", [channel.email, 8]) });
  const owed = ledger.item(debtor, { due: "2026-03-04", amount: "100.00" });
  ledger.night("2026-03-05");
  expect(item(owed).duly_nextactionon).toBe("2026-03-12");
  expect(ledger.night("2026-03-09").Communications).toBe(0);
  ledger.store.nowUtc = "2026-03-09T09:00:00Z";
  ledger.store.update("duly_debtor", { id: debtor }, { duly_strategy: null });
  expect(ledger.night("2026-03-10").Communications).toBe(1);
  const told = ledger.store.row("duly_strategystep", idOf(messages()[0], "duly_strategystep"));
  expect([told.duly_name, JSON.parse(String(ledger.store.execute("duly_ExplainDecision", { DebtorId: debtor }).Explanation))]).toEqual(["segment 1", expect.objectContaining({ strategy: { name: "segment", source: "segment" } })]);
});

test("C-26: a debtor who ordered yesterday is called in the words of the variant, one without an order is written to in those of the step", () => {
  const pending = ledger.store.put("duly_template", { duly_name: "Order pending", duly_code: "order-pending" });
  ledger.store.put("duly_templatetext", { duly_name: "Order pending", duly_template: reference("duly_template", pending), duly_language: language.english, duly_subject: "Your new order", duly_body: "<p>Your order waits</p>" });
  ledger.store.put("duly_stepvariant", {
    duly_name: "New order", duly_strategystep: reference("duly_strategystep", ledger.stepIds[0] ?? ""), duly_sequence: 1, duly_context: stepcontext.newOrder, duly_days: 2,
    duly_channel: channel.phone, duly_template: reference("duly_template", pending),
  });
  const debtors = ["2026-03-04", null].map((on, index) => {
    const debtor = ledger.debtor(`C-${index}`, { duly_lastorderon: on });
    ledger.store.create("duly_contactpoint", { duly_name: "+36 1 234 5678", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.phone });
    ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
    return debtor;
  });
  ledger.night("2026-03-05");
  expect(debtors.flatMap((debtor) => messages().filter((row) => idOf(row, "duly_debtor") === debtor).map((row) => [row.duly_channel, row.duly_name]))).toEqual([
    [channel.phone, "Your new order"], [channel.email, expect.stringContaining("Reminder for") as string],
  ]);
});

describe("C-30: remind now, two days after the first reminder", () => {
  const remind = (more: RawRow) => {
    const debtor = ledger.debtor("C-1");
    const owed = ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
    ledger.night("2026-03-05");
    ledger.store.nowUtc = "2026-03-07T10:00:00Z";
    ledger.store.execute("duly_RemindNow", { DebtorId: debtor, ...more });
    return { owed, made: messages().slice(1).map((row) => [row.duly_level, row.duly_adhoc]) };
  };

  test("makes a message in the words of the level, and the ladder goes on on its own day", () => {
    const { owed, made } = remind({});
    expect([made, item(owed).duly_level, item(owed).duly_nextactionon]).toEqual([[[1, true]], 1, "2026-03-12"]);
    expect(ledger.night("2026-03-12")).toMatchObject({ Communications: 1 });
    expect(item(owed).duly_level).toBe(2);
  });

  test("moves the ladder when the user asks for it: step 2 is done, the third comes on its day", () => {
    const { owed, made } = remind({ MoveLadder: true });
    expect([made, item(owed).duly_level]).toEqual([[[2, true]], 2]);
    expect(["2026-03-12", "2026-03-20", "2026-03-23"].map((on) => ledger.night(on).Communications)).toEqual([0, 0, 1]);
    expect(item(owed).duly_level).toBe(3);
  });
});

test("H-34: after the first notice the rows of item and debtor say which notice is next, and on which day", () => {
  const debtor = ledger.debtor("C-1");
  const owed = ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  ledger.night("2026-03-05");
  for (const row of [item(owed), ledger.store.row("duly_debtor", debtor)]) {
    expect([ledger.store.row("duly_strategystep", idOf(row, "duly_nextstep")).duly_name, row.duly_nextactionon]).toEqual(["Step 2", "2026-03-12"]);
  }
});

test("H-35: at step 2 of 5, the fifth of them legal, three stages remain, on item and debtor", () => {
  const five = strategy("five", [channel.email, 3], [channel.email, 7], [channel.email, 20], [channel.email, 30], [channel.email, 40]);
  ledger.store.update("duly_strategystep", { id: String(ledger.store.all("duly_strategystep").at(-1)?.duly_strategystepid) }, { duly_legal: true });
  const debtor = ledger.debtor("C-1", { duly_strategy: five });
  const owed = ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  nights("2026-03-02", 10);
  expect(item(owed)).toMatchObject({ duly_level: 2, duly_stagestolegal: 3 });
  expect(ledger.store.row("duly_debtor", debtor)).toMatchObject({ duly_level: 2, duly_stagestolegal: 3 });
});

test("T-14: step 3 from 20 to 25 days while the ladder is under way: the next run plans the item anew and logs it, and the step comes on the new day", () => {
  const owed = ledger.item(ledger.debtor("C-1"), { due: "2026-03-02", amount: "100.00" });
  ledger.night("2026-03-05");
  ledger.night("2026-03-12");
  expect(item(owed)).toMatchObject({ duly_level: 2, duly_nextactionon: "2026-03-23" });
  step(2, { duly_offsetdays: 25 });
  ledger.night("2026-03-13");
  expect(item(owed)).toMatchObject({ duly_level: 2, duly_nextactionon: "2026-03-27" });
  expect(ledger.store.all("duly_run").find((run) => run.duly_asof === "2026-03-13")).toMatchObject({ statuscode: runStatus.completed, duly_errorlog: expect.stringMatching(/^DULY-RUN-013 The policy was changed/) as string });
  expect(["2026-03-23", "2026-03-26", "2026-03-27"].map((on) => ledger.night(on).Communications)).toEqual([0, 0, 1]);
});

test("T-01: duly_ForecastActivities lists for 30 days what the nights then make: day, channel, level, amount, items", () => {
  step(1, { duly_channel: channel.phone });
  step(2, { duly_deadlinedays: 7 });
  const debtor = ledger.debtor("C-1");
  ledger.store.create("duly_contactpoint", { duly_name: "+36 1 234 5678", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.phone });
  for (const due of ["2026-03-02", "2026-03-10", "2026-02-27"]) ledger.item(debtor, { due, amount: "100.00" });
  const foreseen = JSON.parse(String(ledger.store.execute("duly_ForecastActivities", { DebtorId: debtor }).Activities)) as { day: string; channel: string; level: number; total: string; items: string[] }[];
  nights("2026-03-02", 30);
  const names = new Map(Object.entries(channel).map(([name, value]) => [value as number, name]));
  const made = messages().map((row) => ({
    day: row.duly_plannedon, channel: names.get(Number(row.duly_channel)), level: row.duly_level, total: row.duly_total, charges: "0.00", currency: "EUR",
    items: ledger.store.all("duly_communicationline").filter((line) => idOf(line, "duly_communication") === row.duly_communicationid).map((line) => item(idOf(line, "duly_openitem")).duly_name),
  }));
  expect(made.length).toBeGreaterThan(4);
  expect(foreseen).toEqual(made);
});
