import { baseline } from "./metadata/baseline/model";
import { seedChanges, seedRows, systemUserId } from "./metadata/baseline/seed";
import { metadataFromJson, metadataToJson } from "./metadata/json";
import type { Metadata } from "./metadata/model";
import { renewStandard } from "./metadata/renew";
import type { Core } from "./service/core";
import { insertRow } from "./service/write/insert";
import { updateRow } from "./service/write/update";
import { ensureTables } from "./store/ddl";
import { readSetting, writeSetting } from "./store/settings";
import type { Sql } from "./store/sql";

const SNAPSHOT = "metadata";
/** Version of the standard tables that the store was made or renewed with. */
const STANDARD = "standard";

export const saveMetadata = (sql: Sql, metadata: Metadata): void => writeSetting(sql, SNAPSHOT, metadataToJson(metadata));

/** The snapshot of the store; the standard tables when the store is new. */
export function loadMetadata(sql: Sql): Metadata {
  const text = readSetting(sql, SNAPSHOT);
  return text === null ? baseline() : metadataFromJson(text);
}

function seed(core: Core): void {
  const acting = { userId: systemUserId, now: core.clock.now() };
  for (const [table, row] of seedRows) insertRow(core, core.model(table), { row, acting });
  for (const [table, id, row] of seedChanges) updateRow(core, core.model(table), { id, row, acting });
}

/** Makes the tables and the first rows of a new store; gives an older store the standard tables of this version of the host. */
export function setUp(core: Core): void {
  const { engine } = core;
  const standard = baseline();
  if (readSetting(engine, STANDARD) === standard.version) return;
  const isNew = readSetting(engine, SNAPSHOT) === null;
  engine.transaction(() => {
    if (!isNew) core.useMetadata(renewStandard(core.metadata(), standard));
    ensureTables(engine, core.metadata());
    if (isNew) seed(core);
    saveMetadata(engine, core.metadata());
    writeSetting(engine, STANDARD, standard.version);
  });
}
