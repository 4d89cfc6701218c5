import type { ManyToMany, Table } from "./model";
import { column, guid, label } from "./notation";

/** The table in which the pairs of a many-to-many relationship lie. */
export function intersectOf({ intersectTable, firstColumn, secondColumn }: ManyToMany): Table {
  const primaryId = `${intersectTable}id`;
  const columns = [column(primaryId, { ...guid(), required: "system" }), column(firstColumn, guid()), column(secondColumn, guid()), column("VersionNumber", { type: "bigint", validForCreate: false, validForUpdate: false })];
  return {
    logicalName: intersectTable, schemaName: intersectTable, entitySetName: `${intersectTable}set`, labels: label(intersectTable), collectionLabels: label(intersectTable), descriptions: {},
    primaryId, primaryName: null, ownership: "none", isActivity: false, isCustom: false, columns: new Map(columns.map((each) => [each.logicalName, each])),
    keys: [{ logicalName: "pair", columns: [firstColumn, secondColumn] }],
  };
}
