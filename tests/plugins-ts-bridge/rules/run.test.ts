import type { RawRow } from "#bridge/sdk/value";
import { channel, communicationStatus, decisionreason, disputeStatus, holdStatus, language, offsetbase, openitemStatus, runmode, runStatus } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

let text: string;
let ledger: Ledger;
beforeAll(async () => { ({ text } = await bundle()); });
beforeEach(() => { ledger = new Ledger(text, "2026-03-02"); });

/** Starts a run early on its day. */
const start = (asOf: string, more: Record<string, string | number> = {}) => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(asOf)) ledger.store.nowUtc = `${asOf}T02:00:00Z`;
  return ledger.store.execute("duly_StartRun", { CompanyId: ledger.companyId, AsOf: asOf, ...more });
};
const page = (run: Record<string, unknown>) => ledger.store.execute("duly_ProcessRunPage", { RunId: String(run.RunId), Cursor: String(run.Cursor) });
const reference = (logicalName: string, id: string) => ({ logicalName, id });
const due = { due: "2026-03-02", amount: "100.00" };

describe("order of runs", () => {
  test("F-02: an open run of another day stands in the way, going back is refused, an unknown company too", () => {
    start("2026-03-05");
    expect(() => ledger.store.execute("duly_StartRun", { CompanyId: ledger.companyId, AsOf: "2026-03-06" })).toThrow("DULY-RUN-002");
    ledger.night("2026-03-05");
    expect(() => start("2026-03-04")).toThrow("DULY-RUN-003");
    expect(() => ledger.store.execute("duly_StartRun", { CompanyId: "00000000-0000-0000-0000-000000000001" })).toThrow("DULY-RUN-001");
    expect(() => start("05.03.2026")).toThrow("DULY-DAY-001");
    expect(() => start("2026-03-06", { Mode: 7 })).toThrow("DULY-RUN-008");
  });

  test("a run whose flow was stopped is ended by the run of a later day, which takes the debtors that are left", () => {
    const items = Array.from({ length: 60 }, (_, index) => ledger.item(ledger.debtor(`C-${String(index).padStart(2, "0")}`), due));
    const stopped = start("2026-03-05");
    page(stopped);
    expect(ledger.night("2026-03-06")).toMatchObject({ Communications: 10 });
    expect(items.map((id) => ledger.store.row("duly_openitem", id).duly_level)).toEqual(items.map(() => 1));
    expect(ledger.store.row("duly_run", String(stopped.RunId))).toMatchObject({ statecode: 1, statuscode: runStatus.completedWithErrors, duly_communications: 50 });
    expect(ledger.store.row("duly_run", String(stopped.RunId)).duly_errorlog).toMatch(/DULY-RUN-015 .*2026-03-05T02:00.*2026-03-06/);
  });

  test("a run is finished only when it is through, and a cancelled one does not go on", () => {
    ledger.item(ledger.debtor("C-1"), due);
    const run = start("2026-03-05");
    expect(() => ledger.store.execute("duly_FinishRun", { RunId: String(run.RunId) })).toThrow("DULY-RUN-006");
    ledger.store.update("duly_run", { id: String(run.RunId) }, { statecode: 1, statuscode: runStatus.cancelled });
    expect(() => page(run)).toThrow("DULY-RUN-005");
    expect(() => start("2026-03-05")).toThrow("DULY-RUN-005");
  });

  test("A-18: the same day of two companies is run apart, and one sees nothing of the other", () => {
    const other = ledger.company("S2");
    const [mine, theirs] = [ledger.item(ledger.debtor("C-1"), due), ledger.item(ledger.debtor("C-1", {}, other), due)];
    expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 1, Debtors: 1 });
    expect([mine, theirs].map((id) => ledger.store.row("duly_openitem", id).duly_level)).toEqual([1, 0]);
    expect(ledger.night("2026-03-05", other)).toMatchObject({ Communications: 1, Debtors: 1 });
    expect(() => ledger.store.execute("duly_StartRun", { AsOf: "2026-03-06" })).toThrow(/DULY-RULE-002 .*CompanyId/);
  });
});

