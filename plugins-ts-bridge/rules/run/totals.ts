import type { ReasonCode } from "#domain/dunning/reasons";
import { decisionreason } from "#solution/generated/names";
import { reasonOf } from "../../rows/codes";
import { readAggregates, type Reading } from "../../sdk/reading";
import type { RawRow } from "../../sdk/value";
import { element } from "../../sdk/xml";
import type { Slice } from "./slices";

const condition = (attribute: string, operator: string, value?: string): string => element("condition", { attribute, operator, ...(value === undefined ? {} : { value }) });

const counted = (table: string, children: readonly string[]): string =>
  element("fetch", { aggregate: "true" }, [element("entity", { name: table }, [element("attribute", { name: `${table}id`, aggregate: "count", alias: "number" }), ...children])]);

const matching = (...conditions: readonly string[]): string => element("filter", { type: "and" }, conditions);

const reminded = String(decisionreason.reminded);

const debtors = (conditions: readonly string[]): string =>
  element("link-entity", { name: "duly_debtor", from: "duly_debtorid", to: "duly_debtor", alias: "debtor", "link-type": "inner" }, [matching(...conditions)]);

const bounds = ({ after, upTo }: Slice): readonly string[] =>
  [...(after === null ? [] : [condition("duly_number", "gt", after)]), ...(upTo === null ? [] : [condition("duly_number", "le", upTo)])];

/** Joins the debtors of a slice; nothing when it is the whole company. */
const within = (slice: Slice): readonly string[] => (bounds(slice).length === 0 ? [] : [debtors(bounds(slice))]);

/** Items by reason; those that were reminded about are told apart by the day. They are found by their debtors, as a run finds them: an index leads to the part, not to all items of the company. */
function queries(companyId: string, asOf: string, slice: Slice): readonly string[] {
  const ofSlice = debtors([condition("duly_company", "eq", companyId), ...bounds(slice)]);
  const items = (...conditions: readonly string[]): string => counted("duly_openitem", [matching(...conditions), ofSlice]);
  const before = [condition("duly_reason", "eq", reminded), condition("duly_lastactionon", "ne", asOf)];
  return [
    counted("duly_openitem", [element("attribute", { name: "duly_reason", groupby: "true", alias: "reason" }), matching(condition("duly_reason", "not-null"), condition("duly_reason", "ne", reminded)), ofSlice]),
    items(condition("duly_reason", "eq", reminded), condition("duly_lastactionon", "eq", asOf)),
    items(...before, condition("duly_nextactionon", "not-null")),
    items(...before, condition("duly_nextactionon", "null")),
  ];
}

/** A count. Engines differ about what Number() makes of control characters, so that only digits count. */
function numberOf(row: RawRow | undefined): number {
  const text = String(row?.number ?? "");
  return /^\d+$/.test(text) ? Number(text) : 0;
}

/** Items of a company by reason as the store has them. An item that was reminded about before the day waits for its next step, or has none left. */
export function* readTotals(companyId: string, asOf: string, slices: readonly Slice[]): Reading<Readonly<Record<string, number>>> {
  const answers = yield* readAggregates(...slices.flatMap((slice) => queries(companyId, asOf, slice)));
  const totals = new Map<ReasonCode, number>();
  const count = (reason: ReasonCode | null, number: number): void => {
    if (reason !== null && number > 0) totals.set(reason, (totals.get(reason) ?? 0) + number);
  };
  for (let first = 0; first < answers.length; first += 4) {
    const [grouped = [], today = [], waiting = [], complete = []] = answers.slice(first, first + 4);
    for (const row of grouped) count(reasonOf(Number(row.reason)), numberOf(row));
    count("reminded", numberOf(today[0]));
    count("stepNotDue", numberOf(waiting[0]));
    count("ladderComplete", numberOf(complete[0]));
  }
  return Object.fromEntries([...totals].sort(([left], [right]) => (left < right ? -1 : 1)));
}

const ofRun = (runId: string): string => matching(condition("duly_run", "eq", runId));
const joinedTo = (runId: string, slice: Slice): string =>
  element("link-entity", { name: "duly_communication", from: "duly_communicationid", to: "duly_communication", alias: "communication", "link-type": "inner" }, [ofRun(runId), ...within(slice)]);

const summed = (answers: readonly (readonly RawRow[])[]): number => answers.reduce((sum, [row]) => sum + numberOf(row), 0);

/** Communications and lines that a run left. */
export function* readCounts(runId: string, slices: readonly Slice[]): Reading<{ readonly communications: number; readonly items: number }> {
  const messages = slices.map((slice) => counted("duly_communication", [ofRun(runId), ...within(slice)]));
  const lines = slices.map((slice) => counted("duly_communicationline", [joinedTo(runId, slice)]));
  const answers = yield* readAggregates(...messages, ...lines);
  return { communications: summed(answers.slice(0, messages.length)), items: summed(answers.slice(messages.length)) };
}
