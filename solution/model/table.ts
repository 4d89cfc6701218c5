import type { Column } from "./column";

/** A status reason. `state` 0 = active, 1 = inactive. */
export interface StatusReason {
  readonly value: number;
  readonly state: 0 | 1;
  readonly label: string;
}

export interface Table<C extends string = string, S extends string = string> {
  /** Without prefix: "openitem". */
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly help: string;
  readonly ownership: "user" | "organization";
  readonly notes: boolean;
  readonly activities: boolean;
  readonly columns: Readonly<Record<C, Column>>;
  /** Alternate keys by name: the columns that together are unique. */
  readonly keys: Readonly<Record<string, readonly C[]>>;
  /** Status reasons; the first active one is the initial one. Without any: Active and Inactive. */
  readonly statuses: Readonly<Record<S, StatusReason>>;
}

type Parts<C extends string, S extends string> = Pick<Table<C, S>, "name" | "label" | "plural" | "help"> & {
  readonly columns: Readonly<Record<C, Column>> & { readonly name: Column };
  readonly keys?: Readonly<Record<string, readonly NoInfer<C>[]>>;
  readonly statuses?: Readonly<Record<S, StatusReason>>;
  readonly ownership?: "user" | "organization";
  readonly notes?: boolean;
  readonly activities?: boolean;
};

/** Declares a table; every table has a column `name`, its primary name. */
export function table<const C extends string, const S extends string = "active" | "inactive">(parts: Parts<C, S>): Table<C, S> {
  const usual = { active: active(1, "Active"), inactive: inactive(2, "Inactive") } as unknown as Record<S, StatusReason>;
  return { ownership: "user", notes: false, activities: false, keys: {}, statuses: usual, ...parts };
}

/** An active status reason; 1 and 2 are the platform's own values, others 591850000 + n. */
export const active = (value: number, label: string): StatusReason => ({ value, state: 0, label });
export const inactive = (value: number, label: string): StatusReason => ({ value, state: 1, label });