describe("pages", () => {
  const manyDebtors = (count: number) => Array.from({ length: count }, (_, index) => ledger.item(ledger.debtor(`C-${String(index).padStart(3, "0")}`), due));

  test("A-01: an interrupted run goes on at its cursor, a page that is repeated does nothing, and nothing is doubled", () => {
    manyDebtors(120);
    const run = start("2026-03-05");
    const first = page(run);
    expect(first).toMatchObject({ Done: false, Debtors: 50, Communications: 50 });
    const before = ledger.store.writes.length;
    expect(page(run)).toMatchObject({ Cursor: first.Cursor, Debtors: 0, Communications: 0 });
    expect(ledger.store.writes).toHaveLength(before);
    expect(start("2026-03-05")).toMatchObject({ RunId: run.RunId, Cursor: first.Cursor, Done: false });
    expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 120, Items: 120, Debtors: 120, Errors: 0 });
    expect(ledger.store.all("duly_communicationline")).toHaveLength(120);
  });

  test("A-36, A-37: a debtor with 600 items is one page and one message that lists them all", () => {
    const debtorId = ledger.debtor("BIG");
    for (let index = 0; index < 600; index += 1) ledger.item(debtorId, due);
    manyDebtors(3);
    const night = ledger.night("2026-03-05");
    expect(night).toMatchObject({ Communications: 4, Items: 603 });
    const big = ledger.store.all("duly_communication").find((row) => row.duly_total === "60000.00");
    expect(String(big?.duly_body).match(/<li>/g)).toHaveLength(600);
    expect(ledger.store.all("duly_openitem").every((row) => row.duly_level === 1)).toBe(true);
  });

  test("an item that was added after the night of the day is taken by its repetition, and the debtor is written to only once", () => {
    const debtorId = ledger.debtor("C-1");
    ledger.item(debtorId, due);
    ledger.night("2026-03-05");
    const second = ledger.item(debtorId, due);
    expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 1, Items: 1 });
    expect(ledger.store.row("duly_openitem", second)).toMatchObject({ duly_reason: decisionreason.stepNotDue, duly_nextactionon: "2026-03-06" });
    expect(ledger.night("2026-03-06")).toMatchObject({ Communications: 1, Items: 1 });
  });
});

test("A-05, A-06: what is wrong with one debtor is a line of the log and a reason, and stops nobody else", () => {
  const strategy = ledger.store.put("duly_strategy", { duly_name: "Wordless", duly_code: "wordless" });
  ledger.store.put("duly_strategystep", { duly_name: "S", duly_strategy: reference("duly_strategy", strategy), duly_sequence: 1, duly_offsetdays: 1, duly_channel: 591850000, duly_template: null, duly_minimumamount: null });
  for (const number of ["C-1", "C-3", "C-5"]) ledger.item(ledger.debtor(number), due);
  const wordless = ledger.item(ledger.debtor("C-2", { duly_strategy: reference("duly_strategy", strategy) }), due);
  const debtorId = ledger.debtor("C-4");
  const [undated, moneyless, sound] = [ledger.item(debtorId, { due: null, amount: "10.00" }), ledger.item(debtorId, { ...due, columns: { transactioncurrencyid: null } }), ledger.item(debtorId, due)];
  const night = ledger.night("2026-03-05");
  expect(night).toMatchObject({ Status: "CompletedWithErrors", Communications: 4, Items: 4, Errors: 2, Debtors: 5 });
  expect([wordless, undated, moneyless, sound].map((id) => ledger.store.row("duly_openitem", id).duly_reason)).toEqual(
    [decisionreason.noTemplate, decisionreason.noDueDate, decisionreason.error, decisionreason.reminded]);
  const log = String(ledger.store.all("duly_run")[0]?.duly_errorlog).split("\n");
  expect(log.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual(["C-2: DULY-ITEM-004", "C-4: DULY-ITEM-003"]);
  expect(JSON.parse(String(night.Totals))).toEqual({ error: 1, noDueDate: 1, noTemplate: 1, reminded: 4 });
  expect(ledger.store.all("duly_communication")).toHaveLength(Number(night.Communications));
  const before = ledger.store.writes.length;
  ledger.night("2026-03-05");
  expect(ledger.store.writes).toHaveLength(before);
});

test("F-01, A-34: a preview reports the same and writes only its own rows, with the reasons of each debtor", () => {
  ledger.item(ledger.debtor("C-1"), due);
  ledger.store.nowUtc = "2026-03-05T01:00:00Z";
  const run = start("2026-03-05", { Mode: runmode.preview });
  const before = ledger.store.writes.length;
  expect(page(run)).toMatchObject({ Done: true, Communications: 1, Items: 1 });
  expect(ledger.store.execute("duly_FinishRun", { RunId: String(run.RunId) })).toMatchObject({ Communications: 1, Totals: '{"reminded":1}' });
  expect(new Set(ledger.store.writes.slice(before))).toEqual(new Set(["create duly_runline", "update duly_run"]));
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 1, Items: 1 });
});

