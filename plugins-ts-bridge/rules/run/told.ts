import { toldKey, type Told } from "#domain/dunning/cycles";
import { from } from "../../sdk/query";
import { readTogether, type Reading } from "../../sdk/reading";

/** Ids in one condition: the platform limits the values of a query. */
const idsAtMost = 500;

const linesOf = (itemIds: readonly string[]) =>
  from("duly_communicationline").select("duly_openitem", "duly_strategystep", "duly_cycle").where(["duly_openitem", "in", itemIds]);

/** Ids in as many parts as conditions need. */
export const chunks = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / idsAtMost) }, (_, index) => ids.slice(index * idsAtMost, (index + 1) * idsAtMost));

/** What items were told before, in which cycle. */
export function* readTold(itemIds: readonly string[]): Reading<Told> {
  const told = new Map<string, number>();
  if (itemIds.length === 0) return told;
  for (const rows of yield* readTogether(...chunks(itemIds).map(linesOf))) {
    for (const row of rows) {
      const key = toldKey(row.duly_openitem?.id ?? "", row.duly_strategystep?.id ?? "");
      told.set(key, Math.max(told.get(key) ?? 0, row.duly_cycle ?? 0));
    }
  }
  return told;
}
