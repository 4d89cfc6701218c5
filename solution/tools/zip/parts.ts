import type { Fault } from "../fault";
import { descendants, textOf } from "../xml/element";
import { beginning as below } from "./beginning";
import { connectorFiles, targetsOf } from "./bodies";
import type { Component } from "./collection";
import { connectorSource } from "./connectors";
import { faults, placeOf } from "./faults";
import type { Folder } from "./folder";

const definition = ".data.xml";

type Places = readonly (readonly [path: string, part: string])[];

/** Where files go that components name, and what is wrong with the names. */
interface Named { readonly places: Places; readonly faults: readonly Fault[] }

const bodyOf = (path: string): string => path.slice(0, -definition.length);
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** The body beside a definition goes where its first name says; further names are files that keep their path. */
function fileBacked(folder: Folder, { path, element }: Component): Named {
  const [first, ...more] = targetsOf(element);
  const body = bodyOf(path);
  const missing = [...(first === undefined || folder.has(body) ? [] : [first]), ...more.filter((other) => !folder.has(other))];
  const aimless = first === undefined && folder.has(body) ? [faults.unclaimed(body, `${placeOf(path, element)} does not say in which file of the zip it goes (FileName)`, "Add it.")] : [];
  return {
    places: [...(first !== undefined && folder.has(body) ? [[body, first] as const] : []), ...more.filter((other) => folder.has(other)).map((other) => [other, other] as const)],
    faults: [...missing.map((target) => faults.noBody(path, target)), ...aimless],
  };
}

/** All files in the folder of a control belong to it and go where its manifest goes. */
function control(folder: Folder, component: Component): Named {
  const [target = bodyOf(component.path)] = targetsOf(component.element);
  const base = folderOf(component.path);
  const own = fileBacked(folder, component);
  const besides = below(folder, base).filter((file) => file !== component.path && file !== bodyOf(component.path));
  return { places: [...own.places, ...besides.map((file) => [file, folderOf(target) + file.slice(base.length)] as const)], faults: own.faults };
}

/** Files of a canvas app keep their path: those it names, and those named after its definition (x.meta.xml, x_DocumentUri.msapp). */
function canvasApp(folder: Folder, { path, element }: Component): Named {
  const base = path.slice(0, -".meta.xml".length);
  const besides = [...below(folder, `${base}_`), ...below(folder, `${base}.`)].filter((file) => !file.endsWith(".meta.xml"));
  const named = targetsOf(element);
  return { places: [...besides, ...named.filter((file) => folder.has(file))].map((file) => [file, file] as const), faults: named.filter((file) => !folder.has(file)).map((file) => faults.noBody(path, file)) };
}

/** Files of a custom connector lie beside its definition, or where the zip has them. */
function connector(folder: Folder, { path, element }: Component): Named {
  const wanted = connectorFiles(element).map((part) => ({ part, file: [connectorSource(part), part].find((file) => folder.has(file)) }));
  return {
    places: wanted.flatMap(({ part, file }) => (file === undefined ? [] : [[file, part] as const])),
    faults: wanted.flatMap(({ part, file }) => (file === undefined ? [faults.noBody(path, connectorSource(part))] : [])),
  };
}

/** `Entities/<table>/Formulas/x` -> `Formulas/x`. */
function table(folder: Folder, { path, element }: Component): Named {
  const base = folderOf(path);
  const named = descendants(element, "FormulaDefinitionFileName").map((name) => textOf(name).replace(/^\//, "")).filter((name) => name !== "");
  return {
    places: below(folder, `${base}Formulas/`).map((file) => [file, file.slice(base.length)] as const),
    faults: named.filter((file) => !folder.has(base + file) && !folder.has(file)).map((file) => faults.noBody(path, file)),
  };
}

function namedBy(folder: Folder, component: Component): Named {
  if (component.path.startsWith("Controls/")) return control(folder, component);
  if (component.path.endsWith(definition)) return fileBacked(folder, component);
  if (component.path.startsWith("CanvasApps/")) return canvasApp(folder, component);
  if (component.element.name === "Connector") return connector(folder, component);
  return component.element.name === "Entity" ? table(folder, component) : { places: [], faults: [] };
}

/** Where the files go that the components name, and which of them are not there. */
export function namedParts(folder: Folder, components: readonly Component[]): { readonly places: ReadonlyMap<string, string>; readonly faults: readonly Fault[] } {
  const all = components.map((component) => namedBy(folder, component));
  return { places: new Map(all.flatMap(({ places }) => places)), faults: all.flatMap((one) => one.faults) };
}
