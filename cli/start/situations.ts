import { addDays } from "#domain/calendar/arithmetic";
import { parseDay, type Day } from "#domain/calendar/day";
import { debtorkind, invoicekind, openitemStatus } from "#solution/generated/names";
import type { LocalHost } from "../../local-host/host.contract";
import type { EntityReference } from "../../local-host/service/contract";
import { agreed } from "./situations/agreed";
import { booked } from "./situations/booked";
import type { Case, Situation } from "./situations/case";
import { decideHouseRules } from "./situations/house";
import { takenOver } from "./situations/takenover";

/** What keeps people from being reminded in a company's daily life. What fits few comes first. */
export const situations: readonly Situation[] = [...takenOver, ...booked, ...agreed];

/** So many debtors each. */
const each = 3;

/** The oldest open invoice of every debtor whom the night would remind of it, were it not for a situation. Austria has a rule of its own. */
const candidates = `SELECT i.duly_openitemid AS item, i.duly_invoice AS invoice, i.duly_debtor AS debtor, i.transactioncurrencyid AS currency, c.isocurrencycode AS code, d.duly_company AS company, MIN(i.duly_duedate) AS due
  FROM duly_openitem i JOIN duly_debtor d ON d.duly_debtorid = i.duly_debtor JOIN transactioncurrency c ON c.transactioncurrencyid = i.transactioncurrencyid
  WHERE i.statecode = 0 AND i.statuscode = ${openitemStatus.open} AND i.duly_duedate < ? AND d.duly_creditclass IS NULL AND d.duly_kind <> ${debtorkind.publicBody} AND d.duly_country IS NOT 'AT'
    AND EXISTS (SELECT 1 FROM duly_contactpoint p WHERE p.duly_debtor = d.duly_debtorid)
    AND NOT EXISTS (SELECT 1 FROM duly_dispute p WHERE p.duly_debtor = d.duly_debtorid)
    AND NOT EXISTS (SELECT 1 FROM duly_invoice n WHERE n.duly_debtor = d.duly_debtorid AND n.duly_kind = ${invoicekind.creditNote})
    AND (SELECT v.duly_kind FROM duly_invoice v WHERE v.duly_invoiceid = i.duly_invoice) = ${invoicekind.invoice}
  GROUP BY i.duly_debtor ORDER BY d.duly_number`;

const coded = ({ sql }: LocalHost) => (table: string, code: string): EntityReference =>
  ({ logicalName: `duly_${table}`, id: String(sql.get(`SELECT duly_${table}id AS id FROM duly_${table} WHERE duly_code = ?`, [code])?.id) });

function caseOf(host: LocalHost, row: Readonly<Record<string, unknown>>, today: Day): Case {
  const itemId = String(row.item);
  const stored = host.service.retrieve("duly_openitem", { id: itemId }, ["duly_openamount"]);
  return {
    debtorId: String(row.debtor), itemId, invoiceId: String(row.invoice), currencyId: String(row.currency), currency: String(row.code), companyId: String(row.company),
    dueOn: parseDay(String(row.due)) ?? today, open: String(stored.duly_openamount), today, coded: coded(host),
  };
}

/** Every situation happens to the first debtors whom it fits and to whom no other happened. */
function happen(host: LocalHost, cases: readonly Case[]): void {
  const taken = new Set<Case>();
  for (const { happens, fits = () => true } of situations) {
    for (const on of cases.filter((one) => !taken.has(one) && fits(one)).slice(0, each)) {
      taken.add(on);
      happens(host.service, on);
    }
  }
}

const firstKeyStep = "SELECT duly_strategystepid AS id FROM duly_strategystep WHERE duly_strategy = ? AND duly_sequence = 1";

/**
 * Lets happen on the example ledger what happens in a company: a promise, a plan, a hold and so on, for three debtors each.
 * Does nothing when the store has any promise.
 */
export function addSituations(host: LocalHost, today: Day): void {
  if (host.sql.get("SELECT 1 AS found FROM duly_promise") !== null) return;
  host.sql.transaction(() => {
    const cases = host.sql.all(candidates, [addDays(today, -10)]).map((row) => caseOf(host, row, today));
    const companyId = cases[0]?.companyId;
    if (companyId === undefined) return;
    const keyStepId = String(host.sql.get(firstKeyStep, [coded(host)("strategy", "standard-gentle").id])?.id);
    decideHouseRules(host.service, { companyId, keyStepId, today });
    happen(host, cases);
  });
}
