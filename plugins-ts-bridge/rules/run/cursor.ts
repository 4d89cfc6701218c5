/** Where a run stands: which debtors it takes, how many the next page reads, and the number of the last debtor done. */
export interface Position {
  /**
   * "segments": those whose day has not come, but whose figures and segment may change with the day; "due" follows.
   * "due": those whose next action day has come; "all": every active one, because the policy changed since the last run.
   * "alerts": every active one, after all were decided, where alert rules watch the company.
   */
  readonly scope: "segments" | "due" | "all" | "alerts";
  readonly size: number;
  /** "" = from the beginning. */
  readonly after: string;
}

export const firstPageSize = 50;

/** Cursor of a run that has no page left. */
export const endCursor = "end";

export const toCursor = ({ scope, size, after }: Position): string => `${scope}:${size}:${after}`;

/** The first page of a scope. */
export const beginning = (scope: Position["scope"]): Position => ({ scope, size: firstPageSize, after: "" });

/** Reads a cursor; null when the run is at its end. A cursor that is none means the beginning. */
export function toPosition(cursor: string | null): Position | null {
  if (cursor === endCursor) return null;
  const [, scope, size = "", after = ""] = /^(segments|due|all|alerts):(\d+):(.*)$/s.exec(cursor ?? "") ?? [];
  return scope === "segments" || scope === "due" || scope === "all" || scope === "alerts" ? { scope, size: Number(size), after } : beginning("due");
}
