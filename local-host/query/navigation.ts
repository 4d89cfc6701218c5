import type { ManyToMany, ManyToOne, Metadata, Table } from "../metadata/model";
import { tableOf } from "./sql/scope";

/** Where a navigation property leads. */
export type Navigation =
  | { readonly kind: "one"; readonly name: string; readonly target: Table; readonly relationship: ManyToOne }
  | { readonly kind: "many"; readonly name: string; readonly target: Table; readonly relationship: ManyToOne }
  | { readonly kind: "both"; readonly name: string; readonly target: Table; readonly relationship: ManyToMany; readonly side: Side };

/** Columns of the intersect table: `near` holds the id of the table that the property belongs to, `far` the target's. */
export interface Side { readonly near: string; readonly far: string }

/** The navigation property of a table; null when it has none of that name. */
export function navigationOf(metadata: Metadata, table: Table, name: string): Navigation | null {
  return toOne(metadata, table, name) ?? toMany(metadata, table, name) ?? manyToMany(metadata, table, name);
}

function toOne(metadata: Metadata, table: Table, name: string): Navigation | null {
  const relationship = metadata.manyToOne.find((each) => each.referencingTable === table.logicalName && each.lookupNavigation === name);
  return relationship === undefined ? null : { kind: "one", name, target: tableOf(metadata, relationship.referencedTable), relationship };
}

function toMany(metadata: Metadata, table: Table, name: string): Navigation | null {
  const relationship = metadata.manyToOne.find((each) => each.referencedTable === table.logicalName && each.collectionNavigation === name);
  return relationship === undefined ? null : { kind: "many", name, target: tableOf(metadata, relationship.referencingTable), relationship };
}

function manyToMany(metadata: Metadata, table: Table, name: string): Navigation | null {
  for (const relationship of metadata.manyToMany) {
    const { firstTable, firstNavigation, firstColumn, secondTable, secondNavigation, secondColumn } = relationship;
    if (firstTable === table.logicalName && firstNavigation === name) {
      return { kind: "both", name, target: tableOf(metadata, secondTable), relationship, side: { near: firstColumn, far: secondColumn } };
    }
    if (secondTable === table.logicalName && secondNavigation === name) {
      return { kind: "both", name, target: tableOf(metadata, firstTable), relationship, side: { near: secondColumn, far: firstColumn } };
    }
  }
  return null;
}
