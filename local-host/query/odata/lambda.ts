import type { Metadata } from "../../metadata/model";
import { navigationOf, type Navigation } from "../navigation";
import { badUri, noProperty } from "./error";
import type { Ground, Growing } from "./ground";

/** The link that `nav/any(o: …)` runs over, and the ground that its variable stands on. */
export interface Lambda { readonly outer: Growing; readonly inner: Ground }

/** Builds the link from a collection-valued navigation property of the owner. */
export function lambdaLink(metadata: Metadata, owner: Ground, { name, variable }: { readonly name: string; readonly variable: string }): Lambda {
  const navigation = navigationOf(metadata, owner.table, name);
  if (navigation === null) throw noProperty(name, owner.table.logicalName);
  const alias = `${owner.alias ?? ""}.${name}.${variable}`;
  if (navigation.kind === "one") throw badUri(`'${name}' of '${owner.table.logicalName}' is single-valued: any and all need a collection.`);
  return navigation.kind === "many" ? toMany(navigation, owner, alias) : manyToMany(navigation, owner, alias);
}

type Of<K extends Navigation["kind"]> = Extract<Navigation, { readonly kind: K }>;

function toMany({ target, relationship }: Of<"many">, owner: Ground, alias: string): Lambda {
  const outer = grow({ alias, table: target.logicalName, from: relationship.referencingColumn, to: owner.table.primaryId, parent: owner.alias });
  return { outer, inner: { alias, table: target, links: outer.links } };
}

function manyToMany({ target, relationship, side }: Of<"both">, owner: Ground, alias: string): Lambda {
  const between = `${alias}.intersect`;
  const outer = grow({ alias: between, table: relationship.intersectTable, from: side.near, to: owner.table.primaryId, parent: owner.alias });
  const far = grow({ alias, table: target.logicalName, from: target.primaryId, to: side.far, parent: between });
  outer.links.push(far);
  return { outer, inner: { alias, table: target, links: far.links } };
}

function grow(place: Pick<Growing, "alias" | "table" | "from" | "to" | "parent">): Growing {
  return { ...place, type: "inner", columns: [], filter: null, links: [] };
}
