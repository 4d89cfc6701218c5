import { baseline } from "./metadata/baseline/model";
import { administratorRole, seedChanges, seedRows, systemUserId } from "./metadata/baseline/seed";
import type { Metadata } from "./metadata/model";
import { renewStandard } from "./metadata/renew";
import type { Core } from "./service/core";
import { rowExists } from "./service/read/key";
import { findRelationship, link } from "./service/write/associate";
import { insertRow } from "./service/write/insert";
import { updateRow } from "./service/write/update";
import { ensureTables } from "./store/ddl";
import { rescaleDecimals } from "./store/rescale";
import { readSetting, writeSetting } from "./store/settings";
import { readSnapshot, writeSnapshot } from "./store/snapshot";

/** Version of the standard tables that the store was made or renewed with. */
const STANDARD = "standard";

function seed(core: Core): void {
  const acting = { userId: systemUserId, now: core.clock.now() };
  for (const [table, row] of seedRows) insertRow(core, core.model(table), { row, acting });
  for (const [table, id, row] of seedChanges) updateRow(core, core.model(table), { id, row, acting });
}

/** A store from before roles had holders gets the administrator's too. */
function seedAdministrator(core: Core): void {
  const roles = core.model("role");
  const id = String(administratorRole["roleid"]);
  if (!rowExists(core, roles, id)) insertRow(core, roles, { row: administratorRole, acting: { userId: systemUserId, now: core.clock.now() } });
  const found = findRelationship(core, { relationship: "systemuserroles_association", a: { logicalName: "systemuser", id: systemUserId }, b: { logicalName: "role", id } });
  if (found.kind === "many") link(core, found);
}

function renew(core: Core, standard: Metadata): void {
  const before = core.metadata();
  core.useMetadata(renewStandard(before, standard));
  rescaleDecimals(core.engine, before, core.metadata());
}

/** Makes the tables and the first rows of a new store; gives an older store the standard tables of this version of the host. */
export function setUp(core: Core, standard: Metadata = baseline()): void {
  const { engine } = core;
  if (readSetting(engine, STANDARD) === standard.version) return;
  const isNew = readSnapshot(engine) === null;
  engine.transaction(() => {
    if (!isNew) renew(core, standard);
    ensureTables(engine, core.metadata());
    if (isNew) seed(core);
    seedAdministrator(core);
    writeSnapshot(engine, core.metadata());
    writeSetting(engine, STANDARD, standard.version);
  });
}
