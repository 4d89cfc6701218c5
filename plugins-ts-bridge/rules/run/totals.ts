import type { ReasonCode } from "#domain/dunning/reasons";
import { decisionreason } from "#solution/generated/names";
import { reasonOf } from "../../rows/codes";
import { readAggregates, type Reading } from "../../sdk/reading";
import type { RawRow } from "../../sdk/value";
import { element } from "../../sdk/xml";

const condition = (attribute: string, operator: string, value?: string): string => element("condition", { attribute, operator, ...(value === undefined ? {} : { value }) });

const counted = (table: string, children: readonly string[]): string =>
  element("fetch", { aggregate: "true" }, [element("entity", { name: table }, [element("attribute", { name: `${table}id`, aggregate: "count", alias: "number" }), ...children])]);

const ofCompany = (companyId: string, ...conditions: readonly string[]): string =>
  element("filter", { type: "and" }, [condition("duly_company", "eq", companyId), ...conditions]);

const reminded = String(decisionreason.reminded);

/** Items by reason; those that were reminded about are told apart by the day. */
const queries = (companyId: string, asOf: string): readonly string[] => [
  counted("duly_openitem", [
    element("attribute", { name: "duly_reason", groupby: "true", alias: "reason" }),
    ofCompany(companyId, condition("duly_reason", "not-null"), condition("duly_reason", "ne", reminded)),
  ]),
  counted("duly_openitem", [ofCompany(companyId, condition("duly_reason", "eq", reminded), condition("duly_lastactionon", "eq", asOf))]),
  counted("duly_openitem", [ofCompany(companyId, condition("duly_reason", "eq", reminded), condition("duly_lastactionon", "ne", asOf), condition("duly_nextactionon", "not-null"))]),
  counted("duly_openitem", [ofCompany(companyId, condition("duly_reason", "eq", reminded), condition("duly_lastactionon", "ne", asOf), condition("duly_nextactionon", "null"))]),
];

const numberOf = (row: RawRow | undefined): number => Number(row?.number ?? 0);

/** Items of a company by reason as the store has them. An item that was reminded about before the day waits for its next step, or has none left. */
export function* readTotals(companyId: string, asOf: string): Reading<Readonly<Record<string, number>>> {
  const [grouped = [], today = [], waiting = [], complete = []] = yield* readAggregates(...queries(companyId, asOf));
  const totals = new Map<ReasonCode, number>();
  const count = (reason: ReasonCode | null, number: number): void => {
    if (reason !== null && number > 0) totals.set(reason, (totals.get(reason) ?? 0) + number);
  };
  for (const row of grouped) count(reasonOf(Number(row.reason)), numberOf(row));
  count("reminded", numberOf(today[0]));
  count("stepNotDue", numberOf(waiting[0]));
  count("ladderComplete", numberOf(complete[0]));
  return Object.fromEntries([...totals].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Communications and lines that a run left. */
export function* readCounts(runId: string): Reading<{ readonly communications: number; readonly items: number }> {
  const ofRun = element("filter", { type: "and" }, [condition("duly_run", "eq", runId)]);
  const link = element("link-entity", { name: "duly_communication", from: "duly_communicationid", to: "duly_communication", alias: "communication", "link-type": "inner" }, [ofRun]);
  const [communications = [], lines = []] = yield* readAggregates(counted("duly_communication", [ofRun]), counted("duly_communicationline", [link]));
  return { communications: numberOf(communications[0]), items: numberOf(lines[0]) };
}
