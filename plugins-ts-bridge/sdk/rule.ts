import type { ApiRegistration, StepRegistration } from "#solution/model/manifest";
import type { Effect } from "./effect";
import type { Reading } from "./reading";
import type { TableName, Tables } from "./tables";
import type { RawRow, Value } from "./value";

/** What a rule is told; the host fills it and the rule knows no other clock or zone. */
export interface Context {
  readonly message: string;
  readonly table: string | null;
  readonly stage: number;
  /** 1 = asked for from outside; more = by another rule. */
  readonly depth: number;
  /** "YYYY-MM-DDTHH:MM:SSZ" */
  readonly nowUtc: string;
  /** Business day, "YYYY-MM-DD". */
  readonly today: string;
  readonly userId: string;
  /** Id of the row that is saved; null for custom APIs. */
  readonly primaryId: string | null;
  readonly target: RawRow | null;
  readonly preImage: RawRow | null;
  readonly postImage: RawRow | null;
  readonly input: Readonly<Record<string, Value>>;
  /** The engine that runs the rules, and the bundle that it loaded. */
  readonly host: { readonly engine: string; readonly sha256: string };
}

/** The same for a step on a known table: what was sent, and the row before and after. */
export interface StepContext<T extends TableName> extends Omit<Context, "target" | "preImage" | "postImage" | "primaryId"> {
  readonly primaryId: string;
  readonly target: Partial<Tables[T]>;
  readonly preImage: Partial<Tables[T]>;
  readonly postImage: Partial<Tables[T]>;
}

export type Rule<C> = (context: C) => Reading<readonly Effect[]>;

export interface StepRule { readonly registration: StepRegistration; readonly rule: Rule<Context> }
export interface ApiRule { readonly registration: ApiRegistration; readonly rule: Rule<Context> }

/** An image with every column that was registered: the platform leaves those without a value out. */
const imageOf = (row: RawRow | null, columns: readonly string[] | undefined): RawRow =>
  (row === null ? {} : { ...Object.fromEntries((columns ?? []).map((column) => [column, null])), ...row });

/** A rule of a table's message. Rows of the table have its columns: believed here, once. */
export const defineStep = <T extends TableName>(registration: StepRegistration & { readonly table: T }, rule: Rule<StepContext<T>>): StepRule => ({
  registration,
  rule: (context) => rule({
    ...context, primaryId: context.primaryId ?? "", target: (context.target ?? {}) as Partial<Tables[T]>,
    preImage: imageOf(context.preImage, registration.images?.pre) as Partial<Tables[T]>, postImage: imageOf(context.postImage, registration.images?.post) as Partial<Tables[T]>,
  }),
});

/** A rule behind a custom API. */
export const defineApi = (registration: ApiRegistration, rule: Rule<Context>): ApiRule => ({ registration, rule });

/** Rules by their ids. */
export const rulesById = (rules: readonly (ApiRule | StepRule)[]): ReadonlyMap<string, Rule<Context>> =>
  new Map(rules.map(({ registration, rule }) => [registration.id, rule]));