test("T-14, A-41: when the policy was changed the next run looks at every debtor, and those that wait get their new day", () => {
  const item = ledger.item(ledger.debtor("C-1"), due);
  ledger.night("2026-03-03");
  expect(ledger.store.row("duly_openitem", item).duly_nextactionon).toBe("2026-03-05");
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[0] ?? "" }, { duly_offsetdays: 8 });
  ledger.night("2026-03-04");
  expect(ledger.store.row("duly_openitem", item).duly_nextactionon).toBe("2026-03-10");
  expect(ledger.store.all("duly_run").find((run) => run.duly_asof === "2026-03-04")).toMatchObject({ statuscode: runStatus.completed, duly_errorlog: expect.stringMatching(/^DULY-RUN-013 The policy was changed/) as string });
  expect(ledger.night("2026-03-05").Communications).toBe(0);
});

test("A-42: a strategy whose days do not increase is named in the log of the run", () => {
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[1] ?? "" }, { duly_offsetdays: 3 });
  start("2026-03-05");
  expect(ledger.store.all("duly_run")[0]?.duly_errorlog).toMatch(/^DULY-STRATEGY-003 In the strategy Standard step 2 comes after 3 days/);
});

/** A further strategy with one step, and what is wrong with it or a row beside it. */
function brokenStrategy(step: RawRow | null, beside: (stepId: string) => void = () => undefined): string {
  const strategy = ledger.store.put("duly_strategy", { duly_name: "Odd" });
  if (step !== null) beside(ledger.store.put("duly_strategystep", { duly_strategy: reference("duly_strategy", strategy), duly_sequence: 1, duly_offsetdays: 3, duly_channel: channel.email, duly_template: reference("duly_template", ledger.templateId), ...step }));
  return strategy;
}

test.each([
  ["A-42: a strategy whose first step is counted from a previous one", { duly_offsetbase: offsetbase.previousStep }, undefined, /DULY-STRATEGY-004 In the strategy Odd step 1 .*\(duly_strategystep, column duly_offsetbase\)/],
  ["A-42: a strategy without a step", null, undefined, /DULY-STRATEGY-001 The strategy Odd has no active step/],
  ["a strategy one of whose step variants has no context", {}, (step: string) => { ledger.store.put("duly_stepvariant", { duly_name: "While it rains", duly_strategystep: reference("duly_strategystep", step), duly_sequence: 1 }); }, /DULY-STRATEGY-008 The step variant While it rains names no context \(duly_stepvariant, column duly_context\)/],
])("%s reminds nobody: those on it are errors of the run, no other strategy decides in its place, and all others are reminded", (_what, step, beside, message) => {
  const strategy = brokenStrategy(step, beside);
  const held = ledger.item(ledger.debtor("C-1", { duly_strategy: reference("duly_strategy", strategy) }), due);
  const told = ledger.item(ledger.debtor("C-2"), due);
  expect(ledger.night("2026-03-05")).toMatchObject({ Debtors: 2, Communications: 1, Errors: 1 });
  expect([held, told].map((id) => ledger.store.row("duly_openitem", id).duly_reason)).toEqual([decisionreason.error, decisionreason.reminded]);
  expect(ledger.store.all("duly_run")[0]?.duly_errorlog).toMatch(message);
});

