import type { Sql } from "./sql";

/** A named text that the host keeps in the store. */
export function readSetting(sql: Sql, name: string): string | null {
  const value = sql.get(`SELECT "value" FROM "__setting" WHERE "name" = ?`, [name])?.["value"];
  return value === null || value === undefined ? null : String(value);
}

export function writeSetting(sql: Sql, name: string, value: string | null): void {
  sql.run(`INSERT INTO "__setting" ("name", "value") VALUES (?, ?) ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value"`, [name, value]);
}
