import fc from "fast-check";
import type { RawRow } from "#bridge/sdk/value";
import { communicationStatus, creditmode, decisionreason, invoicekind, invoiceStatus, language, openitemStatus, paymentStatus, resolution } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

/** Money that comes, is on its way, comes back, or is owed to the debtor. Items are due on Monday 2 March 2026; the strategy reminds after 3, 10 and 20 days. */
let text: string;
let ledger: Ledger;
let debtorId: string;
beforeAll(async () => { ({ text } = await bundle()); });
beforeEach(() => {
  ledger = new Ledger(text, "2026-03-02");
  debtorId = ledger.debtor("C-1");
});

const item = (id: string): RawRow => ledger.store.row("duly_openitem", id);
const company = (columns: RawRow): void => { ledger.store.update("duly_company", { id: ledger.companyId }, columns); };
const debt = (amount = "100.00", due = "2026-03-02"): string => ledger.item(debtorId, { due, amount });
const at = (day: string): void => { ledger.store.nowUtc = `${day}T09:00:00Z`; };
const end = (paymentId: string, status: number, note?: string): void => {
  ledger.store.update("duly_payment", { id: paymentId }, { statecode: 1, statuscode: status, ...(note === undefined ? {} : { duly_note: note }) });
};
const itemsTold = (): readonly string[] => ledger.store.all("duly_communicationline").map((row) => String(row.duly_openamount));
const lastBody = (): string => String(ledger.store.all("duly_communication").at(-1)?.duly_body).replace(/\u00a0/g, " ");

test("T-27: ten unpaid items are open and eligible: all of them are reminded about", () => {
  const ids = Array.from({ length: 10 }, () => debt());
  expect(ids.map((id) => item(id).statuscode)).toEqual(ids.map(() => openitemStatus.open));
  expect(ledger.night("2026-03-05")).toMatchObject({ Items: 10, Communications: 1 });
});

test("O-41, A-07: 60 of 100 paid: 40 open, the level kept, the payment in the item's history, and the next reminder asks for 40", () => {
  const id = debt();
  ledger.night("2026-03-05");
  at("2026-03-06");
  const payment = ledger.pay(debtorId, "60.00");
  expect(item(id)).toMatchObject({ duly_openamount: "40.00", statuscode: openitemStatus.partlyPaid, duly_level: 1 });
  expect(ledger.store.all("duly_allocation")).toMatchObject([{ duly_payment: { id: payment }, duly_openitem: { id }, duly_amount: "60.00", duly_bookedon: "2026-03-06" }]);
  expect(ledger.night("2026-03-12").Items).toBe(1);
  expect(itemsTold()).toEqual(["100.00", "40.00"]);
});

test("A-08: of 100 with 40 paid the words of the message say 60 on the line and in the total", () => {
  debt();
  ledger.pay(debtorId, "40.00");
  ledger.night("2026-03-05");
  expect(lastBody()).toBe("<p>Dear Buyer C-1</p><ul><li>INV-1 2 March 2026 EUR 60.00</li></ul><p>EUR 60.00</p>");
});

/** How far the items of the first message are closed. */
const resolved = (): unknown => ledger.store.all("duly_communication")[0]?.duly_resolution ?? null;

test("A-09: three items in one message, the third is paid: the message is partly resolved, not resolved, until the last is; a payment that is taken back is counted again", () => {
  const ids = ["50.00", "60.00", "70.00"].map((amount) => debt(amount));
  ledger.night("2026-03-05");
  const [message] = ledger.store.all("duly_communication");
  ledger.store.update("duly_communication", { id: String(message?.duly_communicationid) }, { statuscode: communicationStatus.sent, duly_senton: "2026-03-05T08:00:00Z" });
  at("2026-03-06");
  expect(resolved()).toBeNull();
  const pay = (which: number): string => ledger.pay(debtorId, String(item(ids[which] ?? "").duly_amount), { duly_openitem: { logicalName: "duly_openitem", id: ids[which] ?? "" } });
  const third = pay(2);
  expect(resolved()).toBe(resolution.partly);
  pay(0);
  expect(resolved()).toBe(resolution.partly);
  pay(1);
  expect(resolved()).toBe(resolution.wholly);
  end(third, paymentStatus.returned);
  expect(resolved()).toBe(resolution.partly);
});

