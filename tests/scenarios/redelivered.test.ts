import { highestVersion, rowsSince } from "../../cli/start/count";
import { playNight } from "../../cli/start/night";
import type { Session } from "../../cli/start/session";
import { addInvoice, openStore, outbox, smallLedger, temporaryFolder } from "../builders/store";

/** A process may die after a message is marked as sent and before its trigger is crossed off: the trigger is then delivered again. */
const folder = temporaryFolder();
let session: Session;
const communications = () => session.host.sql.all("SELECT statuscode, duly_senton FROM duly_communication ORDER BY duly_plannedon");

beforeAll(() => {
  session = openStore(folder.path, "2026-03-02");
  addInvoice(session, smallLedger(session), { number: "INV-1", issued: "2026-02-01", due: "2026-03-02", amount: "100.00" });
  session.host.sql.run("CREATE TABLE crossed AS SELECT * FROM __callback");
  session.host.sql.run(`CREATE TRIGGER keep AFTER DELETE ON __callback BEGIN INSERT INTO crossed VALUES (${columns().map((name) => `OLD."${name}"`).join(", ")}); END`);
});
afterAll(() => { session.close(); folder.remove(); });

const columns = (): readonly string[] => session.host.sql.all("SELECT name FROM pragma_table_info('__callback')").map((row) => String(row.name));

test("a trigger that is delivered again after its message was sent changes nothing: not sent twice, not suppressed, not reminded again", async () => {
  await playNight(session.host, session.flows, "2026-03-05");
  const [sent, before] = [communications(), highestVersion(session.host)];
  expect([outbox(session).length, sent.length]).toEqual([1, 1]);
  session.host.sql.run("INSERT INTO __callback SELECT * FROM crossed");
  expect((await session.flows.drain()).runs.map((run) => run.status)).toEqual(["Succeeded"]);
  expect([communications(), rowsSince(session.host, before), outbox(session).length]).toEqual([sent, 0, 1]);
  await playNight(session.host, session.flows, "2026-03-06");
  expect([communications(), outbox(session).length]).toEqual([sent, 1]);
});
