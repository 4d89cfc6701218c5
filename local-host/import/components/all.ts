import { apps, roles, siteMaps } from "./app";
import type { Component, ComponentReader } from "./component";
import { customApis } from "./customapis";
import { connectionReferences, environmentValues, environmentVariables, workflows } from "./flows";
import { dashboards, forms } from "./forms";
import { assemblies, steps } from "./plugins";
import { customControls, webResources } from "./resources";
import { profiles } from "./security";
import { solutions } from "./solution";
import { charts, views } from "./views";
import type { Package } from "../package";

/** Every kind of component that becomes rows; what is pointed to comes first. */
const readers: readonly ComponentReader[] = [
  solutions, roles, profiles, webResources, customControls, forms, dashboards, views, charts, apps, siteMaps, workflows, connectionReferences,
  environmentVariables, environmentValues, assemblies, steps, customApis,
];

/** All components of a package. A plug-in type that several name is written once, with all that is known of it. */
export function componentsOf(from: Package): readonly Component[] {
  const components = new Map<string, Component>();
  for (const component of readers.flatMap((read) => read(from))) {
    const key = `${component.table}|${component.id}`;
    const other = components.get(key);
    components.set(key, other === undefined ? component : { ...component, row: { ...component.row, ...other.row } });
  }
  return [...components.values()];
}
