/** A row as `context.webAPI` answers it: plain columns, `_x_value` lookups and their annotations. */
export type RawRow = Readonly<Record<string, unknown>>;

/** Reads the cells of one raw row; column names are checked against the row type of the schema. */
export interface RowReader<R> {
  /** Text, also of a day ("2026-11-23") or an id; "" when empty. */
  text(column: keyof R & string): string;
  /** Number of a whole, money or choice column; null when empty. */
  number(column: keyof R & string): number | null;
  /** What the platform shows for the cell, "" when it gave no formatted value. */
  label(column: keyof R & string): string;
  /** Id and name of a lookup; null when empty. */
  lookup(column: keyof R & string): { readonly id: string; readonly name: string } | null;
}

const formatted = "@OData.Community.Display.V1.FormattedValue";

const textOf = (value: unknown): string => (value === null || value === undefined ? "" : String(value));

/** Name of a lookup column in a query and in a raw row: "duly_debtor" -> "_duly_debtor_value". */
export const lookupColumn = (column: string): string => `_${column}_value`;

/** Opens a raw row of table type R for reading. */
export function readRow<R>(row: RawRow): RowReader<R> {
  return {
    text: (column) => textOf(row[column]),
    number: (column) => (row[column] === null || row[column] === undefined ? null : Number(row[column])),
    label: (column) => textOf(row[column + formatted]),
    lookup: (column) => {
      const key = lookupColumn(column);
      const id = textOf(row[key]);
      return id === "" ? null : { id, name: textOf(row[key + formatted]) };
    },
  };
}
