import type { RawRow } from "#bridge/sdk/value";
import { calloutcome, channel, communicationStatus as status, decisionreason, ladder, offsetbase } from "#solution/generated/names";
import { bundle, Ledger, reference } from "../../builders/rules/ledger";

/** A letter 3 days after Monday 2 March 2026 with 3 days to pay, then an e-mail 7 days after it really left. */
let ledger: Ledger;
let debtorId: string;
let itemId: string;
beforeEach(async () => {
  ledger = new Ledger((await bundle()).text, "2026-03-02");
  step(0, { duly_channel: channel.letter, duly_deadlinedays: 3 });
  step(1, { duly_offsetdays: 7, duly_offsetbase: offsetbase.previousStep });
  debtorId = ledger.debtor("C-1");
  address(channel.letter, "1 High Street");
  itemId = ledger.item(debtorId, { due: "2026-03-02", amount: "100.00" });
});

const step = (index: number, columns: RawRow): void => { ledger.store.update("duly_strategystep", { id: ledger.stepIds[index] ?? "" }, columns); };
const address = (by: number, name: string): void => { ledger.store.create("duly_contactpoint", { duly_name: name, duly_debtor: reference("duly_debtor", debtorId), duly_channel: by }); };
const item = (id = itemId): RawRow => ledger.store.row("duly_openitem", id);
const nights = (from: number, to: number): void => { for (let day = from; day <= to; day += 1) ledger.night(`2026-03-${String(day).padStart(2, "0")}`); };
const messages = (): readonly RawRow[] => ledger.store.all("duly_communication");
const planned = (): readonly unknown[] => messages().map((row) => row.duly_plannedon);
/** Something happens to the newest message on a day of March. */
function happens(day: number, columns: RawRow): void {
  ledger.store.nowUtc = `2026-03-${String(day).padStart(2, "0")}T10:00:00Z`;
  ledger.store.update("duly_communication", { id: String(messages().at(-1)?.duly_communicationid) }, columns);
}

test("A-30: a letter that leaves five days late moves what follows with it, and gives its days to pay from then on", () => {
  nights(3, 9);
  expect(item()).toMatchObject({ duly_lastactionon: "2026-03-05", duly_deadline: "2026-03-08", duly_nextactionon: "2026-03-12" });
  happens(10, { statuscode: status.sent });
  expect(item()).toMatchObject({ duly_lastactionon: "2026-03-10", duly_deadline: "2026-03-13" });
  expect(ledger.store.row("duly_debtor", debtorId)).toMatchObject({ duly_lastactionon: "2026-03-10", duly_nextactionon: "2026-03-10" });
  nights(11, 16);
  expect(item()).toMatchObject({ duly_nextactionon: "2026-03-17" });
  nights(17, 17);
  expect(planned()).toEqual(["2026-03-05", "2026-03-17"]);
});

test("A-30: what counts is the day that its sender notes, in the company's time zone", () => {
  ledger.store.update("duly_company", { id: ledger.companyId }, { duly_timezone: "Europe/Budapest" });
  nights(5, 5);
  happens(11, { statuscode: status.sent, duly_senton: "2026-03-09T23:30:00Z" });
  expect(item()).toMatchObject({ duly_lastactionon: "2026-03-10" });
});

test("a message that leaves on its day changes nothing but itself", () => {
  nights(5, 5);
  const before = [item(), ledger.store.row("duly_debtor", debtorId)];
  happens(5, { statuscode: status.sent });
  expect([item(), ledger.store.row("duly_debtor", debtorId)]).toEqual(before);
});

test("A-30: while the letter has not left, the step that is counted from it does not come, and the item says why; once it left it comes seven days later", () => {
  nights(5, 25);
  expect(planned()).toEqual(["2026-03-05"]);
  expect(item()).toMatchObject({ duly_reason: decisionreason.previousNotSent, duly_nextactionon: null });
  happens(25, { statuscode: status.sent });
  nights(26, 31);
  expect(item()).toMatchObject({ duly_reason: decisionreason.stepNotDue, duly_nextactionon: "2026-04-01" });
  ledger.night("2026-04-01");
  expect(planned()).toEqual(["2026-03-05", "2026-04-01"]);
});

test("A-30: a letter that left on its day and is noted five days later no longer holds the next step up", () => {
  nights(3, 9);
  happens(10, { statuscode: status.sent, duly_senton: "2026-03-05T10:00:00Z" });
  expect(item()).toMatchObject({ duly_lastactionon: "2026-03-05", duly_deadline: "2026-03-08" });
  nights(11, 12);
  expect(planned()).toEqual(["2026-03-05", "2026-03-12"]);
});