test("A-09: of whatever items are closed, in whatever order, a message is resolved by all, partly by some, and by none not at all", () => {
  const ids = ["50.00", "60.00", "70.00"].map((amount) => debt(amount));
  ledger.night("2026-03-05");
  const [message] = ledger.store.all("duly_communication");
  ledger.store.update("duly_communication", { id: String(message?.duly_communicationid) }, { statuscode: communicationStatus.sent, duly_senton: "2026-03-05T08:00:00Z" });
  at("2026-03-06");
  fc.assert(fc.property(fc.shuffledSubarray(ids, { minLength: 0 }), (closed) => {
    for (const id of closed) ledger.store.update("duly_openitem", { id }, { statecode: 1, statuscode: openitemStatus.cancelled });
    const expected = closed.length === 0 ? null : closed.length < ids.length ? resolution.partly : resolution.wholly;
    expect(resolved()).toBe(expected);
    for (const id of closed) ledger.store.update("duly_openitem", { id }, { statecode: 0, statuscode: openitemStatus.open });
    expect(resolved()).toBeNull();
  }), { numRuns: 30 });
});

test("A-09: of three items in one message the third is paid: it is settled for that one only, and the next message asks for the two others", () => {
  const ids = ["50.00", "60.00", "70.00"].map((amount) => debt(amount));
  ledger.night("2026-03-05");
  at("2026-03-06");
  ledger.pay(debtorId, "70.00", { duly_openitem: { logicalName: "duly_openitem", id: ids[2] ?? "" } });
  const lines = ledger.store.all("duly_communicationline").map((row) => item((row.duly_openitem as { id: string }).id));
  expect(lines.map((row) => [row.statuscode, row.statecode, row.duly_level])).toEqual([[openitemStatus.open, 0, 1], [openitemStatus.open, 0, 1], [openitemStatus.paid, 1, 1]]);
  expect(ledger.night("2026-03-12")).toMatchObject({ Communications: 1, Items: 2 });
  expect(itemsTold()).toEqual(["50.00", "60.00", "70.00", "50.00", "60.00"]);
  expect(ledger.store.row("duly_debtor", debtorId).duly_level).toBe(2);
});

test.each([[[0, 1, 2]], [[0, 2, 1]], [[1, 0, 2]], [[1, 2, 0]], [[2, 0, 1]], [[2, 1, 0]]])("A-09: three items paid in the order %j: what is left is dunned until the last is paid", (sequence) => {
  const ids = ["50.00", "60.00", "70.00"].map((amount) => debt(amount));
  ledger.night("2026-03-05");
  for (const [index, which] of sequence.entries()) {
    const left = ids.filter((_, other) => !sequence.slice(0, index).includes(other));
    expect(left.map((id) => item(id).statecode)).toEqual(left.map(() => 0));
    expect(ledger.store.row("duly_debtor", debtorId).duly_level).toBe(1);
    at("2026-03-06");
    ledger.pay(debtorId, String(item(ids[which] ?? "").duly_amount), { duly_openitem: { logicalName: "duly_openitem", id: ids[which] ?? "" } });
    ledger.night("2026-03-06");
  }
  expect(ledger.store.row("duly_debtor", debtorId)).toMatchObject({ duly_level: 0, duly_nextactionon: null });
});

test("A-14: reminding about one item hides the others of the debtor no longer than their own day", () => {
  const ids = [debt("10.00"), debt("20.00", "2026-03-03"), debt("30.00", "2026-03-03")];
  expect(ledger.night("2026-03-05").Items).toBe(1);
  expect(ledger.night("2026-03-06").Items).toBe(2);
  expect(ids.map((id) => item(id).duly_level)).toEqual([1, 1, 1]);
});

