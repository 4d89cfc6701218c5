import { entryOf } from "../../entry";
import { DataverseError, UnsupportedError } from "../../service/error";
import type { Call } from "../call";
import type { WebResponse } from "../contract";
import { json } from "../reply";
import type { Segment } from "../url";
import { entity } from "./entities";
import { typeOf, type Definition } from "./node";
import { globalChoice } from "./option-sets";
import { manyToMany, oneToMany } from "./relationships";
import { shaped, shapedList } from "./shape";

type Roots = Readonly<Record<string, (call: Call) => readonly Definition[]>>;

const ROOTS: Roots = {
  EntityDefinitions: ({ metadata, language }) => [...metadata.tables.values()].map((table) => entity(metadata, table, language)),
  RelationshipDefinitions: ({ metadata }) => [...metadata.manyToOne.map((each) => oneToMany(metadata, each)), ...metadata.manyToMany.map(manyToMany)],
  GlobalOptionSetDefinitions: ({ metadata, language }) => [...metadata.globalChoices].map(([name, options]) => globalChoice(name, options, language)),
};

/** Whether a path segment is one of the metadata sets. */
export const isDefinitions = (name: string): boolean => Object.hasOwn(ROOTS, name);

/** Answers a read of metadata. Changing metadata is refused: import a solution instead. */
export function definitions(call: Call): WebResponse {
  const [first, ...rest] = call.address.segments;
  if (first === undefined) throw new UnsupportedError("metadata", "empty path");
  if (call.method !== "GET") throw new UnsupportedError("metadata request", `${call.method} ${first.name}`);
  let found: Definition | readonly Definition[] = pick(ROOTS[first.name]?.(call) ?? [], first);
  for (const segment of rest) found = step(found, segment);
  const options = new Map([...call.address.options].filter(([name]) => name !== "LabelLanguages"));
  const context = `${call.root}$metadata#${call.address.segments.map(({ name }) => name).join("/")}`;
  if ("properties" in found) return json({ "@odata.context": `${context}/$entity`, ...shaped(found, options) });
  return json({ "@odata.context": context, value: shapedList(found, options) });
}

function step(from: Definition | readonly Definition[], segment: Segment): Definition | readonly Definition[] {
  if (segment.name.startsWith("Microsoft.Dynamics.CRM.")) return cast(from, segment.name);
  const read = "properties" in from ? entryOf(from.related, segment.name) : undefined;
  const found = read?.() ?? null;
  if (found === null) throw new DataverseError("0x8006088a", `Resource not found for the segment '${segment.name}'.`, 404);
  return "properties" in found ? found : pick(found, segment);
}

function cast(from: Definition | readonly Definition[], type: string): Definition | readonly Definition[] {
  if (!("properties" in from)) return from.filter((each) => typeOf(each) === type);
  if (typeOf(from) === type) return from;
  throw new DataverseError("0x80060888", `This metadata object is a ${typeOf(from)}, not a ${type}.`);
}

/** One of the definitions by LogicalName='x', SchemaName='x', Name='x' or its MetadataId; all of them without brackets. */
function pick(all: readonly Definition[], { name, inner }: Segment): Definition | readonly Definition[] {
  if (inner === null || inner === "") return all;
  const [, property, quoted] = /^(LogicalName|SchemaName|Name|MetadataId)='?([^']*)'?$/.exec(inner) ?? [];
  const value = (quoted ?? inner.replaceAll("'", "")).toLowerCase();
  const found = all.find(({ properties }) => String(properties[property ?? "MetadataId"] ?? "").toLowerCase() === value);
  if (found === undefined) throw new DataverseError("0x80060891", `Could not find ${name} with ${property ?? "MetadataId"} '${value}'.`, 404);
  return found;
}