test("nothing left later than now: a slip of the year does not stop the ladder", () => {
  nights(3, 9);
  happens(10, { statuscode: status.sent, duly_senton: "2062-03-10T10:00:00Z" });
  expect(item()).toMatchObject({ duly_lastactionon: "2026-03-10" });
});

test("A-30: on the ladder of the debtor too, for all its items", () => {
  ledger.store.update("duly_strategy", { id: ledger.strategyId }, { duly_ladder: ladder.debtor });
  const other = ledger.item(debtorId, { due: "2026-03-03", amount: "50.00" });
  nights(5, 20);
  expect([itemId, other].map((id) => item(id).duly_reason)).toEqual(Array(2).fill(decisionreason.previousNotSent));
  happens(20, { statuscode: status.sent });
  nights(23, 26);
  expect(planned()).toEqual(["2026-03-05"]);
  nights(27, 27);
  expect(planned()).toEqual(["2026-03-05", "2026-03-27"]);
});

test("a step that is counted from the due date comes on its day, and what lay is not counted any more", () => {
  step(1, { duly_offsetdays: 10, duly_offsetbase: offsetbase.dueDate });
  nights(5, 12);
  expect(planned()).toEqual(["2026-03-05", "2026-03-12"]);
  const [letter] = messages();
  ledger.store.nowUtc = "2026-03-13T10:00:00Z";
  ledger.store.update("duly_communication", { id: String(letter?.duly_communicationid) }, { statuscode: status.sent });
  expect(item()).toMatchObject({ duly_level: 2, duly_lastactionon: "2026-03-12", duly_deadline: null });
});

test("a letter that fails before it left told nobody: the step is planned anew, and the next one waits for that", () => {
  nights(5, 9);
  happens(9, { statecode: 1, statuscode: status.failed });
  nights(10, 20);
  expect(messages().map((row) => [row.duly_plannedon, row.duly_level])).toEqual([["2026-03-05", 1], ["2026-03-10", 1]]);
});

test("of two messages at most, one that was suppressed is none: what was heard before it stays counted", () => {
  ledger.store.update("duly_strategy", { id: ledger.strategyId }, { duly_attempts: 2 });
  nights(5, 5);
  happens(5, { statuscode: status.sent });
  nights(6, 12);
  happens(12, { statecode: 1, statuscode: status.suppressed });
  expect(item()).toMatchObject({ duly_level: 1, duly_laststep: { id: ledger.stepIds[0] }, duly_attempts: 1 });
  nights(13, 13);
  happens(13, { statuscode: status.sent });
  nights(14, 31);
  expect(messages().map((row) => [row.duly_plannedon, row.duly_level])).toEqual([["2026-03-05", 1], ["2026-03-12", 2], ["2026-03-13", 2]]);
  expect(item()).toMatchObject({ duly_reason: decisionreason.attemptsUsedUp, duly_attempts: 2 });
});

test("a letter that came back after it had left counts from the day on which it left", () => {
  nights(5, 9);
  happens(9, { statecode: 1, statuscode: status.failed, duly_senton: "2026-03-06T09:00:00Z" });
  expect(item()).toMatchObject({ duly_level: 1, duly_lastactionon: "2026-03-06", duly_deadline: "2026-03-09" });
});

test("T-18: three calls that nobody answers count from the last of them", () => {
  step(0, { duly_channel: channel.phone, duly_deadlinedays: null });
  address(channel.phone, "+36 1 234 5678");
  nights(5, 5);
  for (const day of [5, 6, 9]) {
    expect(item()).toMatchObject({ duly_lastactionon: "2026-03-05" });
    happens(day, { duly_outcome: calloutcome.noAnswer, statecode: 1, statuscode: status.done });
  }
  expect(item()).toMatchObject({ duly_lastactionon: "2026-03-09" });
  nights(10, 16);
  expect(planned()).toEqual(["2026-03-05", "2026-03-16"]);
});

test("what a person sends in the words of the level does not move the ladder, nor holds it up", () => {
  nights(5, 5);
  happens(5, { statuscode: status.sent });
  ledger.store.nowUtc = "2026-03-09T09:00:00Z";
  ledger.store.execute("duly_RemindNow", { DebtorId: debtorId });
  nights(10, 12);
  expect(planned()).toEqual(["2026-03-05", "2026-03-09", "2026-03-12"]);
});