test("T-29, A-44: a payment that the bank returns opens its item again with its level and the reason; the debtor's level comes back with it", () => {
  const id = debt();
  ledger.night("2026-03-05");
  ledger.night("2026-03-12");
  at("2026-03-13");
  const payment = ledger.pay(debtorId, "100.00");
  ledger.night("2026-03-13");
  expect([item(id).statuscode, ledger.store.row("duly_debtor", debtorId).duly_level]).toEqual([openitemStatus.paid, 0]);
  at("2026-03-16");
  end(payment, paymentStatus.returned, "AM04 insufficient funds");
  expect(item(id)).toMatchObject({ statecode: 0, statuscode: openitemStatus.returned, duly_openamount: "100.00", duly_level: 2, duly_settledon: null, duly_returnedreason: "AM04 insufficient funds" });
  expect(ledger.night("2026-03-16").Items).toBe(0);
  expect(ledger.store.row("duly_debtor", debtorId).duly_level).toBe(2);
  expect(ledger.night("2026-03-23").Items).toBe(1);
  expect(item(id).duly_level).toBe(3);
  expect(() => { end(payment, paymentStatus.cancelled); }).toThrow("DULY-PAYMENT-005");
});

describe("A-28: a payment in transit", () => {
  const announce = (amount: string, valueOn = "2026-03-04", columns: RawRow = {}): string => ledger.pay(debtorId, amount, { statuscode: paymentStatus.announced, duly_valuedate: valueOn, ...columns });
  beforeEach(() => { company({ duly_transitdays: 3 }); });

  test("holds back the item that it covers through the last day waited for, and says so; then the ladder acts", () => {
    const id = debt();
    announce("100.00");
    expect([item(id).duly_openamount, item(id).statuscode]).toEqual(["100.00", openitemStatus.open]);
    expect(["2026-03-05", "2026-03-06", "2026-03-07", "2026-03-09"].map((day) => ledger.night(day).Items)).toEqual([0, 0, 0, 1]);
  });

  test("is told as the reason, with amount and days", () => {
    const id = debt();
    announce("100.00");
    ledger.night("2026-03-05");
    expect(item(id).duly_reason).toBe(decisionreason.paymentInTransit);
    const { items } = JSON.parse(String(ledger.store.execute("duly_ExplainDecision", { DebtorId: debtorId, AsOf: "2026-03-05" }).Explanation)) as { items: { text: string }[] };
    expect(items[0]?.text).toBe("A payment of 100.00 EUR with the value date 2026-03-04 is on its way; it is waited for until 2026-03-07.");
  });

  test.each([["less than is open", "99.99", 1], ["what is open", "100.00", 0], ["more than is open", "100.01", 0]])("of %s: %s", (_, amount, reminded) => {
    debt();
    announce(amount);
    expect(ledger.night("2026-03-05").Items).toBe(reminded);
  });

  test("for a far day holds its item back only in the days before and after it", () => {
    const id = debt();
    announce("100.00", "2026-03-16");
    expect(ledger.night("2026-03-05").Items).toBe(1);
    expect(["2026-03-12", "2026-03-13", "2026-03-18"].map((day) => { ledger.night(day); return item(id).duly_reason; })).toEqual([decisionreason.reminded, decisionreason.paymentInTransit, decisionreason.paymentInTransit]);
    announce("100.00", "2199-12-31", { duly_openitem: { logicalName: "duly_openitem", id } });
    expect(ledger.night("2026-03-23").Items).toBe(1);
  });

  test("that comes before its day is booked on the day on which it came, so nobody is reminded of what it paid; one that is posted late keeps its own day", () => {
    const [early, late] = [debt("100.00"), debt("70.00")];
    const first = announce("100.00", "2026-03-16", { duly_openitem: { logicalName: "duly_openitem", id: early } });
    const second = announce("70.00", "2026-03-03", { duly_openitem: { logicalName: "duly_openitem", id: late } });
    at("2026-03-04");
    for (const id of [first, second]) ledger.store.update("duly_payment", { id }, { statuscode: paymentStatus.posted });
    expect([item(early).duly_settledon, item(late).duly_settledon]).toEqual(["2026-03-04", "2026-03-03"]);
    expect(ledger.night("2026-03-05").Items).toBe(0);
  });

  test("covers the item that it names, not another", () => {
    const [first, named] = [debt(), debt()];
    announce("100.00", "2026-03-04", { duly_openitem: { logicalName: "duly_openitem", id: named } });
    ledger.night("2026-03-05");
    expect([item(first).duly_level, item(named).duly_level]).toEqual([1, 0]);
  });

  test("that comes pays its item; one that is called off lets the ladder go on", () => {
    const id = debt();
    const payment = announce("100.00");
    at("2026-03-04");
    ledger.store.update("duly_payment", { id: payment }, { statuscode: paymentStatus.posted });
    expect(item(id)).toMatchObject({ duly_openamount: "0.00", statuscode: openitemStatus.paid, duly_settledon: "2026-03-04" });
    const other = debt();
    end(announce("100.00"), paymentStatus.cancelled);
    ledger.night("2026-03-05");
    expect(item(other).duly_level).toBe(1);
  });

  test("money that no item took holds back like one that is announced", () => {
    ledger.pay(debtorId, "100.00", { duly_valuedate: "2026-03-04" });
    const id = debt();
    ledger.night("2026-03-05");
    expect(item(id).duly_reason).toBe(decisionreason.paymentInTransit);
  });
});

