import { calloutcome, channel, communicationStatus, contactrulekind } from "#solution/generated/names";
import { playNight } from "../../cli/start/night";
import type { Session } from "../../cli/start/session";
import type { Row } from "../../local-host/service/contract";
import { addInvoice, openStore, outbox, smallLedger, temporaryFolder, type SmallLedger } from "../builders/store";

/** A diary over the real path: a debtor in Budapest is called between 10 and 12, does not answer, and goes bankrupt. */
const folder = temporaryFolder();
let session: Session;
let ledger: SmallLedger;
beforeAll(() => {
  session = openStore(folder.path, "2026-03-02");
  ledger = smallLedger(session);
  const { service } = session.host;
  service.update("duly_strategystep", { id: ledger.steps[0]?.id ?? "" }, { duly_channel: channel.phone, duly_script: "Ask for the day of payment." });
  service.update("duly_debtor", { id: ledger.debtor.id }, { duly_timezone: "Europe/Budapest" });
  service.create("duly_contactpoint", { duly_name: "+3612345678", duly_debtor: ledger.debtor, duly_channel: channel.phone });
  service.create("duly_contactrule", { duly_name: "hours of calls", duly_code: "calls", duly_kind: contactrulekind.window, duly_channel: channel.phone, duly_fromtime: "10:00", duly_totime: "12:00", duly_validfrom: "2020-01-01" });
  addInvoice(session, ledger, { number: "INV-1", issued: "2026-02-01", due: "2026-03-02", amount: "100.00" });
});
afterAll(() => { session.close(); folder.remove(); });

const calls = () => session.host.sql.all("SELECT scheduledstart AS at, statecode AS state, phonenumber AS number, regardingobjectid AS about FROM phonecall ORDER BY scheduledstart");
const message = () => session.host.sql.get("SELECT duly_communicationid AS id, statuscode AS status, duly_attempts AS attempts, duly_scheduledfor AS at FROM duly_communication ORDER BY duly_plannedon LIMIT 1");
const change = (table: string, id: unknown, row: Row): void => { session.host.service.update(table, { id: String(id) }, row); };

test("H-30: 5 March: the night plans the call for 10:00 in Budapest, in the calendar, about the debtor; nothing is sent", async () => {
  expect((await playNight(session.host, session.flows, "2026-03-05")).failures).toEqual([]);
  expect(calls()).toEqual([{ at: expect.stringMatching(/^2026-03-05T09:00:00/) as string, state: 0, number: "+3612345678", about: ledger.debtor.id }]);
  expect([message()?.status, outbox(session)]).toEqual([communicationStatus.ready, []]);
});

test("10:20: nobody answers; the call is tried again on Friday at 10:00, the first attempt is in the history", () => {
  session.host.clock.set("2026-03-05T09:20:00Z");
  change("duly_communication", message()?.id, { statecode: 1, statuscode: communicationStatus.done, duly_outcome: calloutcome.noAnswer });
  expect(message()).toMatchObject({ status: communicationStatus.ready, attempts: 1, at: expect.stringMatching(/^2026-03-06T09:00:00/) as string });
  expect(calls().map(({ state }) => state)).toEqual([1, 0]);
});

test("L-13: Thursday evening the debtor is insolvent: the call is withdrawn, and the claim is to be filed within 30 days", () => {
  session.host.clock.set("2026-03-05T17:00:00Z");
  change("duly_debtor", ledger.debtor.id, { duly_insolventon: "2026-03-05" });
  expect(message()).toMatchObject({ status: communicationStatus.cancelled });
  expect(calls().map(({ state }) => state)).toEqual([1, 2]);
  expect(session.host.sql.all("SELECT subject, scheduledend AS due, regardingobjectid AS about FROM task")).toEqual([
    { subject: expect.stringContaining("File the claim against C-1") as string, due: expect.stringMatching(/^2026-04-04T12:00/) as string, about: ledger.debtor.id },
  ]);
});

test("C-57: a call for which no collector had room is given to one in the first night after there is room", async () => {
  const { service, sql } = session.host;
  const user = String(sql.get("SELECT systemuserid AS id FROM systemuser ORDER BY systemuserid LIMIT 1")?.id);
  const collector = service.create("duly_collector", { duly_name: "Eva", duly_company: ledger.company, duly_user: { logicalName: "systemuser", id: user }, duly_capacity: 0 });
  service.update("duly_debtor", { id: ledger.debtor.id }, { duly_insolventon: null });
  addInvoice(session, ledger, { number: "INV-2", issued: "2026-02-01", due: "2026-03-06", amount: "50.00" });
  const unassigned = () => sql.all("SELECT duly_unassigned AS yes, ownerid AS owner FROM duly_communication WHERE duly_plannedon >= '2026-03-09' AND duly_channel = ?", [channel.phone]);
  expect((await playNight(session.host, session.flows, "2026-03-09")).failures).toEqual([]);
  expect(unassigned()).toMatchObject([{ yes: 1 }]);
  service.update("duly_collector", { id: collector }, { duly_capacity: 3 });
  expect((await playNight(session.host, session.flows, "2026-03-10")).failures).toEqual([]);
  expect(unassigned()).toEqual([{ yes: null, owner: user }]);
});
