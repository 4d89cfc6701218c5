import { disputeStatus, invoicekind, openitemStatus, paymentStatus } from "#solution/generated/names";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importLedger } from "../../../cli/ledger/import";
import { readMap } from "../../../cli/ledger/map";
import { DataverseError } from "../../../local-host/service/error";
import { importText, ledgerStore, mapOf } from "../../builders/ledger-import";
import type { MemoryOrganization } from "../../builders/memory-organization";

const header = "customer,invoice,issued,due,amount";
const withOpen = mapOf({ openAmount: "open" });
const withSettled = mapOf({ settledDate: "settled", disputed: { column: "disputed", yes: "Yes" } });
const invoice = (more: string) => `${header},open\nC1,I1,2026-09-01,2026-10-01,100.00,${more}`;
const settled = (more: string) => `${header},settled,disputed\nC1,I1,2026-09-01,2026-10-01,100.00,${more}`;

const only = (store: MemoryOrganization, table: string) => {
  expect(store.rows(table)).toHaveLength(1);
  return store.rows(table)[0] ?? {};
};

test("a ledger without addresses: the map makes them from another column", () => {
  const store = ledgerStore();
  importText(store, "customer,invoice,issued,due,amount\nC1,I1,2026-09-01,2026-10-01,5", mapOf({ email: { column: "customer", pattern: "{}@customers.example" } }));
  expect(store.rows("duly_contactpoint").map((row) => row.duly_name)).toEqual(["C1@customers.example"]);
});

test("an address made from another column holds that column's text as it is, signs of replacement patterns too", () => {
  const store = ledgerStore();
  importText(store, "customer,invoice,issued,due,amount\nA$$B$&,I1,2026-09-01,2026-10-01,5", mapOf({ email: { column: "customer", pattern: "{}@customers.example" } }));
  expect(store.rows("duly_contactpoint").map((row) => row.duly_name)).toEqual(["A$$B$&@customers.example"]);
});

test.each(["constructor", "toString", "__proto__"])("a cell %s that the map does not translate is a value like any other: its line is rejected alone", (kind) => {
  const csv = `${header},kind\nC1,I1,2026-09-01,2026-10-01,5,${kind}\nC1,I2,2026-09-01,2026-10-01,5,P`;
  expect(importText(ledgerStore(), csv, mapOf({ kind: { column: "kind", values: { P: "naturalPerson" } } }))).toMatchObject({
    imported: 1, rejected: 1, rejects: [{ line: 2, code: "DULY-LEDGER-110" }],
  });
});

test("T-27: an unpaid line becomes debtor, address, document and open item", () => {
  const store = ledgerStore();
  importText(store, `${header},mail\nC1,I1,2026-09-01,2026-10-01,"1,250.50",pay@c1.example`, mapOf({ email: "mail" }));
  expect(only(store, "duly_debtor")).toMatchObject({ duly_number: "C1", duly_name: "C1" });
  expect(only(store, "duly_contactpoint")).toMatchObject({ duly_name: "pay@c1.example", duly_primary: true });
  expect(only(store, "duly_invoice")).toMatchObject({ duly_name: "I1", duly_issuedon: "2026-09-01", duly_total: "1250.50", duly_kind: invoicekind.invoice });
  expect(only(store, "duly_openitem")).toMatchObject({
    duly_name: "I1/1", duly_instalment: 1, duly_duedate: "2026-10-01", duly_originalduedate: "2026-10-01", duly_amount: "1250.50", duly_openamount: "1250.50", statuscode: 1,
  });
  expect(store.rows("duly_payment")).toEqual([]);
});

test("the instalments of a document are items of one invoice, whose total is their sum, also when they come in two files", () => {
  const store = ledgerStore();
  const map = mapOf({ instalment: "part" });
  importText(store, `${header},part\nC1,I1,2026-09-01,2026-10-01,60,1\nC1,I1,2026-09-01,2026-11-01,40,2`, map);
  expect(only(store, "duly_invoice").duly_total).toBe("100.00");
  importText(store, `${header},part\nC1,I1,2026-09-01,2026-12-01,25,3`, map);
  expect(only(store, "duly_invoice").duly_total).toBe("125.00");
  expect(store.rows("duly_openitem")).toHaveLength(3);
});

test("a negative amount is a credit note, kept as a positive amount of that kind", () => {
  const store = ledgerStore();
  importText(store, `${header}\nC1,I1,2026-09-01,2026-10-01,-40`);
  expect(only(store, "duly_invoice")).toMatchObject({ duly_kind: invoicekind.creditNote, duly_total: "40.00" });
  expect(only(store, "duly_openitem")).toMatchObject({ duly_amount: "40.00", duly_openamount: "40.00" });
});

