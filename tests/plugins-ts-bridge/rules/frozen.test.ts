import type { RawRow } from "#bridge/sdk/value";
import { calloutcome, channel, communicationStatus as status } from "#solution/generated/names";
import { ledgerOfOneItem, reference, type Ledger } from "../../builders/rules/ledger";

/** Reminded on 5 March: what was sent stays as it was told; what was not sent yet may still be worded otherwise. */
let ledger: Ledger;
let id: string;
beforeEach(async () => {
  ({ ledger } = await ledgerOfOneItem("2026-03-02"));
  ledger.night("2026-03-05");
  id = String(ledger.store.all("duly_communication")[0]?.duly_communicationid);
});

const message = (): RawRow => ledger.store.row("duly_communication", id);
const change = (columns: RawRow): void => { ledger.store.update("duly_communication", { id }, columns); };
const sent = (): void => { change({ statuscode: status.sent, duly_senton: "2026-03-05T08:00:00Z" }); };
const lineId = (): string => String(ledger.store.all("duly_communicationline")[0]?.duly_communicationlineid);

test.each<[string, RawRow]>([
  ["its total", { duly_total: "1.00" }], ["its body", { duly_body: "<p>Pay me</p>" }], ["its subject", { duly_name: "Other" }], ["its address", { duly_address: "other@x.example" }],
  ["its deadline", { duly_deadline: "2030-01-01" }], ["when it left", { duly_senton: "2026-03-04T08:00:00Z" }], ["that it left", { duly_senton: null }],
])("of a message that was sent nobody changes %s", (_, columns) => {
  sent();
  const before = message();
  expect(() => change(columns)).toThrow(/DULY-COMMUNICATION-022.*duly_/);
  expect(message()).toEqual(before);
});

test("a form that sends the same values again is not refused", () => {
  sent();
  const { duly_total: total, duly_body: body, duly_debtor: debtor } = message();
  expect(() => change({ duly_total: `${String(total)}00`, duly_body: body ?? null, duly_debtor: debtor ?? null, duly_note: "Called back." })).not.toThrow();
  expect(message().duly_note).toBe("Called back.");
});

test.each<[string, number, RawRow]>([
  ["sent", status.sent, { duly_senton: "2026-03-05T08:00:00Z" }], ["failed on its way", status.failed, {}], ["suppressed", status.suppressed, { statecode: 1 }], ["cancelled", status.cancelled, { statecode: 1 }],
])("a message that is %s is not made ready again", (_, statuscode, more) => {
  change({ statuscode, ...more });
  for (const again of [status.ready, status.planned, status.awaitingApproval]) expect(() => change({ statecode: 0, statuscode: again })).toThrow("DULY-COMMUNICATION-023");
  expect(message().statuscode).toBe(statuscode);
});

test("setting the state alone does not bring a message back", () => {
  change({ statecode: 1, statuscode: status.suppressed });
  expect(() => change({ statecode: 0 })).toThrow("DULY-COMMUNICATION-023");
});

test.each<[string, readonly RawRow[]]>([
  ["sent, delivered", [{ statuscode: status.sent, duly_senton: "2026-03-05T08:00:00Z" }, { statuscode: status.delivered, duly_deliveredon: "2026-03-05T08:01:00Z" }]],
  ["sent, bounced", [{ statuscode: status.sent, duly_senton: "2026-03-05T08:00:00Z" }, { statuscode: status.failed, duly_note: "550" }]],
  ["failed after it had left", [{ statuscode: status.failed, duly_senton: "2026-03-05T08:00:00Z", duly_note: "could not be marked" }]],
  ["suppressed with a note", [{ statecode: 1, statuscode: status.suppressed, duly_note: "paid meanwhile" }]],
])("what flows write is taken: %s", (_, steps) => {
  for (const columns of steps) expect(() => change(columns)).not.toThrow();
  expect(message().statuscode).toBe(steps.at(-1)?.statuscode);
});

test("a message that was sent is not deleted, nor are its lines, nor are they changed", () => {
  sent();
  expect(() => { ledger.store.delete("duly_communication", { id }); }).toThrow("DULY-COMMUNICATION-024");
  expect(() => { ledger.store.delete("duly_communicationline", { id: lineId() }); }).toThrow("DULY-COMMUNICATION-024");
  expect(() => { ledger.store.update("duly_communicationline", { id: lineId() }, { duly_openamount: "1.00" }); }).toThrow(/DULY-COMMUNICATION-022.*duly_openamount/);
  expect(ledger.store.all("duly_communicationline")).toHaveLength(1);
});

test.each<[what: string, columns: RawRow]>([["state", { statecode: 1 }], ["status", { statecode: 1, statuscode: 2 }]])("nor is a line of it taken away by its %s", (_what, columns) => {
  const id = lineId();
  ledger.store.update("duly_communicationline", { id }, columns);
  ledger.store.update("duly_communicationline", { id }, { statecode: 0, statuscode: 1 });
  sent();
  expect(() => { ledger.store.update("duly_communicationline", { id }, columns); }).toThrow(/DULY-COMMUNICATION-022.*statecode/);
  expect(ledger.store.row("duly_communicationline", id).statecode).toBe(0);
});

test("a message that waits may be worded otherwise, and thrown away", () => {
  change({ duly_body: "<p>Softer</p>" });
  ledger.store.update("duly_communicationline", { id: lineId() }, { duly_name: "INV-1" });
  ledger.store.delete("duly_communication", { id });
  expect(ledger.store.all("duly_communication")).toEqual([]);
});

test("a receipt that comes twice keeps its first moment", () => {
  sent();
  const record = (Moment: string): RawRow => ledger.store.execute("duly_RecordDelivery", { CommunicationId: id, Event: "delivered", Moment });
  expect([record("2026-03-05T08:01:00Z"), record("2026-03-05T09:00:00Z")]).toEqual([{ Recorded: true }, { Recorded: true }]);
  expect(message().duly_deliveredon).toBe("2026-03-05T08:01:00Z");
});

test("a call that nobody answered is tried again; one that was answered stays closed", () => {
  const call = ledger.store.create("duly_communication", {
    duly_name: "Call", duly_debtor: reference("duly_debtor", String(ledger.store.all("duly_debtor")[0]?.duly_debtorid)), duly_channel: channel.phone, duly_address: "+36301234567", statuscode: status.ready,
  });
  const close = (outcome: number): void => { ledger.store.update("duly_communication", { id: call }, { statecode: 1, statuscode: status.done, duly_outcome: outcome }); };
  close(calloutcome.noAnswer);
  expect(ledger.store.row("duly_communication", call)).toMatchObject({ statuscode: status.ready, duly_attempts: 1 });
  close(calloutcome.rightParty);
  expect(() => { ledger.store.update("duly_communication", { id: call }, { statecode: 0, statuscode: status.ready }); }).toThrow("DULY-COMMUNICATION-023");
});
