import { assemble } from "../assemble";
import { intersectOf } from "../intersect";
import type { Metadata } from "../model";
import { relationshipsOf, tableOf } from "../table";
import { activityTables } from "./activity";
import { componentTables } from "./component";
import { customerTables } from "./customer";
import { organizationTables } from "./organization";
import { processTables } from "./process";
import { securityPairs, securityTables } from "./security";

/** The standard tables that every store starts with. */
export function baseline(): Metadata {
  const specs = [...organizationTables, ...securityTables, ...customerTables, ...activityTables, ...componentTables, ...processTables];
  return assemble({
    tables: [...specs.map(tableOf), ...securityPairs.map(intersectOf)], manyToOne: specs.flatMap(relationshipsOf), manyToMany: securityPairs, globalChoices: new Map(), languages: [1033],
  });
}
