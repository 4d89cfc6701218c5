import { promiseStatus } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

let text: string;
let ledger: Ledger;
let debtorId: string;
let items: readonly string[];
beforeAll(async () => { ({ text } = await bundle()); });
beforeEach(() => {
  ledger = new Ledger(text, "2026-03-06");
  debtorId = ledger.debtor("C-1");
  items = ["60.00", "40.00"].map((amount) => ledger.item(debtorId, { due: "2026-03-02", amount }));
});

const promise = (columns: Record<string, string | null> = {}) => ledger.store.create("duly_promise", {
  duly_debtor: { logicalName: "duly_debtor", id: debtorId }, duly_promisedate: "2026-03-13", ...ledger.money(), ...columns,
});
const lines = () => ledger.store.all("duly_promiseline").map((row) => row.duly_openamount);

test("a promise without items covers everything that is open in its currency", () => {
  ledger.item(debtorId, { due: "2026-03-02", amount: "5000", currency: "HUF" });
  expect(ledger.store.row("duly_promise", promise())).toMatchObject({ duly_amount: "100.00" });
  expect(lines()).toEqual(["60.00", "40.00"]);
});

test("a promise about one item covers that item", () => {
  expect(ledger.store.row("duly_promise", promise({ duly_openitems: ` {${items[1]?.toUpperCase()}} ,`, duly_amount: "15" }))).toMatchObject({ duly_amount: "15.00", duly_openitems: items[1] });
  expect(lines()).toEqual(["40.00"]);
});

test.each([
  ["more than is open", { duly_amount: "100.01" }, "DULY-PROMISE-004"], ["nothing", { duly_amount: "0" }, "DULY-PROMISE-003"], ["too many decimals", { duly_amount: "1.001" }, "DULY-MONEY-002"],
  ["a day before today", { duly_promisedate: "2026-03-05" }, "DULY-PROMISE-005"], ["no day", { duly_promisedate: null }, "DULY-PROMISE-008"],
  ["an item that is not its own", { duly_openitems: "00000000-0000-0000-0000-000000000009" }, "DULY-PROMISE-002"], ["no debtor", { duly_debtor: null }, "DULY-PROMISE-007"],
])("%s is refused, and nothing is written", (_, columns, code) => {
  expect(() => promise(columns)).toThrow(code);
  expect([ledger.store.all("duly_promise"), lines()]).toEqual([[], []]);
});

test("an item is promised once; when everything is, that is said, and not that nothing is open", () => {
  promise({ duly_openitems: items[0] ?? "" });
  expect(() => promise({ duly_openitems: items[0] ?? "" })).toThrow("DULY-PROMISE-006");
  promise();
  expect(() => promise()).toThrow(/DULY-PROMISE-006 The item INV-\d+\/1 is already promised by 2026-/);
  for (const item of items) ledger.store.update("duly_openitem", { id: item }, { duly_openamount: "0", statecode: 1 });
  expect(() => promise()).toThrow("DULY-PROMISE-001");
});

test("an item is not taken out of an open promise by hand; a cancelled one lets it go, and a deleted one takes its lines with it", () => {
  const id = promise();
  const out = () => { ledger.store.delete("duly_promiseline", { id: String(ledger.store.all("duly_promiseline")[0]?.duly_promiselineid) }); };
  expect(out).toThrow(/DULY-PROMISE-016 The item INV-\d+\/1 cannot be taken out of the open promise/);
  expect(lines()).toEqual(["60.00", "40.00"]);
  ledger.store.update("duly_promise", { id }, { statecode: 1, statuscode: promiseStatus.cancelled });
  out();
  expect(lines()).toEqual(["40.00"]);
  const another = promise();
  ledger.store.delete("duly_promise", { id: another });
  expect(lines()).toEqual(["40.00"]);
});

test("without a currency it is that of the chosen items; of two currencies one must be chosen", () => {
  const forint = ledger.item(debtorId, { due: "2026-03-02", amount: "5000", currency: "HUF" });
  const bare = (columns: Record<string, string>) => ledger.store.create("duly_promise", { duly_debtor: { logicalName: "duly_debtor", id: debtorId }, duly_promisedate: "2026-03-13", ...columns });
  expect(ledger.store.row("duly_promise", bare({ duly_openitems: forint }))).toMatchObject({ duly_amount: "5000", ...ledger.money("HUF") });
  expect(() => bare({})).toThrow("DULY-PROMISE-009");
});

