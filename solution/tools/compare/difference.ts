/** One thing that differs in meaning between two packages. */
export interface Difference {
  /** "WebResource x_/js/a.js", "solution.xml", "Workflows/x.json" */
  readonly component: string;
  /** Where in the component; "" is the whole component. */
  readonly path: string;
  /** Text of the left and right side; null where there is nothing. */
  readonly left: string | null;
  readonly right: string | null;
}

const longest = 160;

/** Index from which two texts differ. */
function firstDifference(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return at;
}

/** "component | path | left | right" in one line; of a long text the part that differs. */
export function toldDifference({ component, path, left, right }: Difference): string {
  const start = left === null || right === null ? 0 : Math.max(0, firstDifference(left, right) - longest / 4);
  const cut = (text: string): string => `${start > 0 ? "…" : ""}${text.slice(start, start + longest)}${text.length > start + longest ? "…" : ""}`;
  const side = (text: string | null): string => (text === null ? "(absent)" : JSON.stringify(Math.max(left?.length ?? 0, right?.length ?? 0) > longest ? cut(text) : text));
  return [component, path === "" ? "(whole)" : path, side(left), side(right)].join(" | ");
}

/** A difference before it is known in which component it lies. */
export type Found = Omit<Difference, "component">;
