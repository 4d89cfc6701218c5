import { standardColumns } from "../../model/form";
import { prefixed } from "../../model/names";
import { idOf } from "../ids";

/** Logical name of a column key of a form or view: "level" -> "duly_level", "ownerid" stays. */
export const columnName = (key: string): string => (standardColumns.includes(key) ? key : prefixed(key));

/** Id of a view; `key` is "active", "lookup" … or the key of a view of the table's own. */
export const viewId = (table: string, key: string): string => idOf("view", `${prefixed(table)}.${key}`);

/** File names keep letters, digits, hyphens and underscores, 50 at most. */
export const fileNameOf = (name: string): string => name.replace(/[^A-Za-z0-9_-]/g, "").slice(0, 50);
