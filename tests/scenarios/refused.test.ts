import { communicationStatus as status, decisionreason } from "#solution/generated/names";
import { playNight } from "../../cli/start/night";
import type { Session } from "../../cli/start/session";
import type { EntityReference, Row } from "../../local-host/service/contract";
import { addInvoice, openStore, outbox, smallLedger, temporaryFolder } from "../builders/store";

/**
 * A diary of a second person who says no. The strategy reminds 3, 10 and 20 days after Monday 2 March 2026; the first step asks for approval, the third is a legal letter.
 * Béla looks at what waits; the nights run by another user.
 */
const folder = temporaryFolder();
let session: Session;
let item: EntityReference;
let bela: string;

beforeAll(() => {
  session = openStore(folder.path, "2026-03-02");
  const ledger = smallLedger(session);
  const { service } = session.host;
  service.update("duly_strategystep", { id: ledger.steps[0]?.id ?? "" }, { duly_approval: true });
  service.update("duly_strategystep", { id: ledger.steps[2]?.id ?? "" }, { duly_legal: true });
  bela = service.create("systemuser", { fullname: "Béla" });
  item = addInvoice(session, ledger, { number: "INV-1", issued: "2026-02-01", due: "2026-03-02", amount: "100.00" });
});
afterAll(() => { session.close(); folder.remove(); });

const messages = () => session.host.sql.all("SELECT duly_communicationid AS id, duly_level AS level, statuscode AS status FROM duly_communication ORDER BY duly_plannedon");
const states = () => messages().map(({ level, status: state }) => [level, state]);
const itemRow = () => session.host.service.retrieve("duly_openitem", { id: item.id });

async function nights(...days: readonly string[]): Promise<void> {
  for (const day of days) expect((await playNight(session.host, session.flows, day)).failures).toEqual([]);
}

function decidedByBela(columns: Row): void {
  const path = `/api/data/v9.2/duly_communications(${String(messages().at(-1)?.id)})`;
  const answer = session.host.web({ method: "PATCH", url: path, headers: { mscrmcallerid: bela }, body: JSON.stringify(columns), origin: "http://127.0.0.1:1" });
  expect(answer.status).toBe(204);
}

test("5 March: the first reminder waits; Béla refuses it, and no night asks him again", async () => {
  await nights("2026-03-05");
  expect(states()).toEqual([[1, status.awaitingApproval]]);
  decidedByBela({ statecode: 1, statuscode: status.cancelled, duly_note: "They called, the goods came late" });
  expect(itemRow()).toMatchObject({ duly_level: 1, duly_reason: null });
  await nights("2026-03-06", "2026-03-11");
  expect([states(), outbox(session)]).toEqual([[[1, status.cancelled]], []]);
  expect(itemRow()).toMatchObject({ duly_reason: decisionreason.stepNotDue, duly_nextactionon: "2026-03-12" });
}, 60_000);

test("12 March: the second step comes on its own day, and leaves", async () => {
  await nights("2026-03-12");
  expect(states().slice(1)).toEqual([[2, status.sent]]);
  expect(outbox(session)).toHaveLength(1);
}, 60_000);

test("23 March: the legal letter waits; suppressed, it is planned anew the next night; refused, never again", async () => {
  await nights("2026-03-23");
  decidedByBela({ statecode: 1, statuscode: status.suppressed, duly_note: "Once more, in the new text" });
  await nights("2026-03-24");
  expect(states().slice(2)).toEqual([[3, status.suppressed], [3, status.awaitingApproval]]);
  decidedByBela({ statecode: 1, statuscode: status.cancelled, duly_note: "No court for this customer" });
  await nights("2026-03-25", "2026-06-24");
  expect(states().slice(2)).toEqual([[3, status.suppressed], [3, status.cancelled]]);
  expect(itemRow()).toMatchObject({ duly_level: 3, duly_reason: decisionreason.ladderComplete });
  expect(outbox(session)).toHaveLength(1);
}, 60_000);