test("a promise that is moved ends after it was taken; a cancelled one protects no longer", () => {
  const id = promise();
  expect(() => ledger.store.update("duly_promise", { id }, { duly_promisedate: "2026-03-05" })).toThrow("DULY-PROMISE-005");
  expect(() => ledger.store.update("duly_promise", { id }, { duly_promisedate: "9999-12-31" })).toThrow("DULY-PROMISE-013");
  expect(ledger.night("2026-03-06").Communications).toBe(0);
  ledger.store.update("duly_promise", { id }, { statecode: 1, statuscode: promiseStatus.cancelled });
  expect(ledger.night("2026-03-09").Communications).toBe(1);
});

test.each([["100.00", "kept"], ["30.00", "partlyKept"]] as const)("O-46: a payment of %s until the promised day: %s", (amount, state) => {
  const id = promise();
  ledger.store.nowUtc = "2026-03-12T09:00:00Z";
  ledger.pay(debtorId, amount);
  for (const day of ["2026-03-12", "2026-03-13", "2026-03-16"]) ledger.night(day);
  expect(ledger.store.row("duly_promise", id)).toMatchObject({ statuscode: promiseStatus[state], duly_paidamount: amount, statecode: 1 });
});

test("a promise is kept by payments that close its items one after the other", () => {
  const id = promise();
  ledger.night("2026-03-09");
  for (const [day, item, amount] of [["2026-03-10", items[0], "60.00"], ["2026-03-12", items[1], "40.00"]] as const) {
    ledger.store.nowUtc = `${day}T09:00:00Z`;
    ledger.pay(debtorId, amount, { duly_openitem: { logicalName: "duly_openitem", id: item ?? "" } });
    ledger.night(day);
    ledger.night(day === "2026-03-10" ? "2026-03-11" : "2026-03-16");
  }
  expect(ledger.store.row("duly_promise", id)).toMatchObject({ statuscode: promiseStatus.kept, duly_paidamount: "100.00" });
});

test.each([
  ["another debtor", () => ({ duly_debtor: { logicalName: "duly_debtor", id: ledger.debtor("C-2") } }), "DULY-PROMISE-010"], ["other items", () => ({ duly_openitems: items[0] ?? "" }), "DULY-PROMISE-010"],
  ["nothing", () => ({ duly_amount: "0" }), "DULY-PROMISE-003"], ["more than was open", () => ({ duly_amount: "100.01" }), "DULY-PROMISE-004"],
])("a promise is not turned into one of %s", (_, columns, code) => {
  const id = promise();
  expect(() => ledger.store.update("duly_promise", { id }, columns())).toThrow(code);
  ledger.store.update("duly_promise", { id }, { duly_amount: "50.00" });
  expect(ledger.store.row("duly_promise", id).duly_amount).toBe("50.00");
});

test("A-48: the promise is a column of the aging of open items, and the run honours it", () => {
  ledger.item(debtorId, { due: "2026-01-12", amount: "25.00", issued: "2026-01-02" });
  promise({ duly_openitems: items[0] ?? "", duly_amount: "60.00" });
  ledger.night("2026-03-09");
  const { aging } = JSON.parse(String(ledger.store.execute("duly_ExplainDecision", { DebtorId: debtorId }).Explanation)) as { readonly aging: unknown };
  const bucket = (from: number | null, to: number | null, open: string, promised: string) => ({ from, to, open, promised });
  expect(aging).toEqual([{
    currency: "EUR", open: "125.00", credits: "0.00", net: "125.00",
    buckets: [bucket(null, 0, "0.00", "0.00"), bucket(1, 30, "100.00", "60.00"), bucket(31, 60, "25.00", "0.00"), bucket(61, 90, "0.00", "0.00"), bucket(91, null, "0.00", "0.00")],
  }]);
  expect(ledger.store.all("duly_communicationline").map((row) => row.duly_openamount)).toEqual(["25.00", "40.00"]);
});
