import fc from "fast-check";
import { channel, debtorkind, runmode, severity } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

const reference = (logicalName: string, id: string) => ({ logicalName, id });
const open = async (day = "2026-03-05") => new Ledger((await bundle()).text, day);

const segment = (ledger: Ledger, code: string, columns: Parameters<Ledger["store"]["put"]>[1], sequence = 10): string =>
  ledger.store.create("duly_segment", { duly_name: code, duly_code: code, duly_sequence: sequence, ...ledger.money(), ...columns });

const evaluate = (ledger: Ledger) => ledger.store.execute("duly_EvaluateSegments", { CompanyId: ledger.companyId });

test("O-24, E-01: who becomes overdue enters delinquency, who pays leaves it the same day, and both dates stay", async () => {
  const ledger = await open();
  const debtor = ledger.debtor("C-1");
  ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  ledger.night("2026-03-05");
  expect(ledger.store.all("duly_delinquency")).toMatchObject([{ duly_enteredon: "2026-03-03", duly_severity: severity.low }]);
  ledger.store.nowUtc = "2026-03-06T10:00:00Z";
  ledger.pay(debtor, "100.00");
  ledger.night("2026-03-06");
  expect(ledger.store.all("duly_delinquency")).toMatchObject([{ duly_enteredon: "2026-03-03", duly_lefton: "2026-03-06", duly_reason: "paid" }]);
  expect(ledger.store.row("duly_debtor", debtor)).toMatchObject({ duly_severity: null, duly_openamount: "0.00", duly_openitemcount: 0 });
});

test("C-03: when the figures change the segment does, at the next evaluation and with a dated history; repeating it writes nothing", async () => {
  const ledger = await open("2026-03-02");
  const large = segment(ledger, "large", { duly_balancefrom: "1000.00" });
  const rest = segment(ledger, "rest", {}, 90);
  const debtor = ledger.debtor("C-1");
  ledger.item(debtor, { due: "2026-03-20", amount: "100.00" });
  evaluate(ledger);
  expect(ledger.store.row("duly_debtor", debtor).duly_segment).toMatchObject({ id: rest });
  ledger.store.nowUtc = "2026-03-09T08:00:00Z";
  ledger.item(debtor, { due: "2026-03-25", amount: "900.00" });
  expect(evaluate(ledger)).toMatchObject({ Moved: 1, Errors: "" });
  expect(ledger.store.row("duly_debtor", debtor)).toMatchObject({ duly_segment: { id: large }, duly_openamount: "1000.00", duly_openitemcount: 2 });
  expect(ledger.store.all("duly_segmentmembership")).toMatchObject([
    { duly_segment: { id: rest }, duly_startson: "2026-03-02", duly_endson: "2026-03-08" },
    { duly_segment: { id: large }, duly_startson: "2026-03-09", duly_reason: "Matched: Open amount 1000.00 EUR (from 1000.00 EUR)." },
  ]);
  const before = ledger.store.writes.length;
  expect(evaluate(ledger)).toMatchObject({ Moved: 0 });
  expect(ledger.store.writes.slice(before)).toEqual([]);
});

