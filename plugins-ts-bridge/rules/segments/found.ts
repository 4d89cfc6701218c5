import type { Segment } from "#domain/segments/segment";
import { viewOver } from "../../rows/view";
import type { Reading } from "../../sdk/reading";

/** Debtor id -> ids of the segments whose FetchXML finds it. */
export type FoundBy = ReadonlyMap<string, ReadonlySet<string>>;

/** Asks the FetchXML of segments about some debtors: one query for each segment that has one, none otherwise. */
export function* readFoundBy(segments: readonly Segment[], debtorIds: readonly string[]): Reading<FoundBy> {
  const asked = segments.flatMap(({ id, fetchXml }) => {
    const query = fetchXml === null ? null : viewOver(fetchXml, debtorIds);
    return query === null ? [] : [{ id, query }];
  });
  const found = new Map<string, Set<string>>();
  if (asked.length === 0 || debtorIds.length === 0) return found;
  const answers = yield asked.map(({ query }) => query);
  asked.forEach(({ id }, index) => {
    for (const { duly_debtorid: debtor } of answers[index] ?? []) found.set(String(debtor), (found.get(String(debtor)) ?? new Set<string>()).add(id));
  });
  return found;
}
