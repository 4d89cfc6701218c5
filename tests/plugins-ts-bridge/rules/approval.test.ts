import type { RawRow } from "#bridge/sdk/value";
import { channel, communicationStatus as status, decisionreason, ladderend } from "#solution/generated/names";
import { bundle, Ledger, reference } from "../../builders/rules/ledger";

/** A diary of four eyes: the third step, 20 days after Monday 2 March 2026, is a legal letter. Anna runs the nights, Bela is her colleague. */
const [anna, bela] = ["00000000-0000-4000-8000-0000000a0a0a", "00000000-0000-4000-8000-0000000b0b0b"];
let ledger: Ledger;
let itemId: string;
beforeEach(async () => {
  ledger = new Ledger((await bundle()).text, "2026-03-02");
  ledger.store.userId = anna;
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[2] ?? "" }, { duly_legal: true });
  itemId = ledger.item(ledger.debtor("C-1"), { due: "2026-03-02", amount: "100.00" });
  for (const day of ["2026-03-05", "2026-03-12", "2026-03-23"]) ledger.night(day);
});

const message = (): RawRow => ledger.store.all("duly_communication")[2] ?? {};
const change = (columns: RawRow): void => { ledger.store.update("duly_communication", { id: String(message().duly_communicationid) }, columns); };
const as = (userId: string, columns: RawRow): void => { ledger.store.userId = userId; change(columns); };
const mayLeave = () => ledger.store.execute("duly_CheckBeforeSend", { CommunicationId: String(message().duly_communicationid) }).Allowed;

test("L-19: the steps before the legal one are ready at once; the legal one waits, and says so on its item; nights pass and it still waits", () => {
  expect(ledger.store.all("duly_communication").map((row) => row.statuscode)).toEqual([status.ready, status.ready, status.awaitingApproval]);
  for (const day of ["2026-03-24", "2026-04-24"]) ledger.night(day);
  expect(ledger.store.all("duly_communication")).toHaveLength(3);
  expect(ledger.store.row("duly_openitem", itemId)).toMatchObject({ duly_level: 2, duly_lastactionon: "2026-03-12", duly_attempts: 2, duly_stagestolegal: 1, duly_reason: decisionreason.awaitingApproval });
  expect(ledger.store.all("duly_debtor")[0]).toMatchObject({ duly_level: 2, duly_stagestolegal: 1 });
  expect(mayLeave()).toBe(false);
});

test("the item reaches the legal step on the day of its approval, and the debtor's row says so the next night", () => {
  ledger.store.nowUtc = "2026-03-24T10:00:00Z";
  as(bela, { statuscode: status.ready });
  expect(ledger.store.row("duly_openitem", itemId)).toMatchObject({ duly_level: 3, duly_laststep: { id: ledger.stepIds[2] }, duly_lastactionon: "2026-03-24", duly_attempts: 3, duly_cycle: 0 });
  expect(mayLeave()).toBe(true);
  ledger.store.userId = anna;
  ledger.night("2026-03-25");
  expect([ledger.store.row("duly_openitem", itemId), ledger.store.all("duly_debtor")[0]]).toMatchObject(Array(2).fill({ duly_level: 3, duly_stagestolegal: 0 }));
});

test("what a person sends in the words of the level, the debtor under manual review, leaves the level where it is when it is approved", () => {
  const debtorId = ledger.debtor("C-2", { duly_manualreview: true });
  const other = ledger.item(debtorId, { due: "2026-03-02", amount: "10.00" });
  ledger.store.execute("duly_RemindNow", { DebtorId: debtorId });
  ledger.store.userId = bela;
  const planned = ledger.store.all("duly_communication").at(-1) ?? {};
  expect(planned).toMatchObject({ duly_ladderstays: true, statuscode: status.awaitingApproval });
  ledger.store.update("duly_communication", { id: String(planned.duly_communicationid) }, { statuscode: status.ready });
  expect(ledger.store.row("duly_openitem", other)).toMatchObject({ duly_level: 0 });
});

test("L-19: another user approves it, is noted, and it leaves", () => {
  as(bela, { statuscode: status.ready });
  expect(message()).toMatchObject({ statuscode: status.ready, duly_plannedby: { id: anna }, duly_approvedby: { id: bela } });
  expect(mayLeave()).toBe(true);
});