describe("a night keeps the segments of debtors whose day has not come", () => {
  /** Item due on 2 March and told on the 5th; the ladder goes on on the 12th. On the 9th it is a week late. */
  const late = async () => {
    const ledger = await open("2026-03-02");
    const strict = ladder(ledger, "strict", channel.email, 3, 7);
    const week = segment(ledger, "week", { duly_dayspastduefrom: 7, duly_strategy: strict });
    const debtor = ledger.debtor("C-1");
    const item = ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
    ledger.night("2026-03-05");
    return { ledger, week, debtor, item };
  };

  const standing = ({ store }: Ledger, debtor: string) => [store.row("duly_debtor", debtor).duly_segment ?? null, store.row("duly_debtor", debtor).duly_nextactionon];
  const preview = ({ store, companyId }: Ledger) => {
    store.nowUtc = "2026-03-09T01:00:00Z";
    const run = store.execute("duly_StartRun", { CompanyId: companyId, Mode: runmode.preview });
    let page = store.execute("duly_ProcessRunPage", { RunId: run.RunId ?? "", Cursor: run.Cursor ?? "" });
    while (page.Done !== true) page = store.execute("duly_ProcessRunPage", { RunId: run.RunId ?? "", Cursor: page.Cursor ?? "" });
    return store.execute("duly_FinishRun", { RunId: run.RunId ?? "" });
  };

  test("C-03: the day alone moves a debtor to another segment, and the step of that segment leaves the same night", async () => {
    const { ledger, week, debtor } = await late();
    expect(standing(ledger, debtor)).toEqual([null, "2026-03-12"]);
    expect(ledger.night("2026-03-06")).toMatchObject({ Communications: 0 });
    expect(ledger.night("2026-03-09")).toMatchObject({ Debtors: 1, Communications: 1 });
    expect(ledger.store.row("duly_debtor", debtor)).toMatchObject({ duly_segment: { id: week } });
    expect(ledger.store.all("duly_segmentmembership")).toMatchObject([{ duly_segment: { id: week }, duly_startson: "2026-03-09" }]);
  });

  test("a preview tells what the new segment brings, and writes nothing of it", async () => {
    const { ledger, debtor } = await late();
    expect(preview(ledger)).toMatchObject({ Debtors: 1, Communications: 1 });
    expect(standing(ledger, debtor)).toEqual([null, "2026-03-12"]);
    expect(ledger.night("2026-03-09")).toMatchObject({ Debtors: 1, Communications: 1 });
  });

  test("a night in which nothing changes writes no row but the run's, and who owes nothing is not read", async () => {
    const { ledger, debtor } = await late();
    ledger.night("2026-03-09");
    const paid = ledger.debtor("C-2");
    ledger.night("2026-03-10");
    const before = ledger.store.writes.length;
    ledger.night("2026-03-11");
    expect([...new Set(ledger.store.writes.slice(before))].sort()).toEqual(["create duly_run", "update duly_run"]);
    expect(ledger.store.row("duly_debtor", debtor).duly_openitemcount).toBe(1);
    expect(ledger.store.row("duly_debtor", paid).duly_openitemcount).toBe(0);
  });
});

test("O-44: a debtor that becomes delinquent is given to the collector with the fewest, once", async () => {
  const ledger = await open();
  const collectors = ["user-a", "user-b"].map((user) => ledger.store.put("duly_collector", {
    duly_name: user, duly_company: reference("duly_company", ledger.companyId), duly_user: reference("systemuser", user), duly_capacity: 50,
  }));
  const debtors = ["C-1", "C-2", "C-3"].map((number) => ledger.debtor(number));
  debtors.forEach((debtor) => ledger.item(debtor, { due: "2026-03-02", amount: "100.00" }));
  ledger.night("2026-03-05");
  const given = () => debtors.map((debtor) => ledger.store.row("duly_debtor", debtor)).map((row) => [row.duly_collector, row.ownerid]);
  const first = given();
  expect(first).toEqual([0, 1, 0].map((index) => [reference("duly_collector", collectors[index] ?? ""), reference("systemuser", ["user-a", "user-b"][index] ?? "")]));
  ledger.store.update("duly_debtor", { id: debtors[0] ?? "" }, { ownerid: reference("systemuser", "stand-in") });
  ledger.night("2026-03-12");
  expect(given()[0]).toEqual([first[0]?.[0], reference("systemuser", "stand-in")]);
});

test("C-04: items whose due date differs from the agreed terms are listed, the debtor's terms before the segment's", async () => {
  const ledger = await open();
  const usual = segment(ledger, "usual", { duly_termsdays: 30 });
  const [own, ofSegment] = [ledger.debtor("C-1", { duly_termsdays: 14 }), ledger.debtor("C-2", { duly_segment: reference("duly_segment", usual) })];
  ledger.item(own, { issued: "2026-03-01", due: "2026-03-15", amount: "1.00" });
  ledger.item(own, { issued: "2026-03-01", due: "2026-03-31", amount: "1.00" });
  ledger.item(ofSegment, { issued: "2026-03-01", due: "2026-03-31", amount: "1.00" });
  expect(JSON.parse(String(ledger.store.execute("duly_ListTermDeviations", { CompanyId: ledger.companyId }).Deviations)))
    .toEqual([{ item: "INV-2/1", debtor: "C-1", issuedOn: "2026-03-01", dueOn: "2026-03-31", days: 30, agreed: 14 }]);
});

