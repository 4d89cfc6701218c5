import type { Row } from "../contract";
import type { Core } from "../core";
import { quoted } from "../../store/ddl";
import type { TableModel } from "../table-model";

const PARTS = ["firstname", "middlename", "lastname"];

/** The platform makes a contact's full name out of its parts. `id`: the row that is changed, null for a new one. */
export function withFullName(core: Core, model: TableModel, { id, row }: { readonly id: string | null; readonly row: Row }): Row {
  const { logicalName, primaryId } = model.table;
  if (logicalName !== "contact" || PARTS.every((part) => row[part] === undefined)) return row;
  const stored = id === null ? null : core.engine.get(`SELECT ${PARTS.map(quoted).join(", ")} FROM contact WHERE ${quoted(primaryId)} = ?`, [id]);
  const name = PARTS.map((part) => (row[part] === undefined ? stored?.[part] : row[part])).filter((part) => part != null && part !== "").join(" ");
  return { ...row, fullname: name };
}
