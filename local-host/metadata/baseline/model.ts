import { assemble } from "../assemble";
import type { Metadata } from "../model";
import { relationshipsOf, tableOf } from "../table";
import { activityTables } from "./activity";
import { componentTables } from "./component";
import { customerTables } from "./customer";
import { organizationTables } from "./organization";
import { processTables } from "./process";

/** The standard tables that every store starts with. */
export function baseline(): Metadata {
  const specs = [...organizationTables, ...customerTables, ...activityTables, ...componentTables, ...processTables];
  return assemble({ tables: specs.map(tableOf), manyToOne: specs.flatMap(relationshipsOf), manyToMany: [], globalChoices: new Map(), languages: [1033] });
}