test.each<[string, RawRow]>([
  ["ready", { statuscode: status.ready }], ["planned for a later moment, from which it would be released", { statuscode: status.planned, duly_scheduledfor: "2026-03-24T08:00:00Z" }],
  ["sent", { statuscode: status.sent, duly_senton: "2026-03-23T08:00:00Z" }], ["served", { statuscode: status.served, duly_acceptedon: "2026-03-23T08:00:00Z", duly_deliveredon: "2026-03-23T08:00:00Z" }],
  ["done", { statecode: 1, statuscode: status.done }],
])("L-19: its planner does not get it past the second person by setting it to %s", (_, columns) => {
  expect(() => { as(anna, columns); }).toThrow("DULY-COMMUNICATION-008");
  expect(message()).toMatchObject({ statuscode: status.awaitingApproval });
  expect(message().duly_approvedby ?? null).toBeNull();
});

test("L-19: nor by passing it off as a colleague's; giving it up is everybody's right, and that stands", () => {
  expect(() => { as(anna, { duly_plannedby: reference("systemuser", bela) }); }).toThrow("DULY-COMMUNICATION-025");
  as(anna, { statecode: 1, statuscode: status.cancelled });
  for (const day of ["2026-03-24", "2026-04-24"]) ledger.night(day);
  expect(ledger.store.all("duly_communication")).toHaveLength(3);
});

const item = (): RawRow => ledger.store.row("duly_openitem", itemId);

test("L-19: a letter that the second person refuses is not planned again: the ladder is complete, from the same day on; its charges are gone", () => {
  ledger.store.put("duly_charge", { duly_name: "Fee", duly_communication: reference("duly_communication", String(message().duly_communicationid)), duly_openitem: reference("duly_openitem", itemId), statecode: 0 });
  as(bela, { statecode: 1, statuscode: status.cancelled, duly_note: "Not against this customer" });
  expect(item()).toMatchObject({ duly_level: 3, duly_laststep: { id: ledger.stepIds[2] }, duly_cycle: 0, duly_attempts: 2, duly_lastactionon: "2026-03-23", duly_reason: null });
  expect(ledger.store.all("duly_charge")).toEqual([]);
  for (const day of ["2026-03-23", "2026-03-24", "2026-05-04"]) {
    ledger.night(day);
    expect(item()).toMatchObject({ duly_reason: decisionreason.ladderComplete, duly_level: 3 });
  }
  expect(ledger.store.all("duly_communication")).toHaveLength(3);
});

test("what a person sends in the words of the level, refused or withdrawn, leaves the ladder where it is", () => {
  const debtorId = ledger.debtor("C-2", { duly_manualreview: true });
  const other = ledger.item(debtorId, { due: "2026-03-02", amount: "10.00" });
  ledger.store.update("duly_openitem", { id: other }, { duly_level: 1, duly_laststep: reference("duly_strategystep", ledger.stepIds[0] ?? ""), duly_lastactionon: "2026-03-05", duly_attempts: 1 });
  const refused = (state: number): void => {
    ledger.store.execute("duly_RemindNow", { DebtorId: debtorId });
    ledger.store.userId = bela;
    ledger.store.update("duly_communication", { id: String(ledger.store.all("duly_communication").at(-1)?.duly_communicationid) }, { statecode: 1, statuscode: state });
    ledger.store.userId = anna;
    expect(ledger.store.row("duly_openitem", other)).toMatchObject({ duly_level: 1, duly_lastactionon: "2026-03-05", duly_attempts: 1 });
  };
  refused(status.cancelled);
  ledger.store.nowUtc = "2026-03-24T09:00:00Z";
  refused(status.suppressed);
});

test.each<[string, RawRow]>([["approves", { statuscode: status.ready }], ["refuses", { statecode: 1, statuscode: status.cancelled }]])("L-19: an item that somebody moved further up meanwhile is not pulled down when the second person %s", (_, columns) => {
  ledger.store.update("duly_openitem", { id: itemId }, { duly_level: 4 });
  as(bela, columns);
  expect(item()).toMatchObject({ duly_level: 4 });
});

test("L-19: a waiting message that is deleted goes back to the night, with its charges", () => {
  const { duly_communicationid: id } = message();
  ledger.store.put("duly_charge", { duly_name: "Fee", duly_communication: reference("duly_communication", String(id)), duly_openitem: reference("duly_openitem", itemId), statecode: 0 });
  ledger.store.delete("duly_communication", { id: String(id) });
  expect(ledger.store.all("duly_charge")).toEqual([]);
  ledger.night("2026-03-24");
  expect(message()).toMatchObject({ duly_level: 3, statuscode: status.awaitingApproval });
  expect(message().duly_communicationid).not.toBe(id);
});