describe("A-12: an open credit note of 30", () => {
  const creditOf = (amount: string, columns: RawRow = {}): string => ledger.item(debtorId, { due: "2026-03-02", amount, kind: invoicekind.creditNote, columns });
  beforeEach(() => {
    const [row] = ledger.store.all("duly_templatetext").filter((one) => one.duly_language === language.english);
    ledger.store.update("duly_templatetext", { id: String(row?.duly_templatetextid) }, { duly_body: "{{total}}{{#credits}} less {{name}} {{amount}}{{/credits}} = {{net}}" });
  });

  test.each([
    ["ignore", "EUR 100.00 = EUR 100.00"], ["list", "EUR 100.00 less INV-2&#x2F;1 EUR 30.00 = EUR 70.00"], ["net", "EUR 100.00 less INV-2&#x2F;1 EUR 30.00 = EUR 70.00"],
  ] as const)("beside an item of 100 in mode %s", (mode, body) => {
    company({ duly_creditmode: creditmode[mode] });
    debt();
    creditOf("30.00");
    ledger.night("2026-03-05");
    expect(lastBody()).toBe(body);
  });

  test.each([["ignore", 1], ["list", 1], ["net", 0]] as const)("that covers the item: in mode %s %i items are dunned", (mode, dunned) => {
    company({ duly_creditmode: creditmode[mode] });
    const id = debt("30.00");
    creditOf("30.00");
    expect(ledger.night("2026-03-05").Items).toBe(dunned);
    expect(item(id).duly_reason).toBe(dunned === 1 ? decisionreason.reminded : decisionreason.setOff);
  });

  test("set off against the oldest due first; what it covers only in part is dunned", () => {
    company({ duly_creditmode: creditmode.net });
    const [newer, older] = [debt("20.00", "2026-03-02"), debt("25.00", "2026-02-02")];
    creditOf("30.00");
    ledger.night("2026-03-05");
    expect([item(older).duly_reason, item(newer).duly_reason]).toEqual([decisionreason.setOff, decisionreason.reminded]);
    expect(lastBody()).toBe("EUR 20.00 less INV-3&#x2F;1 EUR 5.00 = EUR 15.00");
  });

  test.each([["cancelled", { statecode: 1, statuscode: openitemStatus.cancelled }], ["issued only later", { duly_issuedon: "2026-03-06" }]])("A-13: %s covers nothing", (_, columns) => {
    company({ duly_creditmode: creditmode.net });
    debt("30.00");
    creditOf("30.00", columns);
    expect(ledger.night("2026-03-05").Items).toBe(1);
  });

  test("and unapplied money cover together, in their own currency only", () => {
    company({ duly_creditmode: creditmode.net });
    ledger.pay(debtorId, "70.00");
    ledger.pay(debtorId, "90000", {}, "HUF");
    const id = debt();
    creditOf("30.00");
    const other = debt("10.00");
    ledger.night("2026-03-05");
    expect([item(id).duly_reason, item(other).duly_reason]).toEqual([decisionreason.setOff, decisionreason.reminded]);
  });
});