/** A strategy whose first step goes by a channel after so many days. */
function ladder(ledger: Ledger, code: string, by: number, ...days: readonly number[]): ReturnType<typeof reference> {
  const strategy = reference("duly_strategy", ledger.store.create("duly_strategy", { duly_name: code, duly_code: code }));
  days.forEach((offset, index) => ledger.store.create("duly_strategystep", {
    duly_name: `${code} ${index + 1}`, duly_strategy: strategy, duly_sequence: index + 1, duly_offsetdays: offset, duly_channel: by, duly_template: reference("duly_template", ledger.templateId),
  }));
  return strategy;
}

test("H-04, H-06, H-24, H-26: two segments that are only rows give persons and companies another first step on the same day past due", async () => {
  const ledger = await open();
  segment(ledger, "persons", { duly_debtorkind: debtorkind.naturalPerson, duly_strategy: ladder(ledger, "soft", channel.email, 3) });
  segment(ledger, "companies", { duly_debtorkind: debtorkind.company, duly_strategy: ladder(ledger, "calls", channel.phone, 3) });
  for (const [number, kind] of [["P-1", debtorkind.naturalPerson], ["B-1", debtorkind.company]] as const) {
    const debtor = ledger.debtor(number, { duly_kind: kind });
    ledger.store.create("duly_contactpoint", { duly_name: "+36 1 234 5678", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.phone });
    ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  }
  ledger.night("2026-03-05");
  const byDebtor = ledger.store.all("duly_communication").map((row) => [ledger.store.row("duly_debtor", String((row.duly_debtor as { id: string }).id)).duly_number, row.duly_channel]);
  expect(byDebtor).toEqual(expect.arrayContaining([["P-1", channel.email], ["B-1", channel.phone]]));
  expect(byDebtor).toHaveLength(2);
});

test("C-11, E-15: the score decides the path: the same item of a bad payer is told sooner than that of a good one, and a better score brings the courteous path back", async () => {
  const ledger = await open("2026-03-02");
  segment(ledger, "bad", { duly_scoreto: "40.00", duly_strategy: ladder(ledger, "soon", channel.email, 1) });
  segment(ledger, "good", { duly_scorefrom: "40.01", duly_strategy: ladder(ledger, "courteous", channel.email, 8) }, 20);
  const [bad, good, better] = [["C-1", "20.00"], ["C-2", "80.00"], ["C-3", "20.00"]].map(([number = "", score = ""]) => ledger.debtor(number, { duly_behaviourscore: score }));
  for (const debtor of [bad, good, better]) ledger.item(debtor ?? "", { due: "2026-03-05", amount: "100.00" });
  ledger.night("2026-03-04");
  ledger.store.nowUtc = "2026-03-05T10:00:00Z";
  ledger.store.update("duly_debtor", { id: better ?? "" }, { duly_behaviourscore: "60.00" });
  const toldOn = (debtor: string | undefined) => ledger.store.all("duly_communication").filter((row) => (row.duly_debtor as { id: string }).id === debtor).map((row) => row.duly_plannedon);
  for (const day of ["2026-03-05", "2026-03-06", "2026-03-09", "2026-03-13"]) ledger.night(day);
  expect([bad, good, better].map(toldOn)).toEqual([["2026-03-06"], ["2026-03-13"], ["2026-03-13"]]);
});

test("E-02: a step on day 7 from 50.01 takes exactly the items that are 7 days past due with more than 50 open", async () => {
  const ledger = await open("2026-03-02");
  const strategy = ladder(ledger, "seven", channel.email, 7);
  ledger.store.update("duly_strategystep", { id: String(ledger.store.all("duly_strategystep").at(-1)?.duly_strategystepid) }, { duly_minimumamount: "50.01", ...ledger.money() });
  const debtor = ledger.debtor("C-1", { duly_strategy: strategy });
  const amounts = [["2026-03-02", "50.00"], ["2026-03-02", "50.01"], ["2026-03-03", "900.00"], ["2026-03-02", "900.00"]] as const;
  const items = amounts.map(([due, amount]) => ledger.item(debtor, { due, amount }));
  ledger.night("2026-03-09");
  expect(ledger.store.all("duly_communicationline").map((row) => (row.duly_openitem as { id: string }).id).sort()).toEqual([items[1], items[3]].sort());
});

