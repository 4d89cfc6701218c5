import { from, pageRows } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";

/** Debtors of a company by their numbers: after the one, up to the other and including it; null = no bound. */
export interface Slice { readonly after: string | null; readonly upTo: string | null }

/** An aggregate of the platform counts at most 50,000 rows. Items that are closed are counted too and are not in these figures, hence the room. */
const mostItems = 20_000;
const mostDebtors = 1_000;

const debtorsQuery = (companyId: string) => from("duly_debtor").select("duly_number", "duly_openitemcount").where(["duly_company", "eq", companyId]);
type DebtorRow = ReturnType<typeof debtorsQuery>["row"];

function* debtorsOf(companyId: string): Reading<readonly DebtorRow[]> {
  const all: DebtorRow[] = [];
  for (;;) {
    const after = all.at(-1)?.duly_number ?? null;
    const query = after === null ? debtorsQuery(companyId) : debtorsQuery(companyId).where(["duly_number", "gt", after]);
    const page = yield* read(query.orderBy("duly_number").first(pageRows));
    all.push(...page);
    if (page.length < pageRows) return all;
  }
}

/** Parts of a company that are small enough to be counted by an aggregate each; together they are the whole company. */
export function slicesOf(debtors: readonly { readonly number: string; readonly items: number }[]): readonly Slice[] {
  const ends: string[] = [];
  let [items, count, last] = [0, 0, ""];
  for (const debtor of debtors) {
    if (count > 0 && (items + debtor.items > mostItems || count === mostDebtors)) {
      ends.push(last);
      [items, count] = [0, 0];
    }
    [items, count, last] = [items + debtor.items, count + 1, debtor.number];
  }
  return [...ends, null].map((upTo, index) => ({ after: ends[index - 1] ?? null, upTo }));
}

/** The parts of a company as its debtors stand now. */
export function* readSlices(companyId: string): Reading<readonly Slice[]> {
  return slicesOf((yield* debtorsOf(companyId)).map((row) => ({ number: row.duly_number ?? "", items: row.duly_openitemcount ?? 0 })));
}
