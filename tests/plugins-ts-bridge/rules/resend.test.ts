import type { RawRow } from "#bridge/sdk/value";
import { channel, chargebase, communicationStatus as status, contactrulekind, contactrulepurpose } from "#solution/generated/names";
import { bundle, Ledger, reference } from "../../builders/rules/ledger";

/** Three debtors reminded by the run of 5 March, with a fee of 5.00; their messages left that morning. On 9 March somebody asks for them again. */
let ledger: Ledger;
let debtors: readonly string[];
let items: readonly string[];
let runId: string;
let sent: readonly string[];
beforeEach(async () => {
  ledger = new Ledger((await bundle()).text, "2026-03-02");
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[0] ?? "" }, { duly_fee: chargebase.fixed, duly_feeamount: "5.00", ...ledger.money() });
  ledger.store.put("duly_costrate", { duly_name: "E-mail", duly_company: reference("duly_company", ledger.companyId), duly_channel: channel.email, duly_validfrom: "2026-01-01", duly_amount: "0.0200" });
  debtors = ["C-1", "C-2", "C-3"].map((number) => ledger.debtor(number));
  items = debtors.map((debtor) => ledger.item(debtor, { due: "2026-03-02", amount: "100.00" }));
  runId = String(ledger.night("2026-03-05").RunId);
  sent = debtors.map((debtor) => String(ledger.store.all("duly_communication").find((row) => (row.duly_debtor as { id: string }).id === debtor)?.duly_communicationid));
  for (const id of sent) ledger.store.update("duly_communication", { id }, { statuscode: status.sent, duly_senton: "2026-03-05T08:00:00Z" });
  ledger.store.nowUtc = "2026-03-09T08:00:00Z";
});

const message = (id: string): RawRow => ledger.store.row("duly_communication", id);
const first = (): string => sent[0] ?? "";
const resend = (ids: readonly string[], more: RawRow = {}): RawRow => ledger.store.execute("duly_ResendMessages", { RunId: runId, CommunicationIds: ids.join(","), ...more });
const confirmed = (ids: readonly string[]): RawRow => resend(ids, { Confirm: true });
const copies = (): readonly RawRow[] => ledger.store.all("duly_communication").filter((row) => row.duly_resendof != null);
const copyOfFirst = (): string => { confirmed([first()]); return String(copies()[0]?.duly_communicationid); };
const checkedBefore = (id: string): RawRow => ledger.store.execute("duly_CheckBeforeSend", { CommunicationId: id });

test("A-33: resending needs the messages to be chosen, the run, and a confirmation; only what was chosen goes", () => {
  const written = ledger.store.writes.length;
  expect(resend(sent.slice(0, 2))).toMatchObject({ Written: false, Messages: 2, Addresses: 2, Deferred: 0, Skipped: "", Text: expect.stringMatching(/^2 of 2 .*2 addresses.*Nothing was written; pass Confirm/) as string });
  expect(ledger.store.writes).toHaveLength(written);
  expect(confirmed(sent.slice(0, 2))).toMatchObject({ Written: true, Messages: 2, Addresses: 2 });
  expect(copies().map((row) => row.duly_resendof)).toEqual(sent.slice(0, 2).map((id) => reference("duly_communication", id)));
  expect(copies().map((row) => row.statuscode)).toEqual([status.ready, status.ready]);
});

test.each<[string, RawRow]>([
  ["no message chosen", { CommunicationIds: null }], ["an empty choice", { CommunicationIds: "" }], ["only commas", { CommunicationIds: " , " }], ["no run", { RunId: null }],
])("A-33: there is no \"all\": %s is refused even with Confirm", (_, without) => {
  expect(() => ledger.store.execute("duly_ResendMessages", { RunId: runId, CommunicationIds: first(), Confirm: true, ...without })).toThrow("DULY-RULE-002");
  expect(copies()).toEqual([]);
});

