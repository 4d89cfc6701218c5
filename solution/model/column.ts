import type { Choice } from "./choice";

export type ColumnKind =
  | { readonly type: "text"; readonly maxLength: number; readonly format: "text" | "email" | "phone" | "url" }
  | { readonly type: "memo"; readonly maxLength: number; /** HTML, shown as it looks. */ readonly rich: boolean }
  | { readonly type: "whole"; readonly min: number; readonly max: number }
  | { readonly type: "decimal"; readonly precision: number; readonly min: number; readonly max: number }
  | { readonly type: "money" }
  | { readonly type: "yesno"; readonly initial: boolean }
  | { readonly type: "day" }
  | { readonly type: "instant" }
  | { readonly type: "choice"; readonly choice: Choice; readonly initial: string | null }
  | { readonly type: "lookup"; readonly target: string; readonly onDelete: "restrict" | "parental" | "unlink" };

/** One column of a table of ours; its logical name is the prefix + its key in the table's `columns`. */
export type Column = ColumnKind & {
  readonly label: string;
  /** Shown as the portal description and the form's tooltip, and printed in docs/reference. */
  readonly help: string;
  readonly required: boolean;
  /** Column security: only members of a field security profile that names it see and change it. */
  readonly secured: boolean;
};

interface Required { readonly required?: boolean }

/** Lookups cannot be secured, nor can a table's primary name or a column of an alternate key. */
interface Options extends Required { readonly secured?: boolean }

const of = <K extends ColumnKind>(kind: K, label: string, help: string, options: Options = {}) =>
  ({ ...kind, label, help, required: options.required ?? false, secured: options.secured ?? false });

export const text = (label: string, help: string, options: Options & { maxLength?: number; format?: "text" | "email" | "phone" | "url" } = {}) =>
  of({ type: "text", maxLength: options.maxLength ?? 100, format: options.format ?? "text" }, label, help, options);

export const memo = (label: string, help: string, options: Options & { maxLength?: number; rich?: boolean } = {}) =>
  of({ type: "memo", maxLength: options.maxLength ?? 2000, rich: options.rich ?? false }, label, help, options);

export const whole = (label: string, help: string, options: Options & { min?: number; max?: number } = {}) =>
  of({ type: "whole", min: options.min ?? 0, max: options.max ?? 2147483647 }, label, help, options);

export const decimal = (label: string, help: string, options: Options & { precision: number; min?: number; max?: number }) =>
  of({ type: "decimal", precision: options.precision, min: options.min ?? 0, max: options.max ?? 100000000000 }, label, help, options);

export const money = (label: string, help: string, options: Options = {}) => of({ type: "money" }, label, help, options);

export const yesno = (label: string, help: string, options: { initial?: boolean; secured?: boolean } = {}) =>
  of({ type: "yesno", initial: options.initial ?? false }, label, help, options);

export const day = (label: string, help: string, options: Options = {}) => of({ type: "day" }, label, help, options);

export const instant = (label: string, help: string, options: Options = {}) => of({ type: "instant" }, label, help, options);

export const choose = <K extends string>(from: Choice<K>, label: string, help: string, options: Options & { initial?: K } = {}) =>
  of({ type: "choice", choice: from, initial: options.initial ?? null }, label, help, options);

/** N:1 relationship. `target` is the key of a table of ours ("debtor") or a standard logical name ("account"). */
export const lookup = (
  target: string, label: string, help: string,
  options: Required & { onDelete?: "restrict" | "parental" | "unlink" } = {},
) => of({ type: "lookup", target, onDelete: options.onDelete ?? "unlink" }, label, help, options);