test("a run is committed for the next day at the latest: one for a day that has not come would stand in the way of all before it", () => {
  ledger.item(ledger.debtor("C-1"), due);
  const commit = (asOf: string, more = {}) => ledger.store.execute("duly_StartRun", { CompanyId: ledger.companyId, AsOf: asOf, ...more });
  expect(() => commit("2036-01-01")).toThrow("DULY-RUN-014 A run cannot be committed for 2036-01-01");
  expect(commit("2036-01-01", { Mode: runmode.preview })).toMatchObject({ Done: false });
  expect(commit("2026-03-03")).toMatchObject({ Done: false });
});

test("an inactive template has no text", () => {
  ledger.store.update("duly_template", { id: ledger.templateId }, { statecode: 1 });
  ledger.item(ledger.debtor("C-1"), due);
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 0, Errors: 1 });
});

test("a level that was set back begins a new cycle, so that nothing clashes with what was told before", () => {
  const item = ledger.item(ledger.debtor("C-1"), due);
  ledger.night("2026-03-05");
  ledger.store.update("duly_openitem", { id: item }, { duly_level: 0 });
  ledger.store.update("duly_debtor", { id: String(ledger.store.all("duly_debtor")[0]?.duly_debtorid) }, { duly_nextactionon: "2026-03-06" });
  expect(ledger.night("2026-03-06")).toMatchObject({ Communications: 1, Errors: 0 });
  expect(ledger.store.row("duly_openitem", item)).toMatchObject({ duly_level: 1, duly_cycle: 1 });
});

test("A-20: a debtor is written to in its language; text from data is escaped, in whatever braces", () => {
  ledger.store.put("duly_templatetext", { duly_template: reference("duly_template", ledger.templateId), duly_language: language.german, duly_subject: "{{{debtor.name}}}", duly_body: "{{{debtor.name}}} {{&debtor.name}} {{debtor.name}}" });
  ledger.item(ledger.debtor("C-1", { duly_language: language.hungarian }), due);
  ledger.item(ledger.debtor("C-2", { duly_language: language.german, duly_name: "<b>A & \"B\"</b>\nGmbH" }), due);
  ledger.night("2026-03-05");
  const [hungarian, german] = ledger.store.all("duly_communication");
  expect(hungarian).toMatchObject({ duly_name: "Felszólítás: Buyer C-1", duly_language: language.hungarian });
  expect(String(hungarian?.duly_body)).toContain("2026. március 2.");
  expect(german?.duly_name).toBe("<b>A & \"B\"</b> GmbH");
  expect(String(german?.duly_body)).toBe(Array(3).fill("&lt;b&gt;A &amp; &quot;B&quot;&lt;&#x2F;b&gt;\nGmbH").join(" "));
});

test("A-17: the messages of one night hold only their own debtor's items", () => {
  const names = ["C-1", "C-2"].map((number) => String(ledger.store.row("duly_openitem", ledger.item(ledger.debtor(number), due)).duly_name).split("/")[0]);
  ledger.night("2026-03-05");
  const bodies = ledger.store.all("duly_communication").map((row) => String(row.duly_body));
  expect(bodies.map((body) => names.map((name) => body.includes(`<li>${name} `)))).toEqual([[true, false], [false, true]]);
});

