import type { Metadata } from "../../metadata/model";
import type { EntityReference } from "../../service/contract";
import type { Sql } from "../../store/sql";
import { quoted } from "../sql/scope";

interface Named { logicalName: string; id: string; name?: string | null }

/** The references of one page. Rows that point to the same row share one object, so each name is read once a page. */
export class References {
  private readonly tables = new Map<string, Map<string, Named>>();

  of(logicalName: string, id: string): EntityReference {
    let rows = this.tables.get(logicalName);
    if (rows === undefined) this.tables.set(logicalName, (rows = new Map()));
    let reference = rows.get(id);
    if (reference === undefined) rows.set(id, (reference = { logicalName, id }));
    return reference;
  }

  /** Fills in the primary names; a target that does not exist has the name null. */
  readNames(sql: Sql, metadata: Metadata): void {
    for (const [logicalName, rows] of this.tables) {
      for (const reference of rows.values()) reference.name = null;
      const table = metadata.tables.get(logicalName);
      if (table?.primaryName == null) continue;
      const id = quoted(table.primaryId);
      const statement = `SELECT ${id} AS id, ${quoted(table.primaryName)} AS name FROM ${quoted(logicalName)} WHERE ${id} IN (SELECT value FROM json_each(?1))`;
      for (const row of sql.all(statement, [JSON.stringify([...rows.keys()])])) {
        const reference = rows.get(String(row["id"]));
        if (reference !== undefined) reference.name = row["name"] === null ? null : String(row["name"]);
      }
    }
  }
}