test("L-19: what a person suppresses instead goes back to the night, and so does what a rule withdraws", () => {
  for (const sent of ledger.store.all("duly_communication").slice(0, 2)) ledger.store.update("duly_communication", { id: String(sent.duly_communicationid) }, { statuscode: status.sent, duly_senton: "2026-03-12T08:00:00Z" });
  as(bela, { statecode: 1, statuscode: status.suppressed });
  expect(item()).toMatchObject({ duly_level: 2 });
  ledger.night("2026-03-24");
  expect(ledger.store.all("duly_communication").at(-1)).toMatchObject({ statuscode: status.awaitingApproval, duly_level: 3 });
  const debtor = { id: (item().duly_debtor as { id: string }).id };
  ledger.store.update("duly_debtor", debtor, { duly_vulnerable: true });
  expect(item()).toMatchObject({ duly_level: 2 });
  ledger.store.update("duly_debtor", debtor, { duly_vulnerable: false });
  ledger.night("2026-03-25");
  expect(ledger.store.all("duly_communication").filter((row) => row.statuscode === status.awaitingApproval)).toHaveLength(1);
});

test("a step that is repeated and waits for approval, suppressed: its items stay at it, and are asked about again", async () => {
  const own = new Ledger((await bundle()).text, "2026-03-02");
  own.store.update("duly_strategy", { id: own.strategyId }, { duly_ladderend: ladderend.repeat, duly_repeatdays: 7 });
  const row = own.item(own.debtor("C-1"), { due: "2026-03-02", amount: "100.00" });
  for (const day of ["2026-03-05", "2026-03-12", "2026-03-23"]) own.night(day);
  for (const { duly_communicationid: id } of own.store.all("duly_communication")) own.store.update("duly_communication", { id: String(id) }, { statuscode: status.sent });
  own.store.update("duly_strategystep", { id: own.stepIds[2] ?? "" }, { duly_approval: true });
  own.night("2026-03-30");
  const waiting = own.store.all("duly_communication")[3] ?? {};
  expect(waiting).toMatchObject({ duly_level: 3, statuscode: status.awaitingApproval });
  own.store.update("duly_communication", { id: String(waiting.duly_communicationid) }, { statecode: 1, statuscode: status.suppressed });
  expect(own.store.row("duly_openitem", row)).toMatchObject({ duly_level: 3, duly_lastactionon: "2026-03-23" });
});

test("L-19: a legal step that a person carries out by hand waits as well", () => {
  const other = ledger.item(ledger.debtor("C-2"), { due: "2026-03-02", amount: "10.00" });
  ledger.store.update("duly_openitem", { id: other }, { duly_level: 2, duly_laststep: reference("duly_strategystep", ledger.stepIds[1] ?? ""), duly_lastactionon: "2026-03-12" });
  ledger.store.execute("duly_RemindNow", { DebtorId: (ledger.store.row("duly_openitem", other).duly_debtor as { id: string }).id, MoveLadder: true });
  expect(ledger.store.all("duly_communication").at(-1)).toMatchObject({ duly_level: 3, duly_channel: channel.email, statuscode: status.awaitingApproval });
});

test("a first step that waited for a second person is followed by the next one once it was approved: the ladder had only rested", async () => {
  const own = new Ledger((await bundle()).text, "2026-03-02");
  own.store.userId = anna;
  own.store.update("duly_strategystep", { id: own.stepIds[0] ?? "" }, { duly_approval: true });
  const item = own.item(own.debtor("C-1"), { due: "2026-03-02", amount: "100.00" });
  for (const day of ["2026-03-05", "2026-03-12"]) own.night(day);
  expect(own.store.all("duly_communication")).toMatchObject([{ statuscode: status.awaitingApproval }]);
  own.store.userId = bela;
  own.store.update("duly_communication", { id: String(own.store.all("duly_communication")[0]?.duly_communicationid) }, { statuscode: status.ready });
  own.store.userId = anna;
  // Seven days lie between the two steps, counted from the approval on the 12th.
  for (const day of ["2026-03-13", "2026-03-18"]) own.night(day);
  expect(own.store.all("duly_communication")).toHaveLength(1);
  own.night("2026-03-19");
  expect(own.store.all("duly_communication")).toMatchObject([{ duly_level: 1 }, { duly_level: 2, statuscode: status.ready }]);
  expect(own.store.row("duly_openitem", item)).toMatchObject({ duly_level: 2, duly_reason: decisionreason.reminded });
});