test("C-40, A-29: a dispute and a hold bring the debtor forward when they begin, change and end", () => {
  const debtorId = ledger.debtor("C-1");
  const item = ledger.item(debtorId, due);
  const parts = { duly_debtor: reference("duly_debtor", debtorId), duly_name: "x" };
  const dispute = ledger.store.create("duly_dispute", { ...parts, duly_openitem: reference("duly_openitem", item), duly_openedon: "2026-03-03" });
  expect(ledger.night("2026-03-05").Communications).toBe(0);
  expect(ledger.store.row("duly_openitem", item).duly_reason).toBe(decisionreason.disputed);
  ledger.store.nowUtc = "2026-03-06T09:00:00Z";
  ledger.store.update("duly_dispute", { id: dispute }, { statecode: 1, statuscode: disputeStatus.resolved });
  expect(ledger.store.row("duly_dispute", dispute).duly_resolvedon).toBe("2026-03-06");
  const hold = ledger.store.create("duly_hold", { ...parts, duly_startson: "2026-03-06" });
  expect(ledger.night("2026-03-06").Communications).toBe(0);
  expect(ledger.store.row("duly_openitem", item).duly_reason).toBe(decisionreason.held);
  ledger.store.update("duly_hold", { id: hold }, { statecode: 1, statuscode: holdStatus.ended });
  expect(ledger.store.row("duly_hold", hold).duly_endson).toBe("2026-03-06");
  expect(ledger.night("2026-03-09").Communications).toBe(1);
});

