import type { ManyToMany, ManyToOne } from "../../metadata/model";
import { quoted } from "../../store/ddl";
import type { EntityReference } from "../contract";
import type { Core } from "../core";
import { DataverseError } from "../error";
import { guidIn } from "../values/text";
import { newId } from "./new-id";

export interface Pair { readonly relationship: string; readonly a: EntityReference; readonly b: EntityReference }

/** The relationship of a pair, and which of the two is which. */
export type Found =
  | { readonly kind: "many"; readonly relationship: ManyToMany; readonly first: EntityReference; readonly second: EntityReference }
  | { readonly kind: "lookup"; readonly relationship: ManyToOne; readonly referencing: EntityReference; readonly referenced: EntityReference };

const refuse = ({ relationship, a, b }: Pair): never => {
  throw new DataverseError("0x80041103", `No relationship '${relationship}' joins '${a.logicalName}' and '${b.logicalName}'.`);
};

/** Finds the relationship by its schema name and puts the two rows in their places; `a` is tried as the first or referenced side first. */
export function findRelationship(core: Core, pair: Pair): Found {
  const { a, b } = pair;
  const same = (name: string): boolean => name.toLowerCase() === pair.relationship.toLowerCase();
  const many = core.metadata().manyToMany.find((each) => same(each.schemaName));
  if (many !== undefined) {
    if (many.firstTable === a.logicalName && many.secondTable === b.logicalName) return { kind: "many", relationship: many, first: a, second: b };
    if (many.firstTable === b.logicalName && many.secondTable === a.logicalName) return { kind: "many", relationship: many, first: b, second: a };
    return refuse(pair);
  }
  const lookups = core.metadata().manyToOne.filter((each) => same(each.schemaName));
  for (const [referenced, referencing] of [[a, b], [b, a]] as const) {
    const relationship = lookups.find((each) => each.referencedTable === referenced.logicalName && each.referencingTable === referencing.logicalName);
    if (relationship !== undefined) return { kind: "lookup", relationship, referencing, referenced };
  }
  return refuse(pair);
}

type Many = Extract<Found, { kind: "many" }>;

function ids(core: Core, { first, second }: Many): readonly [string, string] {
  return [first, second].map((row) => {
    const id = guidIn(row.id) ?? row.id;
    core.known.require(row.logicalName, id);
    return id;
  }) as [string, string];
}

/** Writes the row of a many-to-many relationship; does nothing when it is there. */
export function link(core: Core, found: Many): void {
  const { intersectTable, firstColumn, secondColumn } = found.relationship;
  const { primaryId } = core.model(intersectTable).table;
  const columns = [primaryId, firstColumn, secondColumn, "versionnumber"].map(quoted).join(", ");
  core.engine.run(`INSERT OR IGNORE INTO ${quoted(intersectTable)} (${columns}) VALUES (?, ?, ?, ?)`, [newId(), ...ids(core, found), core.versions.next()]);
}

/** Deletes the row of a many-to-many relationship; does nothing when it is not there. */
export function unlink(core: Core, found: Many): void {
  const { intersectTable, firstColumn, secondColumn } = found.relationship;
  core.engine.run(`DELETE FROM ${quoted(intersectTable)} WHERE ${quoted(firstColumn)} = ? AND ${quoted(secondColumn)} = ?`, ids(core, found));
}