test("C-36: a copy says what was said: a later change of the template alters neither the archived message nor its copy", () => {
  const archived = message(first());
  for (const text of ledger.store.all("duly_templatetext")) ledger.store.update("duly_templatetext", { id: String(text.duly_templatetextid) }, { duly_subject: "Changed", duly_body: "<p>Changed</p>" });
  ledger.store.update("duly_company", { id: ledger.companyId }, { duly_sender: "new@seller.example" });
  confirmed([first()]);
  expect(message(first())).toEqual(archived);
  const same = ["duly_name", "duly_body", "duly_total", "duly_charges", "duly_address", "duly_sender", "duly_language", "duly_channel", "duly_level", "duly_debtor", "duly_company", "duly_strategystep", "duly_template", "duly_deadline", "duly_purpose", "transactioncurrencyid"];
  for (const column of same) expect([column, copies()[0]?.[column] ?? null]).toEqual([column, archived[column] ?? null]);
  expect(copies()[0]?.duly_body).toContain("Dear Buyer C-1");
  expect(copies()[0]).toMatchObject({ duly_plannedon: "2026-03-09", duly_adhoc: true, duly_plannedby: reference("systemuser", ledger.store.userId), duly_uniquekey: `resend|${first()}|2026-03-09`, duly_cost: "0.0200" });
});

test("the ladder does not move, no fee is charged again, the counts of the run stay", () => {
  const rest = () => ["duly_openitem", "duly_communicationline", "duly_charge", "duly_run", "duly_debtor"].map((table) => ledger.store.all(table));
  const before = rest();
  expect(ledger.store.all("duly_charge")).toHaveLength(3);
  confirmed(sent);
  expect(rest()).toEqual(before);
  expect(copies().map((row) => row.duly_run ?? null)).toEqual([null, null, null]);
});

test("a copy that nothing stands against leaves; it is frozen then, and cannot be told to be another's", () => {
  const id = copyOfFirst();
  expect(checkedBefore(id)).toMatchObject({ Allowed: true, Reason: "" });
  ledger.store.update("duly_communication", { id }, { statuscode: status.sent, duly_senton: "2026-03-09T08:01:00Z" });
  expect(() => { ledger.store.update("duly_communication", { id }, { duly_resendof: reference("duly_communication", sent[1] ?? "") }); }).toThrow(/DULY-COMMUNICATION-022.*duly_resendof/);
});

const ofFirst = (): RawRow => ({ duly_debtor: reference("duly_debtor", debtors[0] ?? ""), duly_openitem: reference("duly_openitem", items[0] ?? "") });

test.each<[string, () => void, RegExp]>([
  ["paid", () => { ledger.pay(debtors[0] ?? "", "100.00"); }, /INV-1\/1/],
  ["promised", () => { ledger.store.create("duly_promise", { duly_debtor: reference("duly_debtor", debtors[0] ?? ""), duly_amount: "100.00", duly_promisedate: "2026-03-12", ...ledger.money() }); }, /2026-03-12/],
  ["disputed", () => { ledger.store.create("duly_dispute", { duly_name: "Wrong price", duly_openedon: "2026-03-09", ...ofFirst() }); }, /INV-1\/1/],
  ["held", () => { ledger.store.create("duly_hold", { duly_name: "Audit", duly_startson: "2026-03-09", ...ofFirst() }); }, /INV-1\/1/],
  ["amountChanged", () => { ledger.pay(debtors[0] ?? "", "40.00"); }, /60\.00.*100\.00/],
])("a copy is checked by the lines of its original: %s since", (reason, happens, text) => {
  const id = copyOfFirst();
  happens();
  expect(checkedBefore(id)).toMatchObject({ Allowed: false, Reason: reason, Text: expect.stringMatching(text) as string });
  const before = ledger.store.row("duly_openitem", items[0] ?? "");
  ledger.store.update("duly_communication", { id }, { statecode: 1, statuscode: status.suppressed });
  expect(ledger.store.row("duly_openitem", items[0] ?? "")).toEqual(before);
});

test("the same message is not resent twice on a day, and may be the day after", () => {
  confirmed([first()]);
  expect(() => confirmed(sent)).toThrow(/DULY-RESEND-004.*already resent/);
  expect(() => resend([first()])).toThrow("DULY-RESEND-004");
  expect(copies()).toHaveLength(1);
  ledger.store.nowUtc = "2026-03-10T08:00:00Z";
  expect(confirmed([first()])).toMatchObject({ Written: true, Messages: 1 });
});

