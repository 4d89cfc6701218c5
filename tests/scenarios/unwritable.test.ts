import { playNight } from "../../cli/start/night";
import type { Session } from "../../cli/start/session";
import { addDebtor, addInvoice, openStore, outbox, smallLedger, temporaryFolder } from "../builders/store";

/** A diary over the real path: the store refuses what is decided for one debtor, as another publisher's plug-in or constraint would. */
const folder = temporaryFolder();
let session: Session;
const recipients = (): readonly (string | undefined)[] => outbox(session).map((mail) => /^To: (.*)$/m.exec(mail)?.[1]).sort();
const night = (day: string) => playNight(session.host, session.flows, day);
const runs = () => session.host.sql.all("SELECT duly_debtors AS debtors, duly_communications AS communications, duly_errors AS errors, duly_errorlog AS log FROM duly_run ORDER BY duly_asof");

beforeAll(() => {
  session = openStore(folder.path, "2026-03-02");
  const ledger = smallLedger(session);
  const debtors = ["C-2", "C-3", "C-4"].map((number) => addDebtor(session, ledger.company, { number, name: `Buyer ${number}`, email: `${number.toLowerCase()}@buyer.example` }));
  for (const [index, debtor] of [ledger.debtor, ...debtors].entries()) {
    addInvoice(session, { ...ledger, debtor }, { number: `INV-${index}`, issued: "2026-02-01", due: "2026-03-02", amount: "100.00" });
  }
});
afterAll(() => { session.close(); folder.remove(); });

test("5 March: the message to C-2 cannot be written; it is set apart with the reason, the three others are reminded", async () => {
  session.host.sql.run("CREATE TRIGGER refuse BEFORE INSERT ON duly_communication WHEN NEW.duly_address = 'c-2@buyer.example' BEGIN SELECT RAISE(ABORT, 'another publisher forbids it'); END");
  expect(await night("2026-03-05")).toMatchObject({ failures: [], errors: 1, undecided: 1 });
  expect(recipients()).toEqual(["c-3@buyer.example", "c-4@buyer.example", "pay@buyer.example"]);
  expect(runs()).toMatchObject([{ debtors: 4, communications: 3, errors: 1, log: expect.stringContaining("C-2: what was decided could not be written") as string }]);
});

test("6 March: the obstacle is gone, C-2 is reminded, the others rest", async () => {
  session.host.sql.run("DROP TRIGGER refuse");
  await night("2026-03-06");
  expect(recipients()).toEqual(["c-2@buyer.example", "c-3@buyer.example", "c-4@buyer.example", "pay@buyer.example"]);
});
