import { stop } from "#domain/messages/fault";
import { holidaysOf } from "../../rows/calendar";
import { policyFingerprint } from "../../rows/fingerprint";
import { policyQueries, textQuery, toPolicy, wordlessQuery, type CompanyColumns, type KnownPolicy } from "../../rows/policy";
import { termsColumns } from "../../rows/terms";
import { from } from "../../sdk/query";
import { read, readTogether, type Reading } from "../../sdk/reading";

export const companyQuery = (id: string) => from("duly_company")
  .select("duly_companyid", "duly_name", "duly_language", "duly_sender", "duly_iban", "duly_currencycode", "duly_strategy",
    "duly_minimumamount", "duly_holdcounting", "duly_calendar", "duly_timezone", ...termsColumns, "transactioncurrencyid", "statecode").where(["duly_companyid", "eq", id]);
export type CompanyRead = ReturnType<typeof companyQuery>["row"];

export const toColumns = (row: CompanyRead): CompanyColumns => ({
  id: row.duly_companyid, name: row.duly_name, language: row.duly_language, sender: row.duly_sender, iban: row.duly_iban,
  currencyCode: row.duly_currencycode, strategy: row.duly_strategy, minimumAmount: row.duly_minimumamount, currency: row.transactioncurrencyid, holdCounting: row.duly_holdcounting, terms: row,
  calendar: row.duly_calendar, timeZone: row.duly_timezone,
});

/** The rules of a company as they are now. */
export interface ReadPolicy extends KnownPolicy {
  /** Fingerprint of the policy; reckoned when asked for, for it reads every text. */
  readonly fingerprint: () => string;
}

/** Reads the policy of a company for a run, which sets debtors apart for what is wrong with it. */
export function* readRunPolicy(companyId: string): Reading<ReadPolicy> {
  const [companies, ...rows] = yield* readTogether(companyQuery(companyId), ...policyQueries(textQuery()));
  const [company] = companies;
  if (company === undefined) return stop("DULY-RUN-001", { company: companyId });
  const columns = toColumns(company);
  return { ...toPolicy(rows, columns), fingerprint: () => policyFingerprint(rows, columns) };
}

/** Reads the policy of a company, whatever its state; stops when its row is broken. */
export function* readPolicy(companyId: string): Reading<ReadPolicy> {
  const known = yield* readRunPolicy(companyId);
  const [broken] = known.faults;
  return broken === undefined ? known : stop(broken.code, broken.parameters);
}

/** A message that is planned has amounts of its own: the company's currency does not stand in its way. */
function soundForMessages(known: KnownPolicy): KnownPolicy {
  const broken = known.faults.find(({ code }) => code !== "DULY-MONEY-006");
  return broken === undefined ? known : stop(broken.code, broken.parameters);
}

/** The policy of a company for one debtor, without the words of its templates and the days of others' calendars: for what is asked once for every message, and writes none. */
export function* readForOne(companyId: string, ownCalendarId: string | null): Reading<KnownPolicy> {
  const [company] = yield* read(companyQuery(companyId));
  if (company === undefined) return stop("DULY-RUN-001", { company: companyId });
  const days = holidaysOf([company.duly_calendar?.id, ownCalendarId].flatMap((id) => id ?? []));
  const [strategies, steps, segments, classes, texts, ...rest] = yield* readTogether(...policyQueries(wordlessQuery(), days));
  return soundForMessages(toPolicy([strategies, steps, segments, classes, texts.map((text) => ({ ...text, duly_subject: null, duly_body: null })), ...rest], toColumns(company)));
}

const runColumns = () => from("duly_run").select(
  "duly_runid", "duly_name", "duly_company", "duly_asof", "duly_mode", "duly_cursor", "duly_policyversion", "duly_debtors", "duly_communications", "duly_items",
  "duly_errors", "duly_totals", "duly_errorlog", "duly_startedon", "modifiedon", "statecode", "statuscode",
);
export type RunColumns = ReturnType<typeof runColumns>["row"];

/** Reads a run; refused when it does not exist. */
export function* readRun(id: string): Reading<RunColumns> {
  const [run] = yield* read(runColumns().where(["duly_runid", "eq", id]));
  return run ?? stop("DULY-RUN-004", { run: id });
}

/** Runs of a company and mode, the latest day first. */
export const runsOf = (companyId: string) => runColumns().where(["duly_company", "eq", companyId]).orderBy("duly_asof", "descending");