describe("what cannot be resent is refused with a code, and nothing is half-written", () => {
  const another = (columns: RawRow): string => ledger.store.put("duly_communication", { ...message(sent[1] ?? ""), duly_communicationid: null, duly_uniquekey: null, ...columns, ...fresh() });
  let count = 0;
  const fresh = (): RawRow => { count += 1; return { duly_communicationid: `00000000-0000-4000-9000-${String(count).padStart(12, "0")}` }; };

  test.each<[string, string, () => string]>([
    ["of another run", "DULY-RESEND-002", () => another({ duly_run: reference("duly_run", "00000000-0000-4000-8000-00000000dead") })],
    ["of no run", "DULY-RESEND-002", () => another({ duly_run: null })],
    ["a copy", "DULY-RESEND-002", copyOfFirst],
    ["unknown", "DULY-COMMUNICATION-001", () => "00000000-0000-4000-8000-00000000dead"],
    ["no id at all", "DULY-COMMUNICATION-001", () => "INV-1"],
    ["not sent yet", "DULY-RESEND-003", () => another({ statuscode: status.ready, duly_senton: null })],
    ["failed before it left", "DULY-RESEND-003", () => another({ statuscode: status.failed, duly_senton: null })],
    ["suppressed", "DULY-RESEND-003", () => another({ statecode: 1, statuscode: status.suppressed, duly_senton: null })],
    ["a call", "DULY-RESEND-005", () => another({ statecode: 1, statuscode: status.done, duly_channel: channel.phone })],
  ])("%s: %s", (_, code, bad) => {
    const id = bad();
    const before = ledger.store.all("duly_communication").length;
    expect(() => confirmed([sent[2] ?? "", id])).toThrow(code);
    expect(ledger.store.all("duly_communication")).toHaveLength(before);
  });

  test("more than 200 at once", () => {
    expect(() => confirmed(Array.from({ length: 201 }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`))).toThrow(/DULY-RESEND-006 201 /);
  });

  test("an unknown run", () => {
    expect(() => resend([first()], { RunId: "00000000-0000-4000-8000-00000000dead" })).toThrow("DULY-RUN-004");
  });

  test.each([["delivered", status.delivered], ["failed after it had left", status.failed], ["served", status.served]])("but one that was %s may be resent", (_, statuscode) => {
    expect(confirmed([another({ statuscode })])).toMatchObject({ Messages: 1 });
  });
});

describe("the contact rules are asked as for other messages", () => {
  const rule = (kind: keyof typeof contactrulekind, row: RawRow): void => {
    ledger.store.put("duly_contactrule", { duly_code: kind, duly_name: `the ${kind} rule`, duly_kind: contactrulekind[kind], duly_validfrom: "2020-01-01", duly_channel: null, duly_purpose: null, duly_country: null, ...row });
  };

  test("who wants no e-mail gets none, and the answer says so; the others go", () => {
    ledger.store.create("duly_optout", { duly_name: "STOP", duly_debtor: reference("duly_debtor", debtors[0] ?? ""), duly_channel: channel.email, duly_startson: "2026-03-06" });
    const denied = { Messages: 2, Addresses: 2, Skipped: expect.stringMatching(/^Reminder for Buyer C-1: DULY-CONTACT-015/) as string };
    expect(resend(sent)).toMatchObject({ Written: false, ...denied });
    expect(confirmed(sent)).toMatchObject({ Written: true, ...denied });
    expect(copies().map((row) => (row.duly_debtor as { id: string }).id)).toEqual(debtors.slice(1));
  });

  test("outside the hours a copy is planned for their beginning, then released", () => {
    rule("window", { duly_fromtime: "10:00", duly_totime: "18:00", duly_weekdays: "1,2,3,4,5" });
    expect(confirmed([first()])).toMatchObject({ Messages: 1, Deferred: 1 });
    expect(copies()[0]).toMatchObject({ statuscode: status.planned, duly_scheduledfor: "2026-03-09T10:00:00Z" });
    ledger.store.nowUtc = "2026-03-09T10:00:00Z";
    expect(ledger.store.execute("duly_ReleaseMessages", { CompanyId: ledger.companyId })).toMatchObject({ Released: 1 });
    expect(checkedBefore(String(copies()[0]?.duly_communicationid))).toMatchObject({ Allowed: true });
  });

  test("two messages of one debtor count as two contacts", () => {
    rule("cap", { duly_most: 1, duly_perdays: 2, duly_purpose: contactrulepurpose.dunning });
    const second = ledger.store.put("duly_communication", { ...message(first()), duly_communicationid: "00000000-0000-4000-9000-0000000000ff", duly_uniquekey: null });
    expect(confirmed([first(), second])).toMatchObject({ Messages: 2, Addresses: 1, Deferred: 1 });
    expect(copies().map((row) => [row.statuscode, row.duly_scheduledfor ?? null])).toEqual([[status.ready, null], [status.planned, "2026-03-11T00:00:00Z"]]);
  });
});
