import type { Column, Table } from "../../metadata/model";
import type { Row } from "../../service/contract";
import type { Call } from "../call";

const ENGLISH = 1033;

/** The text of a row's column in the caller's language; null = the stored one holds. */
export type TextOfRow = (row: Row) => string | null;

const STORED: TextOfRow = () => null;

/** Texts of a localizable column, as packages brought them; read once a query, for the rows that carry their id. */
export function localizedTexts(call: Pick<Call, "host" | "language">, { column, table }: { readonly column: Column; readonly table: Table }): TextOfRow {
  if (column.localizable !== true || call.language === ENGLISH) return STORED;
  const found = call.host.sql.all(`SELECT "id", "text" FROM "__label" WHERE "table" = ? AND "column" = ? AND "lcid" = ?`, [table.logicalName, column.logicalName, call.language]);
  const texts = new Map(found.map((row) => [String(row["id"]), String(row["text"])]));
  return (row) => texts.get(String(row[table.primaryId])) ?? null;
}