test("a used credit note is closed without a payment", () => {
  const store = ledgerStore();
  importText(store, `${header},open\nC1,I1,2026-09-01,2026-10-01,-40,0`, withOpen);
  expect(only(store, "duly_openitem")).toMatchObject({ duly_openamount: "0.00", statuscode: openitemStatus.paid });
  expect(store.rows("duly_payment")).toEqual([]);
});

describe("with an open amount", () => {
  test("a payment of the difference is written for the item, dated the day of the import", () => {
    const store = ledgerStore();
    importText(store, invoice("70.00"), withOpen);
    expect(only(store, "duly_payment")).toMatchObject({ duly_amount: "30.00", duly_valuedate: "2026-11-02", duly_name: "I1/1 part paid, 70.00 left" });
    expect(only(store, "duly_openitem").duly_openamount).toBe("70.00");
  });

  test("the payment has the day that the file names", () => {
    const store = ledgerStore();
    importText(store, `${header},open,paid\nC1,I1,2026-09-01,2026-10-01,100.00,70.00,2026-10-12`, mapOf({ openAmount: "open", paidOn: "paid" }));
    expect(only(store, "duly_payment")).toMatchObject({ duly_amount: "30.00", duly_valuedate: "2026-10-12", duly_bookedon: "2026-10-12" });
  });

  test("when it falls, only the fall is paid; when it rises, the line is rejected", () => {
    const store = ledgerStore();
    importText(store, invoice("70.00"), withOpen);
    expect(importText(store, invoice("20.00"), withOpen)).toMatchObject({ imported: 1, payments: 2 });
    expect(store.rows("duly_payment").map((row) => row.duly_amount)).toEqual(["30.00", "50.00"]);
    expect(importText(store, invoice("60.00"), withOpen).rejects[0]).toMatchObject({ code: "DULY-LEDGER-120" });
  });

  test.each(["70.00", "0.00"])("when the document is raised meanwhile and it falls to %s a second time, that fall is paid too", (left) => {
    const store = ledgerStore();
    const raised = (open: string) => `${header},open\nC1,I1,2026-09-01,2026-10-01,150.00,${open}`;
    importText(store, invoice(left), withOpen);
    importText(store, raised(String(Number(left) + 50)), withOpen);
    expect(importText(store, raised(left), withOpen)).toMatchObject({ imported: 1, payments: 2 });
    expect(only(store, "duly_openitem").duly_openamount).toBe(left);
    expect(importText(store, raised(left), withOpen)).toMatchObject({ unchanged: 1, payments: 2 });
  });

  test("a payment that the store's rules did not allocate is not booked twice", () => {
    const store = ledgerStore();
    store.afterCreate = () => undefined;
    importText(store, invoice("70.00"), withOpen);
    expect(importText(store, invoice("70.00"), withOpen)).toMatchObject({ unchanged: 1, payments: 1 });
  });
});

describe("with a settled date", () => {
  test("the whole amount is paid on that day", () => {
    const store = ledgerStore();
    importText(store, settled("2026-10-08,No"), withSettled);
    expect(only(store, "duly_payment")).toMatchObject({ duly_amount: "100.00", duly_valuedate: "2026-10-08" });
    expect(only(store, "duly_openitem")).toMatchObject({ duly_openamount: "0.00", statuscode: openitemStatus.paid });
  });

  test("another settled date contradicts the stored payment until that is cancelled", () => {
    const store = ledgerStore();
    importText(store, settled("2026-10-08,No"), withSettled);
    expect(importText(store, settled("2026-10-09,No"), withSettled).rejects[0]).toMatchObject({
      code: "DULY-LEDGER-121", reason: expect.stringContaining("stored as 100.00 on 2026-10-08, the file says 100.00 on 2026-10-09") as string,
    });
    const [payment, item] = [only(store, "duly_payment"), only(store, "duly_openitem")];
    store.service.update("duly_payment", { id: String(payment.duly_paymentid) }, { statuscode: paymentStatus.cancelled });
    store.service.update("duly_openitem", { id: String(item.duly_openitemid) }, { duly_openamount: "100.00" });
    expect(importText(store, settled("2026-10-09,No"), withSettled)).toMatchObject({ imported: 1, rejected: 0, payments: 2 });
    expect(importText(store, settled("2026-10-09,No"), withSettled)).toMatchObject({ unchanged: 1 });
  });
});

