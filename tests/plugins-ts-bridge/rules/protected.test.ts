import { calloutcome, channel, communicationStatus, debtorkind, decisionreason } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

const reference = (logicalName: string, id: string) => ({ logicalName, id });
let ledger: Ledger;
beforeEach(async () => { ledger = new Ledger((await bundle()).text, "2026-03-02"); });

const messages = () => ledger.store.all("duly_communication");
const states = () => messages().map((row) => row.statuscode);

/** A debtor with a reminder planned and ready, and a call. */
function planned(): string {
  const debtor = ledger.debtor("D1", { ownerid: reference("systemuser", "anna"), duly_kind: debtorkind.naturalPerson });
  ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  ledger.night("2026-03-05");
  ledger.store.put("duly_communication", { duly_name: "call", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.phone, statuscode: communicationStatus.planned, duly_plannedon: "2026-03-05" });
  ledger.store.put("duly_communication", { duly_name: "old", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.email, statuscode: communicationStatus.sent, duly_plannedon: "2026-02-05" });
  return debtor;
}

test("L-13: insolvency is entered: open planned actions are cancelled, what was sent stays, and the claim is to be filed by a deadline", () => {
  const debtor = planned();
  ledger.store.update("duly_company", { id: ledger.companyId }, { duly_claimdays: 40 });
  ledger.store.update("duly_debtor", { id: debtor }, { duly_insolventon: "2026-03-05" });
  expect(states()).toEqual([communicationStatus.cancelled, communicationStatus.cancelled, communicationStatus.sent]);
  expect(ledger.store.all("task")).toEqual([expect.objectContaining({
    subject: "File the claim against D1 Buyer D1", scheduledend: "2026-04-14T12:00:00Z", regardingobjectid: reference("duly_debtor", debtor), ownerid: reference("systemuser", "anna"),
  })]);
  ledger.night("2026-03-12");
  ledger.night("2026-03-30");
  expect(messages()).toHaveLength(3);
  expect(ledger.store.all("duly_openitem")[0]).toMatchObject({ duly_reason: decisionreason.insolvent });
  expect(ledger.store.execute("duly_CheckContact", { DebtorId: debtor, Channel: "letter", Purpose: "statutory", ByPerson: true })).toMatchObject({ Answer: "deny", Rule: "insolvent" });
  ledger.store.update("duly_debtor", { id: debtor }, { duly_insolventon: "2026-03-04" });
  expect(ledger.store.all("task")).toHaveLength(1);
});

test("L-13: a debtor who is insolvent when it is entered has its claim to file all the same; one who is not has none", () => {
  const debtor = ledger.debtor("D1", { ownerid: reference("systemuser", "anna"), duly_insolventon: "2026-02-20" });
  ledger.debtor("D2");
  expect(ledger.store.all("task")).toEqual([expect.objectContaining({
    subject: "File the claim against D1 Buyer D1", scheduledend: "2026-04-01T12:00:00Z", regardingobjectid: reference("duly_debtor", debtor), ownerid: reference("systemuser", "anna"),
  })]);
});

test("L-12: the flag of a vulnerable debtor leaves no automatic action: what a run planned is withdrawn, no night plans anything, a person may call", () => {
  const debtor = planned();
  ledger.store.update("duly_debtor", { id: debtor }, { duly_vulnerable: true });
  expect(states()).toEqual([communicationStatus.cancelled, communicationStatus.cancelled, communicationStatus.sent]);
  for (const day of ["2026-03-06", "2026-03-20", "2026-04-20"]) ledger.night(day);
  expect(messages()).toHaveLength(3);
  expect(ledger.store.all("duly_openitem")[0]).toMatchObject({ duly_reason: decisionreason.vulnerable });
  const check = (ByPerson: boolean) => ledger.store.execute("duly_CheckContact", { DebtorId: debtor, Channel: "phone", ByPerson, Moment: "2026-04-20T10:00:00Z" });
  expect([check(false), check(true)]).toMatchObject([{ Answer: "deny", Rule: "vulnerable", Text: expect.stringMatching(/^Restricted/) as string }, { Answer: "allow" }]);
});

test.each([[true, 1], [false, 2]])("L-12: a call that a person made and nobody answered is tried again by itself only where the debtor is not vulnerable (%s: %d calls in all)", (vulnerable, calls) => {
  const debtor = reference("duly_debtor", ledger.debtor("D1", { duly_vulnerable: vulnerable }));
  const phonecall = reference("phonecall", ledger.store.put("phonecall", { subject: "Call", regardingobjectid: debtor }));
  const id = ledger.store.put("duly_communication", {
    duly_name: "Call", duly_company: reference("duly_company", ledger.companyId), duly_debtor: debtor, duly_channel: channel.phone, duly_adhoc: true, duly_phonecall: phonecall, duly_attempts: 0, statuscode: communicationStatus.ready,
  });
  ledger.store.update("duly_communication", { id }, { statecode: 1, statuscode: communicationStatus.done, duly_outcome: calloutcome.noAnswer });
  expect(ledger.store.all("phonecall")).toHaveLength(calls);
  expect(ledger.store.row("duly_communication", id).statuscode).toBe(vulnerable ? communicationStatus.done : communicationStatus.ready);
});

test("L-12: a person may remind a vulnerable debtor, and the message leaves; the message of a run does not", () => {
  const debtor = planned();
  ledger.store.update("duly_debtor", { id: debtor }, { duly_vulnerable: true });
  ledger.store.nowUtc = "2026-03-06T10:00:00Z";
  expect(ledger.store.execute("duly_RemindNow", { DebtorId: debtor })).toMatchObject({ Communications: 1, Skipped: "" });
  const message = messages().find((row) => row.duly_adhoc === true);
  const check = () => ledger.store.execute("duly_CheckBeforeSend", { CommunicationId: String(message?.duly_communicationid) });
  expect(check()).toMatchObject({ Allowed: true });
  ledger.store.update("duly_communication", { id: String(message?.duly_communicationid) }, { duly_adhoc: false });
  expect(check()).toMatchObject({ Allowed: false, Reason: "vulnerable" });
});
