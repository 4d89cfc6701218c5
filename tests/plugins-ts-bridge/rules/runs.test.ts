import type { RawRow } from "#bridge/sdk/value";
import { channel, decisionreason, language, runmode, runStatus } from "#solution/generated/names";
import { run } from "#solution/schema/work";
import { debtor as debtorTable } from "#solution/schema/ledger";
import { bundle, Ledger, reference } from "../../builders/rules/ledger";

/** Runs that fail in part, are previewed, cancelled, or made for nobody. Items are due on Monday 2 March 2026; the strategy reminds after 3, 10 and 20 days. */
let ledger: Ledger;
beforeEach(async () => { ledger = new Ledger((await bundle()).text, "2026-03-02"); });

const due = { due: "2026-03-02", amount: "100.00" };
const start = (day: string, mode?: number): Readonly<Record<string, unknown>> => {
  ledger.store.nowUtc = `${day}T02:00:00Z`;
  return ledger.store.execute("duly_StartRun", { CompanyId: ledger.companyId, ...(mode === undefined ? {} : { Mode: mode }) });
};
const page = (begun: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ledger.store.execute("duly_ProcessRunPage", { RunId: String(begun.RunId), Cursor: String(begun.Cursor) });
const preview = (day: string): string => {
  const begun = start(day, runmode.preview);
  for (let cursor = String(begun.Cursor); cursor !== "end";) cursor = String(page({ RunId: begun.RunId, Cursor: cursor }).Cursor);
  ledger.store.execute("duly_FinishRun", { RunId: String(begun.RunId) });
  return String(begun.RunId);
};
/** A debtor with so many items as rows that are there already, as the import left them: by the rules a thousand of them would take half a minute. */
function loaded(number: string, parts: { readonly items?: number; readonly amount?: string; readonly columns?: RawRow } = {}): readonly string[] {
  const { items = 1, amount = "100.00", columns = {} } = parts;
  const { store } = ledger;
  const company = { duly_company: reference("duly_company", ledger.companyId) };
  const debtor = { duly_debtor: reference("duly_debtor", store.put("duly_debtor", { duly_name: `Buyer ${number}`, duly_number: number, duly_nextactionon: "2026-03-02", ...company, ...columns })) };
  store.put("duly_contactpoint", { duly_name: `pay@${number.toLowerCase()}.example`, duly_channel: channel.email, duly_primary: true, ...debtor });
  return Array.from({ length: items }, (_, index) => {
    const invoice = reference("duly_invoice", store.put("duly_invoice", { duly_name: `${number}-${index}`, duly_issuedon: "2026-01-02", ...company, ...debtor }));
    return store.put("duly_openitem", {
      duly_name: `${number}-${index}/1`, duly_invoice: invoice, duly_instalment: 1, duly_issuedon: "2026-01-02", duly_duedate: "2026-03-02", duly_amount: amount, duly_openamount: amount, duly_level: 0, duly_cycle: 0, ...company, ...debtor, ...ledger.money(),
    });
  });
}
const told = (): readonly RawRow[] => ledger.store.all("duly_communicationline");

test("A-05, A-06: of 1,000 debtors the second has no template: 999 messages, one error, the run completed with errors, and its counts are the rows", () => {
  const wordless = ledger.store.put("duly_strategy", { duly_name: "Wordless" });
  ledger.store.put("duly_strategystep", { duly_name: "S", duly_strategy: reference("duly_strategy", wordless), duly_sequence: 1, duly_offsetdays: 3, duly_channel: channel.email, duly_template: null });
  const items = Array.from({ length: 1_000 }, (_, index) => loaded(`C-${String(index + 1).padStart(4, "0")}`, { columns: index === 1 ? { duly_strategy: reference("duly_strategy", wordless) } : {} })).flat();
  expect(ledger.night("2026-03-05")).toMatchObject({ Status: "CompletedWithErrors", Debtors: 1_000, Communications: 999, Items: 999, Errors: 1, Totals: '{"noTemplate":1,"reminded":999}' });
  expect([ledger.store.all("duly_communication").length, told().length]).toEqual([999, 999]);
  const [stored] = ledger.store.all("duly_run");
  expect(stored).toMatchObject({ statuscode: runStatus.completedWithErrors, duly_communications: 999, duly_items: 999, duly_errors: 1, duly_errorlog: expect.stringMatching(/^C-0002: DULY-ITEM-004 [^\n]*$/) as string });
  expect(ledger.store.row("duly_openitem", items[1] ?? "")).toMatchObject({ duly_reason: decisionreason.noTemplate, duly_level: 0 });
}, 120_000);

test("A-18: a run and a debtor are of a company, and no run is begun without one", () => {
  expect([run.columns.company.required, debtorTable.columns.company.required]).toEqual([true, true]);
  for (const input of [{}, { CompanyId: null }, { CompanyId: "" }]) expect(() => ledger.store.execute("duly_StartRun", input)).toThrow("DULY-RULE-002");
  expect(ledger.store.all("duly_run")).toEqual([]);
});

test("A-18: an explanation and a message tell a debtor of its own company's items only, though another company has a customer of the same number", () => {
  const other = ledger.company("S2");
  const [mine, theirs] = [ledger.debtor("C-1"), ledger.debtor("C-1", {}, other)];
  ledger.item(mine, due);
  ledger.item(theirs, { due: "2026-02-02", amount: "777.00" });
  ledger.night("2026-03-05");
  expect(ledger.store.all("duly_communication").map((row) => [row.duly_company, row.duly_total])).toEqual([[reference("duly_company", ledger.companyId), "100.00"]]);
  const { items } = JSON.parse(String(ledger.store.execute("duly_ExplainDecision", { DebtorId: mine, AsOf: "2026-03-05" }).Explanation)) as { items: { name: string }[] };
  expect(items.map(({ name }) => name)).toEqual(["INV-1/1"]);
});

test("A-20: where the debtor's language has no text it is written to in the company's, never empty, and the run's log warns", () => {
  ledger.item(ledger.debtor("C-1", { duly_language: language.italian }), due);
  ledger.night("2026-03-05");
  expect(ledger.store.all("duly_communication")).toMatchObject([{ duly_language: language.english, duly_name: "Reminder for Buyer C-1", duly_body: expect.stringContaining("INV-1") as string }]);
  expect(ledger.store.all("duly_run")[0]?.duly_errorlog).toMatch(/^DULY-RUN-010 .*C-1.*Italian.*English/);
});

test("A-29: a preview lists a debtor whose only item is on hold, with the reason, and a message for nobody", () => {
  const debtorId = ledger.debtor("C-1");
  ledger.item(debtorId, due);
  ledger.store.create("duly_hold", { duly_name: "Flood", duly_debtor: reference("duly_debtor", debtorId), duly_startson: "2026-03-02", duly_endson: "2026-03-09" });
  preview("2026-03-05");
  expect(ledger.store.all("duly_runline")).toMatchObject([{ duly_debtor: { id: debtorId }, duly_communications: 0, duly_items: 0, duly_reasons: "INV-1/1: On hold since 2026-03-02 until 2026-03-09." }]);
});

test("A-29: also after a commit, when nobody's day has come: who is left out is listed with the reason and counted, who only waits for a step is not", () => {
  const [held, ready] = [ledger.debtor("C-1"), ledger.debtor("C-2")];
  for (const id of [held, ready]) ledger.item(id, due);
  ledger.store.create("duly_hold", { duly_name: "Flood", duly_debtor: reference("duly_debtor", held), duly_startson: "2026-03-02", duly_endson: "2026-03-31" });
  ledger.night("2026-03-05");
  const before = JSON.stringify([held, ready].map((id) => ledger.store.row("duly_debtor", id)));
  preview("2026-03-06");
  preview("2026-03-06");
  expect(ledger.store.all("duly_runline")).toMatchObject([{ duly_debtor: { id: held }, duly_communications: 0, duly_items: 0, duly_reasons: "INV-1/1: On hold since 2026-03-02 until 2026-03-31." }]);
  expect(ledger.store.all("duly_run").at(-1)).toMatchObject({ duly_debtors: 1, duly_communications: 0, duly_errors: 0, duly_totals: JSON.stringify({ held: 1 }) });
  expect(JSON.stringify([held, ready].map((id) => ledger.store.row("duly_debtor", id)))).toBe(before);
  expect(ledger.night("2026-03-06")).toMatchObject({ Debtors: 0, Communications: 0 });
});

describe("A-34: how often an item was dunned", () => {
  const most = (attempts: number): void => { ledger.store.update("duly_strategy", { id: ledger.strategyId }, { duly_attempts: attempts }); };
  test("counts no preview: after three of them the one message that the strategy allows still goes", () => {
    most(1);
    const id = ledger.item(ledger.debtor("C-1"), due);
    for (let time = 0; time < 3; time += 1) preview("2026-03-05");
    expect(ledger.store.row("duly_openitem", id)).toMatchObject({ duly_level: 0 });
    expect(ledger.store.row("duly_openitem", id).duly_attempts ?? 0).toBe(0);
    expect(ledger.night("2026-03-05").Items).toBe(1);
    expect(ledger.store.row("duly_openitem", id)).toMatchObject({ duly_level: 1, duly_attempts: 1 });
  });
  test("counts no run that was cancelled: the night after it begins at the first step", () => {
    most(1);
    const id = ledger.item(ledger.debtor("C-1"), due);
    const begun = start("2026-03-05");
    ledger.store.update("duly_run", { id: String(begun.RunId) }, { statecode: 1, statuscode: runStatus.cancelled });
    expect(() => page(begun)).toThrow("DULY-RUN-005");
    expect([told(), ledger.store.row("duly_openitem", id).duly_attempts ?? 0]).toEqual([[], 0]);
    expect(ledger.night("2026-03-06").Items).toBe(1);
    expect(ledger.store.row("duly_openitem", id)).toMatchObject({ duly_level: 1, duly_attempts: 1 });
  });
});

// Its time is measured by `npm run bench -- --part single`.
test("a debtor with 2,574 open items is one page and one message that lists them all", () => {
  loaded("BIG", { items: 2_574, amount: "1.00" });
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 1, Items: 2_574, Debtors: 1, Errors: 0, pages: 1 });
  const [message] = ledger.store.all("duly_communication");
  expect([message?.duly_total, String(message?.duly_body).match(/<li>/g)?.length]).toEqual(["2574.00", 2_574]);
  const before = ledger.store.writes.length;
  ledger.night("2026-03-05");
  expect(ledger.store.writes).toHaveLength(before);
}, 60_000);