test("a view condition takes only debtors that the view finds; one over another table is refused when it is saved", async () => {
  const ledger = await open();
  const condition = (name: string) => `<fetch><entity name="duly_debtor"><attribute name="duly_name"/><order attribute="duly_name"/><filter><condition attribute="duly_name" operator="eq" value="${name}"/></filter></entity></fetch>`;
  const viewed = segment(ledger, "viewed", { duly_fetchxml: condition("Buyer C-2") });
  const debtors = ["C-1", "C-2"].map((number) => ledger.debtor(number));
  evaluate(ledger);
  expect(debtors.map((id) => ledger.store.row("duly_debtor", id).duly_segment ?? null)).toEqual([null, reference("duly_segment", viewed)]);
  expect(() => segment(ledger, "wrong", { duly_fetchxml: '<fetch><entity name="account"/></fetch>' })).toThrow("DULY-SEGMENT-001");
});

test("a segment with an amount in an unknown currency sets only the debtors apart that come to it", async () => {
  const ledger = await open();
  segment(ledger, "persons", { duly_debtorkind: debtorkind.naturalPerson, duly_balancefrom: "5.00", transactioncurrencyid: reference("transactioncurrency", "gone") });
  ledger.debtor("C-1");
  ledger.debtor("P-1", { duly_kind: debtorkind.naturalPerson });
  const { Debtors, Errors } = evaluate(ledger);
  expect(Debtors).toBe(1);
  expect(Errors).toContain("P-1: DULY-MONEY-005 The currency of duly_segment persons");
});

const bound = fc.option(fc.integer({ min: 0, max: 300 }), { nil: null });
const cents = (value: number | null): string | null => (value === null ? null : `${value}.00`);

test("the rule of a segment as predicate and as query find the same debtors, over random segments and ledgers", async () => {
  const ledger = await open("2026-03-05");
  const anyItem = fc.record({ due: fc.integer({ min: 1, max: 28 }), amount: fc.integer({ min: 1, max: 200 }) });
  const anyDebtor = fc.record({
    kind: fc.constantFrom(...Object.values(debtorkind)), country: fc.constantFrom("HU", "DE", null), score: bound, since: fc.option(fc.integer({ min: 1, max: 28 }), { nil: null }),
    limit: bound, items: fc.array(anyItem, { maxLength: 3 }),
  });
  for (const [index, one] of fc.sample(anyDebtor, { numRuns: 60, seed: 7 }).entries()) {
    const id = ledger.debtor(`D-${index}`, {
      duly_kind: one.kind, duly_country: one.country, duly_behaviourscore: one.score === null ? null : String(Math.min(100, one.score)),
      duly_customersince: one.since === null ? null : `2026-02-${String(one.since).padStart(2, "0")}`, duly_creditlimit: cents(one.limit), ...ledger.money(),
    });
    for (const { due, amount } of one.items) ledger.item(id, { due: `2026-03-${String(due).padStart(2, "0")}`, amount: `${amount}.00` });
  }
  evaluate(ledger);
  const company = ledger.companyId;
  const id = segment(ledger, "random", {});
  fc.assert(fc.property(fc.record({
    kind: fc.option(fc.constantFrom(...Object.values(debtorkind)), { nil: null }), country: fc.constantFrom(null, null, "HU"), open: bound, overdueTo: bound, days: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
    items: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }), exposure: bound, scoreTo: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }), customer: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
  }), (rule) => {
    ledger.store.update("duly_segment", { id }, {
      duly_debtorkind: rule.kind, duly_country: rule.country, duly_balancefrom: cents(rule.open), duly_overdueto: cents(rule.overdueTo), duly_dayspastduefrom: rule.days,
      duly_itemsfrom: rule.items, duly_exposurefrom: rule.exposure === null ? null : String(rule.exposure), duly_scoreto: rule.scoreTo === null ? null : String(rule.scoreTo), duly_customerdaysfrom: rule.customer,
    });
    const { Debtors } = ledger.store.execute("duly_ListSegmentDebtors", { SegmentId: id, CompanyId: company });
    evaluate(ledger);
    const matched = ledger.store.all("duly_debtor").filter((row) => (row.duly_segment as { id: string } | null)?.id === id).map((row) => row.duly_number);
    expect((JSON.parse(String(Debtors)) as string[]).sort()).toEqual([...matched].sort());
  }), { numRuns: 60, examples: [[{ kind: null, country: null, open: null, overdueTo: null, days: null, items: 0, exposure: null, scoreTo: null, customer: null }]] });
}, 60_000);