describe("a dispute flag", () => {
  test("opens a dispute on the issue date", () => {
    const store = ledgerStore();
    importText(store, settled(",Yes"), withSettled);
    expect(only(store, "duly_dispute")).toMatchObject({ duly_openedon: "2026-09-01", statuscode: disputeStatus.open });
  });

  test.each([
    ["is settled", "2026-10-20,Yes", "2026-10-20"],
    ["is no longer flagged", ",No", "2026-11-02"],
  ])("is resolved when the item %s", (_how, later, day) => {
    const store = ledgerStore();
    importText(store, settled(",Yes"), withSettled);
    importText(store, settled(later), withSettled);
    expect(only(store, "duly_dispute")).toMatchObject({ duly_resolvedon: day, statuscode: disputeStatus.resolved });
    const written = store.writes();
    expect(importText(store, settled(later), withSettled)).toMatchObject({ unchanged: 1 });
    expect(store.writes()).toBe(written);
  });

  test("does not reopen a dispute that a collector resolved", () => {
    const store = ledgerStore();
    importText(store, settled(",Yes"), withSettled);
    store.service.update("duly_dispute", { id: String(only(store, "duly_dispute").duly_disputeid) }, { statuscode: disputeStatus.rejected });
    expect(importText(store, settled(",Yes"), withSettled)).toMatchObject({ unchanged: 1 });
  });
});

describe("a changed ledger", () => {
  test("moves the due date and keeps the original one", () => {
    const store = ledgerStore();
    importText(store, `${header}\nC1,I1,2026-09-01,2026-10-01,100`);
    expect(importText(store, `${header}\nC1,I1,2026-09-01,2026-10-15,100`)).toMatchObject({ imported: 1 });
    expect(only(store, "duly_openitem")).toMatchObject({ duly_duedate: "2026-10-15", duly_originalduedate: "2026-10-01" });
  });

  test("changes the amount; what is paid stays paid, and less than that is refused", () => {
    const store = ledgerStore();
    importText(store, invoice("70.00"), withOpen);
    importText(store, `${header}\nC1,I1,2026-09-01,2026-10-01,90`);
    expect(only(store, "duly_openitem")).toMatchObject({ duly_amount: "90.00", duly_openamount: "60.00" });
    expect(importText(store, `${header}\nC1,I1,2026-09-01,2026-10-01,29`).rejects[0]).toMatchObject({ code: "DULY-LEDGER-119" });
  });

  test("opens a paid item again when its amount is raised, and closes it when the amount is lowered to what is paid", () => {
    const store = ledgerStore();
    importText(store, invoice("0.00"), withOpen);
    importText(store, `${header}\nC1,I1,2026-09-01,2026-10-01,120`);
    expect(only(store, "duly_openitem")).toMatchObject({ duly_openamount: "20.00", statecode: 0, statuscode: openitemStatus.partlyPaid });
    importText(store, `${header}\nC1,I1,2026-09-01,2026-10-01,100`);
    expect(only(store, "duly_openitem")).toMatchObject({ duly_openamount: "0.00", statecode: 1, statuscode: openitemStatus.paid });
  });

  test.each([
    ["customer", "C2,I1,2026-09-01,2026-10-01,100,EUR"],
    ["currency", "C1,I1,2026-09-01,2026-10-01,100,HUF"],
    ["kind", "C1,I1,2026-09-01,2026-10-01,-100,EUR"],
  ])("never gives a document to another %s", (what, line) => {
    const store = ledgerStore();
    const map = mapOf({ currency: "currency" });
    importText(store, `${header},currency\nC1,I1,2026-09-01,2026-10-01,100,EUR`, map);
    expect(importText(store, `${header},currency\n${line}`, map).rejects[0]).toMatchObject({
      code: "DULY-LEDGER-118", reason: expect.stringContaining(`another ${what}`) as string,
    });
  });

  test("adds the new e-mail address and no longer puts the former first", () => {
    const store = ledgerStore();
    const map = mapOf({ email: "mail" });
    importText(store, `${header},mail\nC1,I1,2026-09-01,2026-10-01,5,old@c1.example`, map);
    importText(store, `${header},mail\nC1,I1,2026-09-01,2026-10-01,5,new@c1.example`, map);
    expect(store.rows("duly_contactpoint").map((row) => [row.duly_name, row.duly_primary])).toEqual([["old@c1.example", false], ["new@c1.example", true]]);
  });

  test("the last line of a customer counts; an empty cell takes nothing away; numbers know neither case nor accents", () => {
    const store = ledgerStore();
    const map = mapOf({ customerName: "name" });
    const csv = `${header},name\nÁ1,I1,2026-09-01,2026-10-01,5,First\na1,I2,2026-09-01,2026-10-01,5,Second\nA1,I3,2026-09-01,2026-10-01,5,`;
    expect(importText(store, csv, map)).toMatchObject({ imported: 3 });
    expect(only(store, "duly_debtor").duly_name).toBe("Second");
    expect(importText(store, csv, map)).toMatchObject({ imported: 0, unchanged: 3 });
  });
});

