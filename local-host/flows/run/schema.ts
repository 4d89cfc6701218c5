import { notSupported } from "../error";
import { areEqual } from "../expression/equality";
import { isArray, isNumeric, isObject, isWhole, toDouble, typeName, type FlowObject, type FlowValue } from "../expression/value";

const CHECKED = new Set(["type", "properties", "required", "items", "enum", "additionalProperties", "minLength", "maxLength", "minimum", "maximum"]);
const ANNOTATIONS = new Set(["$schema", "id", "$id", "title", "description", "default", "format", "example", "examples"]);

/** What in a value does not fit a JSON schema; an unsupported keyword is refused by name rather than ignored. `format` is an annotation. */
export function schemaProblems(value: FlowValue, schema: FlowValue, path: string): string[] {
  if (!isObject(schema)) return [];
  for (const keyword of Object.keys(schema)) {
    if (!CHECKED.has(keyword) && !ANNOTATIONS.has(keyword) && !keyword.startsWith("x-ms-")) throw notSupported("JSON schema keyword", keyword);
  }
  const problems = [...typeProblems(value, schema, path), ...limitProblems(value, schema, path)];
  if (isObject(value)) return [...problems, ...objectProblems(value, schema, path)];
  if (!isArray(value)) return problems;
  return [...problems, ...value.flatMap((item, at) => schemaProblems(item, schema["items"] ?? null, `${path}[${at}]`))];
}

function typeProblems(value: FlowValue, schema: FlowObject, path: string): string[] {
  const type = schema["type"];
  if (type === undefined) return [];
  const allowed = isArray(type) ? type.map(String) : [String(type)];
  return allowed.some((name) => hasType(value, name)) ? [] : [`${path || "/"} is ${typeName(value)}, expected ${allowed.join(" or ")}`];
}

function hasType(value: FlowValue, name: string): boolean {
  switch (name) {
    case "null": return value === null;
    case "string": case "boolean": return typeof value === name;
    case "integer": return isNumeric(value) && (isWhole(value) || Number.isInteger(toDouble(value)));
    case "number": return isNumeric(value);
    case "array": return isArray(value);
    case "object": return isObject(value);
    default: throw notSupported("JSON schema type", name);
  }
}

function limitProblems(value: FlowValue, schema: FlowObject, path: string): string[] {
  const options = schema["enum"];
  const size = typeof value === "string" ? value.length : isNumeric(value) ? toDouble(value) : null;
  const [low, high] = typeof value === "string" ? ["minLength", "maxLength"] as const : ["minimum", "maximum"] as const;
  const problems: string[] = [];
  if (options !== undefined && isArray(options) && !options.some((option) => areEqual(option, value))) problems.push(`${path || "/"} is none of the allowed values`);
  if (size !== null && size < Number(schema[low] ?? -Infinity)) problems.push(`${path || "/"} is below ${low}`);
  if (size !== null && size > Number(schema[high] ?? Infinity)) problems.push(`${path || "/"} is above ${high}`);
  return problems;
}

function objectProblems(value: FlowObject, schema: FlowObject, path: string): string[] {
  const properties = schema["properties"];
  const known = properties !== undefined && isObject(properties) ? properties : {};
  const required = schema["required"];
  const missing = (required !== undefined && isArray(required) ? required : []).filter((name) => !Object.hasOwn(value, String(name)));
  const surplus = schema["additionalProperties"] === false ? Object.keys(value).filter((name) => !Object.hasOwn(known, name)) : [];
  return [
    ...missing.map((name) => `${path}/${String(name)} is required`),
    ...surplus.map((name) => `${path}/${name} is not allowed`),
    ...Object.entries(known).flatMap(([name, part]) => (Object.hasOwn(value, name) ? schemaProblems(value[name] ?? null, part, `${path}/${name}`) : [])),
  ];
}