describe("just before sending", () => {
  const planned = () => {
    const debtorId = ledger.debtor("C-1");
    const items = [ledger.item(debtorId, due), ledger.item(debtorId, due)] as const;
    ledger.night("2026-03-05");
    return { debtorId, items, check: () => ledger.store.execute("duly_CheckBeforeSend", { CommunicationId: String(ledger.store.all("duly_communication")[0]?.duly_communicationid) }) };
  };

  test("a message whose items are as they were may go out", () => {
    expect(planned().check()).toEqual({ Allowed: true, Reason: "", Text: "Nothing stands against it. It may be sent." });
  });

  test("A-28, C-41: one whose item was paid meanwhile may not", () => {
    const { debtorId, check } = planned();
    ledger.pay(debtorId, "100.00");
    expect(check()).toMatchObject({ Allowed: false, Reason: "paid" });
    ledger.night("2026-03-06");
    expect(check()).toMatchObject({ Allowed: false });
  });

  test.each<[string, string, (itemId: string) => void]>([
    ["was closed", "INV-1/1 is closed now, the message asks for 100.00 EUR of it.", (id) => { ledger.store.update("duly_openitem", { id }, { statecode: 1, statuscode: openitemStatus.writtenOff }); ledger.night("2026-03-06"); }],
    ["is another debtor's", "INV-1/1 is an item of another debtor now, the message asks this one for 100.00 EUR of it.", (id) => { ledger.store.update("duly_openitem", { id }, { duly_debtor: reference("duly_debtor", ledger.debtor("C-2")) }); }],
    ["was deleted", "was deleted, the message asks for 100.00 EUR of it.", (id) => { ledger.store.delete("duly_openitem", { id }); }],
  ])("one whose item %s may not, and says so", (_what, text, happen) => {
    const { items, check } = planned();
    happen(items[0]);
    expect(check()).toMatchObject({ Allowed: false, Text: expect.stringContaining(text) as string });
  });

  test("A-28: one that asks for another amount than is open may not", () => {
    const { debtorId, check } = planned();
    ledger.pay(debtorId, "1.00");
    expect(check()).toMatchObject({ Allowed: false, Reason: "amountChanged", Text: expect.stringContaining("99.00 EUR is open now, the message asks for 100.00 EUR") as string });
  });

  test("a suppressed message told nobody anything: what is still due is reminded about at the same level the next night", () => {
    const { debtorId, items, check } = planned();
    ledger.store.nowUtc = "2026-03-05T08:00:00Z";
    ledger.pay(debtorId, "100.00", { duly_openitem: reference("duly_openitem", items[0]) });
    expect(check().Allowed).toBe(false);
    ledger.store.update("duly_communication", { id: String(ledger.store.all("duly_communication")[0]?.duly_communicationid) }, { statecode: 1, statuscode: communicationStatus.suppressed });
    expect(ledger.store.row("duly_openitem", items[1])).toMatchObject({ duly_level: 0, duly_lastactionon: null });
    expect(ledger.night("2026-03-05").Items).toBe(2);
    expect(ledger.night("2026-03-06")).toMatchObject({ Communications: 1, Items: 1, Errors: 0 });
    expect(ledger.store.row("duly_openitem", items[1])).toMatchObject({ duly_level: 1, duly_cycle: 1, duly_lastactionon: "2026-03-06" });
  });

  test("a message that failed before it left puts its items back, one that failed after it had left does not", () => {
    const { items } = planned();
    const id = String(ledger.store.all("duly_communication")[0]?.duly_communicationid);
    ledger.store.update("duly_communication", { id }, { statuscode: communicationStatus.failed, duly_note: "bad address" });
    expect(ledger.store.row("duly_openitem", items[0])).toMatchObject({ duly_level: 0, duly_lastactionon: null });
    ledger.night("2026-03-06");
    const again = String(ledger.store.all("duly_communication").at(-1)?.duly_communicationid);
    ledger.store.update("duly_communication", { id: again }, { statuscode: communicationStatus.failed, duly_senton: "2026-03-06T02:00:00Z" });
    expect(ledger.store.row("duly_openitem", items[0])).toMatchObject({ duly_level: 1, duly_lastactionon: "2026-03-06" });
  });

  test("a message that was sent moves no item back, whatever becomes of its row", () => {
    const { items } = planned();
    const id = String(ledger.store.all("duly_communication")[0]?.duly_communicationid);
    ledger.store.update("duly_communication", { id }, { statuscode: communicationStatus.sent });
    ledger.store.update("duly_communication", { id }, { statuscode: communicationStatus.failed, duly_senton: "2026-03-05T08:00:00Z" });
    expect(ledger.store.row("duly_openitem", items[0])).toMatchObject({ duly_level: 1, duly_lastactionon: "2026-03-05" });
  });

  test.each([
    ["disputed", (debtorId: string, itemId: string) => ledger.store.create("duly_dispute", { duly_name: "x", duly_debtor: reference("duly_debtor", debtorId), duly_openitem: reference("duly_openitem", itemId), duly_openedon: "2026-03-05" })],
    ["held", (debtorId: string) => ledger.store.create("duly_hold", { duly_name: "x", duly_debtor: reference("duly_debtor", debtorId), duly_startson: "2026-03-05" })],
    ["promised", (debtorId: string) => ledger.store.create("duly_promise", { duly_debtor: reference("duly_debtor", debtorId), duly_promisedate: "2026-03-10" })],
    ["notReady", () => ledger.store.update("duly_communication", { id: String(ledger.store.all("duly_communication")[0]?.duly_communicationid) }, { statuscode: communicationStatus.sent })],
    ["addressBounced", () => ledger.store.update("duly_contactpoint", { id: String(ledger.store.all("duly_contactpoint")[0]?.duly_contactpointid) }, { duly_bounced: true })],
    ["addressGone", () => ledger.store.update("duly_contactpoint", { id: String(ledger.store.all("duly_contactpoint")[0]?.duly_contactpointid) }, { duly_name: "right@new.example" })],
    ["debtorInactive", (debtorId: string) => ledger.store.update("duly_debtor", { id: debtorId }, { statecode: 1, statuscode: 2 })],
    ["manualReview", (debtorId: string) => ledger.store.update("duly_debtor", { id: debtorId }, { duly_manualreview: true })],
    ["dueDateChanged", (_debtorId: string, itemId: string) => ledger.store.update("duly_openitem", { id: itemId }, { duly_duedate: "2026-03-01" })],
  ] as const)("one that is %s may not", (reason, happen) => {
    const { debtorId, items, check } = planned();
    happen(debtorId, items[0]);
    expect(check()).toMatchObject({ Allowed: false, Reason: reason });
  });
});

test("when the flow that sends was off for days only the last message of an item leaves, and none whose own deadline is over", () => {
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[1] ?? "" }, { duly_deadlinedays: 5 });
  ledger.item(ledger.debtor("C-1"), due);
  for (const day of ["2026-03-05", "2026-03-12"]) ledger.night(day);
  const check = (index: number) => ledger.store.execute("duly_CheckBeforeSend", { CommunicationId: String(ledger.store.all("duly_communication")[index]?.duly_communicationid) });
  ledger.store.nowUtc = "2026-03-13T08:00:00Z";
  expect([check(0), check(1)]).toMatchObject([{ Allowed: false, Reason: "overtaken" }, { Allowed: true }]);
  ledger.store.nowUtc = "2026-03-18T08:00:00Z";
  expect(check(1)).toMatchObject({ Allowed: false, Reason: "deadlinePassed" });
});

