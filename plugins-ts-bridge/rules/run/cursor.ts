/** Where a run stands: which debtors it takes, how many the next page reads, and the number of the last debtor done. */
export interface Position {
  /** "due": those whose next action day has come; "all": every active one, because the policy changed since the last run. */
  readonly scope: "due" | "all";
  readonly size: number;
  /** "" = from the beginning. */
  readonly after: string;
}

export const firstPageSize = 50;

/** Cursor of a run that has no page left. */
export const endCursor = "end";

export const toCursor = ({ scope, size, after }: Position): string => `${scope}:${size}:${after}`;

/** Reads a cursor; null when the run is at its end. A cursor that is none means the beginning. */
export function toPosition(cursor: string | null): Position | null {
  if (cursor === endCursor) return null;
  const [, scope, size = "", after = ""] = /^(due|all):(\d+):(.*)$/s.exec(cursor ?? "") ?? [];
  return scope === undefined ? { scope: "due", size: firstPageSize, after: "" } : { scope: scope === "all" ? "all" : "due", size: Number(size), after };
}
