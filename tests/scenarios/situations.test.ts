import type { Day } from "#domain/calendar/day";
import { playNight } from "../../cli/start/night";
import type { Session } from "../../cli/start/session";
import { addSituations } from "../../cli/start/situations";
import { addDebtor, addInvoice, openStore, outbox, smallLedger, temporaryFolder } from "../builders/store";

/** What `npm start` lets happen on its example ledger: thirty debtors who would be reminded, three of each situation, and one more. */
const folder = temporaryFolder();
const today = "2026-03-30" as Day;
let session: Session;
const promises = () => Number(session.host.sql.get("SELECT COUNT(*) AS n FROM duly_promise")?.n);

beforeAll(() => {
  session = openStore(folder.path, today);
  const ledger = smallLedger(session);
  const numbers = Array.from({ length: 30 }, (_, index) => `D-${String(index).padStart(2, "0")}`);
  const debtors = numbers.map((number) => addDebtor(session, ledger.company, { number, name: `Buyer ${number}`, email: `${number}@buyer.example` }));
  for (const [index, debtor] of [...debtors, ledger.debtor].entries()) {
    addInvoice(session, { ...ledger, debtor }, { number: `INV-${index}`, issued: "2026-02-01", due: "2026-03-02", amount: "100.00" });
  }
});
afterAll(() => { session.close(); folder.remove(); });

test("the night leaves every one of them alone, each for its reason", async () => {
  addSituations(session.host, today);
  const { excluded, outcomes, failures } = await playNight(session.host, session.flows, today);
  expect(failures).toEqual([]);
  expect(excluded).toEqual({
    promised: 3, repaymentPlan: 3, held: 3, disputed: 3, paymentInTransit: 3, inLitigation: 3, cancelled: 3, vulnerable: 3, insolvent: 3, awaitingApproval: 3,
  });
  expect(outcomes).toEqual({ sent: 1, awaitingApproval: 3 });
  expect(outbox(session)).toHaveLength(1);
});

test("a second start adds nothing", () => {
  expect(promises()).toBe(3);
  addSituations(session.host, today);
  expect(promises()).toBe(3);
});
