import { baseline } from "./metadata/baseline/model";
import { seedChanges, seedRows, systemUserId } from "./metadata/baseline/seed";
import { metadataFromJson, metadataToJson } from "./metadata/json";
import type { Metadata } from "./metadata/model";
import type { Core } from "./service/core";
import { insertRow } from "./service/write/insert";
import { updateRow } from "./service/write/update";
import { ensureTables } from "./store/ddl";
import { readSetting, writeSetting } from "./store/settings";
import type { Sql } from "./store/sql";

const SETTING = "metadata";

/** The snapshot of the store; the baseline when the store is new. */
export function loadMetadata(sql: Sql): Metadata {
  const text = readSetting(sql, SETTING);
  return text === null ? baseline() : metadataFromJson(text);
}

export const saveMetadata = (sql: Sql, metadata: Metadata): void => writeSetting(sql, SETTING, metadataToJson(metadata));

/** Makes the tables and the first rows of a new store. */
export function setUp(core: Core): void {
  const { engine } = core;
  if (readSetting(engine, SETTING) !== null) return;
  engine.transaction(() => {
    ensureTables(engine, core.metadata());
    const acting = { userId: systemUserId, now: core.clock.now() };
    for (const [table, row] of seedRows) insertRow(core, core.model(table), { row, acting });
    for (const [table, id, row] of seedChanges) updateRow(core, core.model(table), { id, row, acting });
    saveMetadata(engine, core.metadata());
  });
}
