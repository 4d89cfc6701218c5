import { communicationStatus, contactrulekind } from "#solution/generated/names";
import { playNight } from "../../cli/start/night";
import type { Session } from "../../cli/start/session";
import { addInvoice, openStore, outbox, smallLedger, temporaryFolder, type SmallLedger } from "../builders/store";

/** A diary over the shipped flows: the night decides at 02:00, a contact rule opens at 08:00, and "Duly | Release messages" makes the message leave then. */
const folder = temporaryFolder();
let session: Session;
let ledger: SmallLedger;
let sentAt: string[] = [];
beforeAll(() => {
  session = openStore(folder.path, "2026-03-02");
  ledger = smallLedger(session);
  session.host.service.create("duly_contactrule", { duly_name: "office hours", duly_code: "hours", duly_kind: contactrulekind.window, duly_fromtime: "08:00", duly_totime: "17:00", duly_validfrom: "2020-01-01" });
  addInvoice(session, ledger, { number: "INV-1", issued: "2026-02-01", due: "2026-03-02", amount: "100.00" });
  session.host.onChange(({ table, id, columns }) => {
    if (table !== "duly_communication" || !columns.has("statuscode")) return;
    const row = session.host.sql.get("SELECT statuscode AS status FROM duly_communication WHERE duly_communicationid = ?", [id]);
    if (row?.status === communicationStatus.sent) sentAt.push(session.host.clock.now());
  });
});
afterAll(() => { session.close(); folder.remove(); });

const messages = () => session.host.sql.all("SELECT statuscode AS status, duly_scheduledfor AS at FROM duly_communication ORDER BY duly_plannedon, duly_name");
const releases = () => session.flows.history(500).filter(({ flow }) => flow === "Duly | Release messages");

test("5 March: decided at 02:00, put off to 08:00, sent at 08:00 of the same day and not before", async () => {
  const { failures, outcomes } = await playNight(session.host, session.flows, "2026-03-05");
  expect([failures, outcomes]).toEqual([[], { sent: 1 }]);
  expect(messages()).toEqual([{ status: communicationStatus.sent, at: "2026-03-05T08:00:00Z" }]);
  expect(sentAt).toEqual(["2026-03-05T08:00:00Z"]);
  expect(outbox(session)).toHaveLength(1);
});

test("the flow ran every quarter of an hour, and never failed", () => {
  expect(releases()).toHaveLength(96);
  expect(new Set(releases().map(({ status }) => status))).toEqual(new Set(["Succeeded"]));
  expect([releases().at(-1)?.startUtc, releases()[0]?.startUtc]).toEqual(["2026-03-05T00:00:00.000Z", "2026-03-05T23:45:00.000Z"]);
});

test("the same day once more: nothing is told again, nothing is written", async () => {
  const version = () => session.host.sql.get("SELECT MAX(versionnumber) AS v FROM duly_communication")?.v;
  const before = [version(), messages(), outbox(session)];
  await session.flows.runDue("2026-03-05T00:00:00Z", "2026-03-06T00:00:00Z");
  expect([version(), messages(), outbox(session)]).toEqual(before);
});

test("a message put off to the next day waits through the evening and leaves in the morning", async () => {
  sentAt = [];
  addInvoice(session, ledger, { number: "INV-2", issued: "2026-02-01", due: "2026-03-06", amount: "50.00" });
  session.host.service.update("duly_contactrule", { id: String(session.host.sql.get("SELECT duly_contactruleid AS id FROM duly_contactrule")?.id) }, { duly_fromtime: "00:30", duly_totime: "01:30" });
  await playNight(session.host, session.flows, "2026-03-09");
  expect(messages().at(-1)).toEqual({ status: communicationStatus.planned, at: "2026-03-10T00:30:00Z" });
  await playNight(session.host, session.flows, "2026-03-10");
  expect(messages().at(-1)).toMatchObject({ status: communicationStatus.sent });
  expect(sentAt).toEqual(["2026-03-10T00:30:00Z"]);
  expect(outbox(session)).toHaveLength(2);
});