test("a step that is renumbered beyond the level is told again in a new cycle, and stops nobody", () => {
  const [itemId, otherId] = [ledger.item(ledger.debtor("C-1"), due), ledger.item(ledger.debtor("C-2"), { ...due, due: "2026-03-20" })];
  for (const day of ["2026-03-05", "2026-03-12", "2026-03-23"]) ledger.night(day);
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[1] ?? "" }, { duly_sequence: 4, duly_offsetdays: 30 });
  expect(ledger.night("2026-04-02")).toMatchObject({ Communications: 1, Errors: 0 });
  expect(ledger.store.row("duly_openitem", itemId)).toMatchObject({ duly_level: 4, duly_cycle: 1 });
  expect(ledger.store.row("duly_openitem", otherId)).toMatchObject({ duly_level: 1, duly_cycle: 0 });
});

test("a level that was set back by hand begins a new cycle", () => {
  const itemId = ledger.item(ledger.debtor("C-1"), due);
  ledger.night("2026-03-05");
  ledger.store.update("duly_openitem", { id: itemId }, { duly_level: 0, duly_laststep: null, duly_duedate: "2026-03-03" });
  expect(ledger.night("2026-03-06")).toMatchObject({ Items: 1, Errors: 0 });
  expect(ledger.store.row("duly_openitem", itemId)).toMatchObject({ duly_level: 1, duly_cycle: 1 });
});

test("a message that is longer than its row is an error of that debtor alone", () => {
  ledger.item(ledger.debtor("C-1", { duly_name: "x".repeat(600_000) }), due);
  ledger.item(ledger.debtor("C-2"), due);
  ledger.store.all("duly_templatetext").forEach((row) => ledger.store.update("duly_templatetext", { id: String(row.duly_templatetextid) }, { duly_body: "{{debtor.name}}{{debtor.name}}" }));
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 1, Errors: 1 });
  expect(ledger.store.all("duly_run")[0]?.duly_errorlog).toContain("DULY-TEMPLATE-002");
});

test("a debtor without a number, which no page could reach, is refused", () => {
  expect(() => ledger.debtor("")).toThrow("DULY-DEBTOR-002");
});

test("A-15: the explanation is the run's own decision, in words, and writes nothing", () => {
  const debtorId = ledger.debtor("C-1");
  ledger.item(debtorId, due);
  ledger.item(debtorId, { ...due, due: "2026-03-04" });
  const before = ledger.store.writes.length;
  const explained = JSON.parse(String(ledger.store.execute("duly_ExplainDecision", { DebtorId: debtorId, AsOf: "2026-03-05" }).Explanation)) as Record<string, unknown>;
  expect(ledger.store.writes).toHaveLength(before);
  expect(explained).toMatchObject({
    asOf: "2026-03-05", strategy: { name: "Standard", source: "company" }, communications: [{ channel: "email", total: "100.00", currency: "EUR", items: ["INV-1/1"] }],
    items: [
      { name: "INV-1/1", reason: "reminded", text: "Reminded on 2026-03-05 by step 1: 100.00 EUR open, 3 days past due." },
      { name: "INV-2/1", reason: "stepNotDue", text: "1 days past due on 2026-03-05; step 1 follows on 2026-03-09." },
    ],
  });
  expect(() => ledger.store.execute("duly_ExplainDecision", { DebtorId: "x" })).toThrow("DULY-DEBTOR-001");
});

test("blanks around a debtor's number are taken away, so that the same debtor is not there twice", () => {
  const id = ledger.debtor(" C-1 ");
  expect(ledger.store.row("duly_debtor", id).duly_number).toBe("C-1");
  expect(() => ledger.debtor("C-1 ")).toThrow("|C-1 exists");
  ledger.store.update("duly_debtor", { id }, { duly_number: "C-2\t" });
  expect(ledger.store.row("duly_debtor", id).duly_number).toBe("C-2");
});