describe("A-13: a document that is not posted", () => {
  const state = { draft: { statuscode: invoiceStatus.draft }, cancelled: { statecode: 1, statuscode: invoiceStatus.cancelled } };
  const set = (itemId: string, by: keyof typeof state): void => { ledger.store.update("duly_invoice", { id: (item(itemId).duly_invoice as { id: string }).id }, state[by]); };

  test.each(["draft", "cancelled"] as const)("a %s invoice is in no message and no count, and raises no level; the other invoice of the debtor is dunned as if it were not there", (by) => {
    const [unposted, posted] = [debt("999.00", "2026-01-05"), debt()];
    set(unposted, by);
    expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 1, Items: 1 });
    expect([item(unposted), item(posted)]).toMatchObject([{ duly_reason: decisionreason.cancelled, duly_level: 0 }, { duly_reason: decisionreason.reminded, duly_level: 1 }]);
    expect(lastBody()).toContain("<p>EUR 100.00</p>");
    expect(ledger.store.row("duly_debtor", debtorId)).toMatchObject({ duly_level: 1, duly_openamount: "100.00", duly_openitemcount: 1 });
  });

  test.each(["draft", "cancelled"] as const)("a %s credit note covers nothing and is in no message", (by) => {
    company({ duly_creditmode: creditmode.net });
    debt("30.00");
    set(ledger.item(debtorId, { due: "2026-03-02", amount: "30.00", kind: invoicekind.creditNote }), by);
    expect(ledger.night("2026-03-05").Items).toBe(1);
    expect(lastBody()).toContain("<p>EUR 30.00</p>");
  });

  test("a payment that is cancelled, or arrives cancelled, holds nothing back", () => {
    company({ duly_creditmode: creditmode.net, duly_transitdays: 5 });
    const payment = ledger.pay(debtorId, "100.00");
    end(payment, paymentStatus.cancelled);
    ledger.pay(debtorId, "100.00", { statecode: 1, statuscode: paymentStatus.cancelled });
    debt();
    expect(ledger.night("2026-03-05").Items).toBe(1);
  });
});

describe("T-21, T-30: a due date that is rescheduled", () => {
  const reschedule = (id: string, columns: RawRow): void => { ledger.store.update("duly_openitem", { id }, { statuscode: openitemStatus.rescheduled, ...columns }); };

  test("is the one that the run uses; the one at issue stays beside it", () => {
    const id = debt();
    reschedule(id, { duly_duedate: "2026-03-16" });
    expect(item(id)).toMatchObject({ statuscode: openitemStatus.rescheduled, duly_duedate: "2026-03-16", duly_originalduedate: "2026-03-02" });
    expect(["2026-03-05", "2026-03-16", "2026-03-18", "2026-03-19"].map((day) => ledger.night(day).Items)).toEqual([0, 0, 0, 1]);
  });

  test("outlives a part payment, and a payment that is cancelled", () => {
    const id = debt();
    reschedule(id, { duly_duedate: "2026-03-16" });
    ledger.pay(debtorId, "40.00");
    expect(item(id)).toMatchObject({ statuscode: openitemStatus.rescheduled, duly_openamount: "60.00" });
    const payment = ledger.pay(debtorId, "60.00");
    end(payment, paymentStatus.cancelled);
    expect(item(id)).toMatchObject({ statuscode: openitemStatus.rescheduled, duly_openamount: "60.00" });
  });

  test("without another day it is refused", () => {
    const id = debt();
    expect(() => { reschedule(id, {}); }).toThrow("DULY-ITEM-005");
    expect(() => { reschedule(id, { duly_duedate: null }); }).toThrow("DULY-ITEM-005");
    expect(item(id).statuscode).toBe(openitemStatus.open);
  });
});

test("T-31: an item in litigation is not dunned, also when it is paid in part; its debtor's other items are", () => {
  const [litigated, other] = [debt(), debt()];
  ledger.store.update("duly_openitem", { id: litigated }, { statuscode: openitemStatus.inLitigation });
  ledger.pay(debtorId, "40.00", { duly_openitem: { logicalName: "duly_openitem", id: litigated } });
  ledger.night("2026-03-05");
  expect([item(litigated), item(other)]).toMatchObject([
    { statuscode: openitemStatus.inLitigation, duly_reason: decisionreason.inLitigation, duly_level: 0 }, { duly_reason: decisionreason.reminded, duly_level: 1 },
  ]);
});
