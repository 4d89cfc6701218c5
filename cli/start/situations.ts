import { addDays } from "#domain/calendar/arithmetic";
import type { Day } from "#domain/calendar/day";
import { invoicekind, openitemStatus, paymentStatus } from "#solution/generated/names";
import type { LocalHost } from "../../local-host/host.contract";
import type { OrganizationService, Row } from "../../local-host/service/contract";

/** A debtor with an overdue item, and the days around the night to come. */
interface Case {
  readonly debtorId: string;
  readonly itemId: string;
  readonly currencyId: string;
  readonly companyId: string;
  readonly open: string;
  readonly today: Day;
}

type Situation = (service: OrganizationService, on: Case) => unknown;

const debtor = ({ debtorId }: Case) => ({ duly_debtor: { logicalName: "duly_debtor", id: debtorId } });
const item = ({ itemId }: Case) => ({ duly_openitem: { logicalName: "duly_openitem", id: itemId } });
const currency = ({ currencyId }: Case) => ({ transactioncurrencyid: { logicalName: "transactioncurrency", id: currencyId } });

const ofDebtor = (row: (on: Case) => Row): Situation => (service, on) => { service.update("duly_debtor", { id: on.debtorId }, row(on)); };
const ofItem = (row: Row): Situation => (service, on) => { service.update("duly_openitem", { id: on.itemId }, row); };

/** What keeps people from being reminded in a company's daily life, one each; the reasons of a decision speak of them. */
const situations: readonly Situation[] = [
  (service, on) => service.create("duly_promise", { ...debtor(on), ...currency(on), duly_promisedate: addDays(on.today, 4), duly_openitems: on.itemId, duly_amount: on.open }),
  (service, on) => service.create("duly_plan", { ...debtor(on), ...currency(on), duly_count: 3, duly_firston: addDays(on.today, 14), duly_months: 1 }),
  (service, on) => service.create("duly_hold", { ...debtor(on), duly_name: "Water damage at the customer's premises", duly_startson: on.today, duly_endson: addDays(on.today, 20) }),
  (service, on) => service.create("duly_dispute", { ...debtor(on), ...item(on), duly_name: "Quantity delivered is not the one invoiced", duly_openedon: on.today }),
  (service, on) => service.create("duly_payment", {
    ...debtor(on), ...item(on), ...currency(on), duly_company: { logicalName: "duly_company", id: on.companyId }, duly_name: `Announced ${on.itemId}`,
    duly_amount: on.open, duly_valuedate: on.today, statuscode: paymentStatus.announced,
  }),
  ofItem({ statuscode: openitemStatus.inLitigation }),
  ofItem({ statecode: 1, statuscode: openitemStatus.cancelled }),
  ofDebtor(() => ({ duly_vulnerable: true })),
  ofDebtor(({ today }) => ({ duly_insolventon: today })),
  ofDebtor(() => ({ duly_manualreview: true })),
];

const each = 3;

const candidates = `SELECT i.duly_openitemid AS item, i.duly_debtor AS debtor, i.transactioncurrencyid AS currency, d.duly_company AS company
  FROM duly_openitem i JOIN duly_debtor d ON d.duly_debtorid = i.duly_debtor
  WHERE i.statecode = 0 AND i.statuscode = ${openitemStatus.open} AND i.duly_duedate < ? AND d.duly_creditclass IS NULL
    AND EXISTS (SELECT 1 FROM duly_contactpoint c WHERE c.duly_debtor = d.duly_debtorid)
    AND NOT EXISTS (SELECT 1 FROM duly_dispute p WHERE p.duly_debtor = d.duly_debtorid)
    AND (SELECT v.duly_kind FROM duly_invoice v WHERE v.duly_invoiceid = i.duly_invoice) = ${invoicekind.invoice}
  GROUP BY i.duly_debtor ORDER BY d.duly_number LIMIT ?`;

function caseOf(host: LocalHost, row: Readonly<Record<string, unknown>>, today: Day): Case {
  const itemId = String(row.item);
  const stored = host.service.retrieve("duly_openitem", { id: itemId }, ["duly_openamount"]);
  return {
    debtorId: String(row.debtor), itemId, currencyId: String(row.currency), companyId: String(row.company),
    open: String(stored.duly_openamount), today,
  };
}

/**
 * Lets happen on the example ledger what happens in a company: a promise, a plan, a hold and so on, for three debtors each.
 * Does nothing when the store has any promise.
 */
export function addSituations(host: LocalHost, today: Day): void {
  if (host.sql.get("SELECT 1 AS found FROM duly_promise") !== null) return;
  host.sql.transaction(() => {
    const rows = host.sql.all(candidates, [addDays(today, -10), situations.length * each]);
    rows.forEach((row, index) => situations[index % situations.length]?.(host.service, caseOf(host, row, today)));
    const company = rows[0]?.company;
    if (company !== undefined) host.service.update("duly_company", { id: String(company) }, { duly_transitdays: 5 });
  });
}
