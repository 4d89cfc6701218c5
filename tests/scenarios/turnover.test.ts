import type { EntityReference } from "../../local-host/service/contract";
import type { Session } from "../../cli/start/session";
import { currency, openStore, smallLedger, temporaryFolder, type SmallLedger } from "../builders/store";

/** A segment of large customers by the annual revenue of their account: a condition that is a view over debtors. */
const folder = temporaryFolder();
let session: Session;
let ledger: SmallLedger;
let account: EntityReference;
const reference = (logicalName: string, id: string): EntityReference => ({ logicalName, id });
const large = '<fetch><entity name="duly_debtor"><attribute name="duly_name"/><link-entity name="account" from="accountid" to="duly_account" link-type="inner" alias="customer"><filter><condition attribute="revenue" operator="ge" value="500000"/></filter></link-entity></entity></fetch>';

beforeAll(() => {
  session = openStore(folder.path, "2026-03-02");
  ledger = smallLedger(session);
  const { service } = session.host;
  account = reference("account", service.create("account", { name: "Buyer", revenue: "100000", transactioncurrencyid: currency(session, "EUR") }));
  service.update("duly_debtor", { id: ledger.debtor.id }, { duly_account: account });
  service.create("duly_segment", { duly_name: "Large", duly_code: "large", duly_sequence: 10, duly_fetchxml: large });
  service.create("duly_segment", { duly_name: "Usual", duly_code: "usual", duly_sequence: 90 });
});
afterAll(() => { session.close(); folder.remove(); });

const evaluate = () => session.host.service.execute("duly_EvaluateSegments", { CompanyId: ledger.company.id });
const history = () => session.host.sql.all("SELECT s.duly_code AS segment, m.duly_startson AS since, m.duly_endson AS until, m.duly_reason AS reason FROM duly_segmentmembership m JOIN duly_segment s ON s.duly_segmentid = m.duly_segment ORDER BY m.duly_startson");

test("C-03: when the turnover of a customer changes, its segment does at the next evaluation, with a dated row of history", () => {
  evaluate();
  expect(history()).toMatchObject([{ segment: "usual", since: "2026-03-02", until: null }]);
  session.host.clock.set("2026-03-09T06:00:00Z");
  session.host.service.update("account", { id: account.id }, { revenue: "600000" });
  expect(evaluate()).toMatchObject({ Moved: 1, Errors: "" });
  expect(history()).toMatchObject([{ segment: "usual", since: "2026-03-02", until: "2026-03-08" }, { segment: "large", since: "2026-03-09", until: null, reason: "Matched: View condition." }]);
  expect(evaluate()).toMatchObject({ Moved: 0 });
});
