import { entryOf } from "../../entry";
import { badUri } from "../../query/odata/error";
import { parseExpression } from "../../query/odata/expression";
import { opened, splitOutside } from "../../query/odata/split";
import { matches } from "./filter";
import type { Definition } from "./node";

/** Options of a metadata query. */
export type ShapeOptions = ReadonlyMap<string, string>;

const KNOWN = ["$select", "$expand", "$filter"];

/** A definition as JSON: the selected properties, and what is expanded. */
export function shaped(definition: Definition, options: ShapeOptions): Record<string, unknown> {
  refuseUnknown(options);
  const { properties } = definition;
  const select = options.get("$select")?.split(",").map((name) => name.trim()).filter((name) => name !== "");
  const wrong = select?.find((name) => !Object.hasOwn(properties, name) && !ELSEWHERE.has(name));
  if (wrong !== undefined) throw badUri(`Could not find a property named '${wrong}' on this metadata type; the host has ${Object.keys(properties).filter((name) => !name.startsWith("@")).join(", ")}.`);
  const kept = select === undefined ? properties : Object.fromEntries(Object.entries(properties).filter(([name]) => always(name) || select.includes(name)));
  return { ...kept, ...expanded(definition, options.get("$expand")) };
}

/** Properties of some kinds of column only: selecting them over all columns is no error. */
const ELSEWHERE: ReadonlySet<string> = new Set(["MaxLength", "MinValue", "MaxValue", "Precision", "Format", "DateTimeBehavior", "Targets", "DefaultValue", "DefaultFormValue", "CalculationOf"]);

const always = (name: string): boolean => name === "@odata.type" || name === "MetadataId";

/** A list of definitions as JSON, filtered. */
export function shapedList(definitions: readonly Definition[], options: ShapeOptions): Record<string, unknown>[] {
  refuseUnknown(options);
  const filter = options.get("$filter");
  const expression = filter === undefined ? null : parseExpression(filter.replace(/Microsoft\.Dynamics\.CRM\.\w+(?='\w+')/g, ""));
  const kept = expression === null ? definitions : definitions.filter(({ properties }) => matches(expression, properties));
  return kept.map((definition) => shaped(definition, options));
}

function expanded(definition: Definition, expand: string | undefined): Record<string, unknown> {
  if (expand === undefined || expand.trim() === "") return {};
  return Object.fromEntries(splitOutside(expand, ",").map((item) => {
    const { name, inner } = opened(item);
    const read = entryOf(definition.related, name);
    if (read === undefined) throw badUri(`Could not find a property named '${name}' to expand on this metadata type.`);
    const options = nestedOptions(inner);
    const found = read();
    if (found === null) return [name, null];
    return [name, "properties" in found ? shaped(found, options) : shapedList(found, options)];
  }));
}

function nestedOptions(inner: string | null): ShapeOptions {
  const parts = inner === null ? [] : splitOutside(inner, ";").filter((part) => part !== "");
  return new Map(parts.map((part): [string, string] => [part.slice(0, part.indexOf("=")).trim(), part.slice(part.indexOf("=") + 1)]));
}

function refuseUnknown(options: ShapeOptions): void {
  const unknown = [...options.keys()].find((name) => !KNOWN.includes(name) && name !== "LabelLanguages");
  if (unknown !== undefined) throw badUri(`The query parameter ${unknown} is not supported on metadata`);
}
