import type { ChoiceOption, Column, Labels, ManyToOne, Table } from "./model";

/** A column as the baseline writes it; names and labels come from its schema name. */
export type ColumnSpec = Partial<Omit<Column, "logicalName" | "schemaName">> & Pick<Column, "type">;
export interface LookupSpec extends ColumnSpec {
  /** Schema names of the relationships, one for each target; made from table and column when absent. */
  readonly relationships?: readonly string[];
  readonly cascadeDelete?: ManyToOne["cascadeDelete"];
}

/** A table as the baseline writes it; columns by schema name ("PrimaryContactId"). */
export interface TableSpec {
  readonly name: string;
  readonly set: string;
  readonly id?: string;
  readonly primaryName: string | null;
  readonly ownership: Table["ownership"];
  readonly isActivity?: boolean;
  /** States in order, each with its status reasons; the first of a state is what it starts with. */
  readonly states?: readonly (readonly [name: string, statuses: Readonly<Record<number, string>>])[];
  readonly columns: Readonly<Record<string, LookupSpec>>;
}

export const label = (text: string): Labels => ({ 1033: text });

export const text = (maxLength: number): ColumnSpec => ({ type: "string", maxLength });
export const localized = <T extends ColumnSpec>(spec: T): T => ({ ...spec, localizable: true });
export const memo = (maxLength = 1_048_576): ColumnSpec => ({ type: "memo", maxLength });
export const whole = (minValue = -2_147_483_648, maxValue = 2_147_483_647): ColumnSpec => ({ type: "integer", minValue, maxValue });
export const decimal = (precision: number, minValue = 0, maxValue = 9_000_000): ColumnSpec => ({ type: "decimal", precision, minValue, maxValue });
export const money = (): ColumnSpec => ({ type: "money", precision: 2, minValue: -922_337_203_685_477, maxValue: 922_337_203_685_477 });
export const day = (): ColumnSpec => ({ type: "dateonly" });
export const instant = (): ColumnSpec => ({ type: "datetime" });
export const guid = (): ColumnSpec => ({ type: "uniqueidentifier" });

export const flag = (defaultValue = false, [no, yes]: readonly [string, string] = ["No", "Yes"]): ColumnSpec =>
  ({ type: "boolean", defaultValue, options: [{ value: 0, labels: label(no) }, { value: 1, labels: label(yes) }] });

export const choice = (options: Readonly<Record<number, string>>, defaultValue?: number): ColumnSpec => ({
  type: "picklist", options: optionsOf(options), ...(defaultValue === undefined ? {} : { defaultValue }),
});

/** A lookup; one target or several. */
export const lookup = (targets: string | readonly string[], more: Partial<LookupSpec> = {}): LookupSpec =>
  ({ type: "lookup", targets: typeof targets === "string" ? [targets] : targets, ...more });

/** Only the platform writes the column. */
export const readOnly = <T extends ColumnSpec>(spec: T): T => ({ ...spec, validForCreate: false, validForUpdate: false });

export const optionsOf = (options: Readonly<Record<number, string>>): readonly ChoiceOption[] =>
  Object.entries(options).map(([value, name]) => ({ value: Number(value), labels: label(name) }));

/** "PrimaryContactId" -> "Primary Contact". */
export const labelOf = (schemaName: string): Labels =>
  label(schemaName.replace(/(?<=[a-z0-9])(?=[A-Z])/g, " ").replace(/ Id$/, ""));

export function column(schemaName: string, spec: ColumnSpec): Column {
  return {
    labels: labelOf(schemaName), descriptions: {}, required: "none", validForCreate: true, validForUpdate: true, isCustom: false,
    ...spec, logicalName: schemaName.toLowerCase(), schemaName,
  };
}
