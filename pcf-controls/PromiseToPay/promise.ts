import type { PromiseRow } from "#solution/generated/names";
import { promiseStatus } from "#solution/generated/names";
import type { Day } from "../shared/day";
import { daysBetween } from "../shared/day";
import type { Tone } from "../shared/Pill";
import type { RawRow } from "../shared/row";
import { readRow } from "../shared/row";

/** A promise that was taken, as the control shows it. */
export interface TakenPromise {
  readonly id: string;
  /** Major units. */
  readonly amount: number;
  readonly currencyId: string;
  /** "" = unknown. */
  readonly takenOn: Day;
  readonly day: Day;
  /** Ids of its items; none = every open item in its currency. */
  readonly itemIds: readonly string[];
  /** Major units; null until it was judged. */
  readonly paid: number | null;
  readonly status: number;
  /** The platform's label of the status. */
  readonly label: string;
}

/** Columns of a promise that the control reads. */
export const promiseColumns = [
  "duly_promiseid", "duly_amount", "duly_takenon", "duly_promisedate", "duly_openitems", "duly_paidamount", "statuscode",
] as const satisfies readonly (keyof PromiseRow)[];

/** Splits the command column of a promise into ids. */
export const toIds = (commaSeparated: string): readonly string[] => commaSeparated.split(",").map((id) => id.trim().toLowerCase()).filter((id) => id !== "");

/** Reads a promise out of its row. */
export function toPromise(raw: RawRow): TakenPromise {
  const row = readRow<PromiseRow>(raw);
  return {
    id: row.text("duly_promiseid").toLowerCase(), amount: row.number("duly_amount") ?? 0, currencyId: row.lookup("transactioncurrencyid")?.id ?? "",
    takenOn: row.text("duly_takenon"), day: row.text("duly_promisedate"), itemIds: toIds(row.text("duly_openitems")),
    paid: row.number("duly_paidamount"), status: row.number("statuscode") ?? 0, label: row.label("statuscode"),
  };
}

/** Whether a promise still waits for its money. */
export const isOpen = (promise: TakenPromise): boolean => promise.status === promiseStatus.open;

/** Text and tone of the states in which a promise is over. */
export const closedStates: Readonly<Record<number, { readonly key: string; readonly tone: Tone }>> = {
  [promiseStatus.kept]: { key: "State_Kept", tone: "good" },
  [promiseStatus.partlyKept]: { key: "State_PartlyKept", tone: "notice" },
  [promiseStatus.broken]: { key: "State_Broken", tone: "bad" },
  [promiseStatus.cancelled]: { key: "State_Cancelled", tone: "plain" },
};

/** How near the promised day is. */
export interface Nearness {
  readonly key: "Due_Left" | "Due_Tomorrow" | "Due_Today" | "Due_Yesterday" | "Due_Over";
  readonly days: number;
  readonly tone: Tone;
}

/** Nearness of a promised day on `today`; the day itself is still in time. */
export function nearness(day: Day, today: Day): Nearness {
  const left = daysBetween(today, day);
  if (left > 1) return { key: "Due_Left", days: left, tone: "good" };
  if (left === 1) return { key: "Due_Tomorrow", days: 1, tone: "notice" };
  if (left === 0) return { key: "Due_Today", days: 0, tone: "notice" };
  return { key: left === -1 ? "Due_Yesterday" : "Due_Over", days: -left, tone: "bad" };
}
