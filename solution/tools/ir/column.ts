import type { Text } from "../../model/text";

export interface Option { readonly value: number; readonly label: Text }
export interface StatusOption extends Option { readonly state: number }
export interface StateOption extends Option { readonly initialStatus: number; readonly name: string }

/** What differs between column types, by the platform's own type names. */
export type ColumnPart =
  | { readonly type: "nvarchar"; readonly format: string; readonly maxLength: number }
  | { readonly type: "ntext"; readonly maxLength: number; readonly format: "text" | "richtext" }
  | { readonly type: "int"; readonly min: number; readonly max: number }
  | { readonly type: "decimal"; readonly precision: number; readonly min: number; readonly max: number }
  | { readonly type: "money"; readonly calculationOf: string | null }
  | { readonly type: "bit"; readonly initial: boolean; readonly no: Text; readonly yes: Text }
  | { readonly type: "datetime"; readonly dateOnly: boolean }
  | { readonly type: "picklist"; readonly optionSet: string; readonly initial: number | null }
  | { readonly type: "state"; readonly states: readonly StateOption[] }
  | { readonly type: "status"; readonly statuses: readonly StatusOption[] }
  | { readonly type: "lookup" | "owner" | "primarykey" };

/** A column as the package carries it, of ours or of the platform. */
export interface ColumnIr {
  readonly logicalName: string;
  readonly schemaName: string;
  readonly part: ColumnPart;
  readonly label: Text;
  readonly description: Text;
  readonly required: "none" | "required" | "systemrequired";
  readonly custom: boolean;
  readonly primaryName: boolean;
  readonly secured: boolean;
  /** May a client send it on create, on update? */
  readonly create: boolean;
  readonly update: boolean;
}
