import { fault, FaultError, type Fault } from "#domain/messages/fault";
import { exchange, type Quoted } from "#domain/money/exchange";
import type { Money } from "#domain/money/money";
import { inOrder, type Range, type Segment } from "#domain/segments/segment";
import { viewFault } from "./view";
import { from } from "../sdk/query";
import { kindOf } from "./codes";
import type { Reference } from "#solution/generated/names";
import { toMoney, type Currencies } from "./currencies";

export const segmentQuery = () => from("duly_segment").select(
  "duly_segmentid", "duly_name", "duly_code", "duly_sequence", "duly_debtorkind", "duly_country", "duly_company", "duly_creditclass", "duly_balancefrom", "duly_balanceto",
  "duly_overduefrom", "duly_overdueto", "duly_dayspastduefrom", "duly_dayspastdueto", "duly_itemsfrom", "duly_itemsto", "duly_unpaidfrom", "duly_unpaidto",
  "duly_exposurefrom", "duly_exposureto", "duly_scorefrom", "duly_scoreto", "duly_customerdaysfrom", "duly_customerdaysto", "duly_fetchxml", "duly_strategy",
  "duly_termsdays", "transactioncurrencyid",
).where(["statecode", "eq", 0]);
export type SegmentColumns = ReturnType<typeof segmentQuery>["row"];

/** Hundredths of a decimal with two places. */
export const hundredths = (text: string | null): number | null => (text === null ? null : Math.round(Number(text) * 100));

/** What amounts are compared in. */
export interface Reckoning { readonly currency: Quoted | null; readonly currencies: Currencies }

/** An amount of a row of the policy in the company's currency; null when it is empty or the company has none. Stops with a fault when it cannot be read. */
export function inCompanyCurrency(text: string | null, { transactioncurrencyid: own, row, column }: { readonly transactioncurrencyid: Reference | null; readonly row: string; readonly column: string }, { currency, currencies }: Reckoning): Money | null {
  if (text === null || currency === null) return null;
  const amount = toMoney(text, own ?? { logicalName: "transactioncurrency", id: currencies.idOf.get(currency.currency.code) ?? "" }, { currencies, row, column });
  const quoted = currencies.byCode.get(amount.currency.code);
  return quoted === undefined ? amount : exchange(amount, { from: quoted, to: currency }, "halfUp");
}

type BoundColumn = "duly_balancefrom" | "duly_balanceto" | "duly_overduefrom" | "duly_overdueto";
type Amounts = Pick<Segment, "openAmount" | "overdueAmount"> & { readonly fault: Fault | null };
const unbounded: Range<Money> = { from: null, to: null };

/** Amounts of a segment; when they cannot be read, why. */
function amountsOf(row: SegmentColumns, reckoning: Reckoning): Amounts {
  const { transactioncurrencyid } = row;
  const bound = (column: BoundColumn): Money | null => inCompanyCurrency(row[column], { transactioncurrencyid, row: `duly_segment ${row.duly_code ?? ""}`, column }, reckoning);
  try {
    return { openAmount: { from: bound("duly_balancefrom"), to: bound("duly_balanceto") }, overdueAmount: { from: bound("duly_overduefrom"), to: bound("duly_overdueto") }, fault: null };
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return { openAmount: unbounded, overdueAmount: unbounded, fault: error.fault };
  }
}

/** Ranges by the columns that say where they begin; those of amounts are compared in cents. */
const rangesOf = (row: SegmentColumns, { openAmount, overdueAmount }: Pick<Amounts, "openAmount" | "overdueAmount">) => ({
  openAmount, overdueAmount,
  daysPastDue: { from: row.duly_dayspastduefrom, to: row.duly_dayspastdueto }, openItems: { from: row.duly_itemsfrom, to: row.duly_itemsto },
  unpaid: { from: hundredths(row.duly_unpaidfrom), to: hundredths(row.duly_unpaidto) }, exposure: { from: hundredths(row.duly_exposurefrom), to: hundredths(row.duly_exposureto) },
  score: { from: hundredths(row.duly_scorefrom), to: hundredths(row.duly_scoreto) }, customerDays: { from: row.duly_customerdaysfrom, to: row.duly_customerdaysto },
});
type Ranges = ReturnType<typeof rangesOf>;

const columns: Readonly<Record<keyof Ranges, string>> = {
  openAmount: "duly_balance", overdueAmount: "duly_overdue", daysPastDue: "duly_dayspastdue", openItems: "duly_items", unpaid: "duly_unpaid", exposure: "duly_exposure", score: "duly_score", customerDays: "duly_customerdays",
};

const comparable = (value: number | Money): number | bigint => (typeof value === "number" ? value : value.minor);
const isReversed = ({ from, to }: Range<number | Money>): boolean => from !== null && to !== null && comparable(from) > comparable(to);

/** The first range that begins after its end and so holds for nobody, which nobody would notice; null = none. */
function reversedFault({ duly_code: code, duly_segmentid: id }: SegmentColumns, ranges: Ranges): Fault | null {
  const [found] = (Object.keys(columns) as (keyof Ranges)[]).filter((name) => isReversed(ranges[name]));
  return found === undefined ? null : fault("DULY-SEGMENT-005", { segment: code ?? id, from: `${columns[found]}from`, to: `${columns[found]}to` });
}

/** One that is broken matches whom its other conditions match: they are told. */
const opened = (ranges: Ranges): Ranges => {
  const open = <T extends number | Money>(range: Range<T>): Range<T> => (isReversed(range) ? { from: null, to: null } : range);
  const { openAmount, overdueAmount, daysPastDue, openItems, unpaid, exposure, score, customerDays } = ranges;
  return {
    openAmount: open(openAmount), overdueAmount: open(overdueAmount), daysPastDue: open(daysPastDue), openItems: open(openItems),
    unpaid: open(unpaid), exposure: open(exposure), score: open(score), customerDays: open(customerDays),
  };
};

function toSegment(row: SegmentColumns, reckoning: Reckoning): Segment {
  const { fault: broken, ...amounts } = amountsOf(row, reckoning);
  const ranges = rangesOf(row, amounts);
  const reversed = reversedFault(row, ranges);
  return {
    id: row.duly_segmentid, name: row.duly_name ?? "", order: row.duly_sequence ?? 0, kind: kindOf(row.duly_debtorkind), country: row.duly_country,
    companyId: row.duly_company?.id ?? null, creditClassId: row.duly_creditclass?.id ?? null,
    companyName: row.duly_company?.name ?? "", creditClassName: row.duly_creditclass?.name ?? "", ...(reversed === null ? ranges : opened(ranges)),
    fetchXml: row.duly_fetchxml, strategyId: row.duly_strategy?.id ?? null, termsDays: row.duly_termsdays,
    fault: broken ?? reversed ?? (row.duly_fetchxml === null ? null : viewFault(row.duly_fetchxml, row.duly_code ?? row.duly_segmentid)),
  };
}

/** Segments in the order in which they are tried, their amounts in the company's currency. One that is broken says so when a debtor comes to it. */
export const toSegments = (rows: readonly SegmentColumns[], reckoning: Reckoning): readonly Segment[] => inOrder(rows.map((row) => toSegment(row, reckoning)));