test("a line that the store refuses is rolled back alone and rejected with the store's words", () => {
  const store = ledgerStore();
  const { afterCreate } = store;
  store.afterCreate = (table, id, row) => {
    if (table === "duly_openitem" && row.duly_name === "BAD/1") throw new DataverseError("0x80040265", "DULY-ITEM-001 not this one");
    afterCreate(table, id, row);
  };
  const csv = `${header}\nC1,BAD,2026-09-01,2026-10-01,5\nC1,I2,2026-09-01,2026-10-01,5`;
  expect(importText(store, csv)).toMatchObject({
    imported: 1, rejected: 1, invoices: 1, items: 1, rejects: [{ line: 2, code: "DULY-LEDGER-122", reason: "The store refused it: DULY-ITEM-001 not this one Mend what it names, then import again." }],
  });
  expect(only(store, "duly_debtor").duly_number).toBe("C1");
});

test("H-05: an import that was cut off goes on when it is repeated, and ends as if it had not been", () => {
  const rows = Array.from({ length: 700 }, (_, index) => `C${index % 50},I${index},2026-09-01,2026-10-01,${index + 1},${index}`);
  const csv = [`${header},open`, ...rows].join("\n");
  const cut = ledgerStore();
  let transactions = 0;
  const source = { bytes: new TextEncoder().encode(csv), fileName: "l.csv", map: withOpen, today: "2026-11-02", dataDir: "." };
  expect(() => importLedger(cut.service, {
    ...source,
    transaction: cut.transaction,
    onProgress: () => { if ((transactions += 1) === 2) throw new Error("killed"); },
  })).toThrow("killed");
  expect(cut.rows("duly_openitem")).toHaveLength(500);
  expect(importText(cut, csv, withOpen)).toMatchObject({ imported: 200, unchanged: 500, items: 700, payments: 700 });

  const whole = ledgerStore();
  importText(whole, csv, withOpen);
  const told = (store: MemoryOrganization) => store.rows("duly_openitem").map((row) => [row.duly_name, row.duly_openamount]);
  expect(told(cut)).toEqual(told(whole));
});

test("progress is told after every transaction, up to the last line", () => {
  const store = ledgerStore();
  const csv = [header, ...Array.from({ length: 600 }, (_, index) => `C1,I${index},2026-09-01,2026-10-01,1`)].join("\n");
  const told: number[] = [];
  importLedger(store.service, {
    bytes: new TextEncoder().encode(csv), fileName: "l.csv", map: mapOf(), today: "2026-11-02", dataDir: ".", transaction: store.transaction,
    onProgress: ({ done, total }) => told.push(done / total),
  });
  expect(told).toEqual([250 / 600, 500 / 600, 1]);
});

test("the example of the README is imported as it stands there", () => {
  const readme = readFileSync(join(__dirname, "../../../examples/ledger/README.md"), "utf8");
  const block = (kind: string) => new RegExp(`\`\`\`${kind}\n([^]*?)\`\`\``).exec(readme)?.[1] ?? "";
  expect(importText(ledgerStore(), block("csv"), readMap(block("json")))).toMatchObject({ lines: 4, imported: 4, rejected: 0, invoices: 4, payments: 1 });
});

test("how an item is to be paid is the file's, and an empty cell takes nothing away", () => {
  const store = ledgerStore();
  const id = store.service.create("duly_paymenttype", { duly_code: "RIBA" });
  const paid = (how: string) => importText(store, `${header},paying\nC1,I1,2026-09-01,2026-10-01,5,${how}`, mapOf({ paymentType: { column: "paying", values: { R: "RIBA" } } }));
  expect(paid("")).toMatchObject({ imported: 1 });
  expect(only(store, "duly_openitem").duly_paymenttype).toBeUndefined();
  expect([paid("R").imported, paid("RIBA").unchanged, paid("").unchanged]).toEqual([1, 1, 1]);
  expect(only(store, "duly_openitem").duly_paymenttype).toEqual({ logicalName: "duly_paymenttype", id });
});
