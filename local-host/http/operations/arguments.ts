import { badUri } from "../../query/odata/error";
import { parseAlone } from "../../query/odata/expression";
import { splitOutside } from "../../query/odata/split";
import type { Term } from "../../query/odata/syntax";
import type { Call } from "../call";
import { parseJson } from "../json";

/** Arguments of a function call `Fn(A=@p0,B=3)?@p0='x'` by name. Objects stand as JSON. */
export function urlArguments(call: Call, inner: string | null): Readonly<Record<string, unknown>> {
  if (inner === null || inner.trim() === "") return {};
  return Object.fromEntries(splitOutside(inner, ",").map((part) => argument(call, part)));
}

function argument(call: Call, part: string): [string, unknown] {
  const [, name, text] = /^(\w+)=(.*)$/s.exec(part) ?? [];
  if (name === undefined || text === undefined) throw badUri(`'${part}' is no argument of a function; name=value is expected.`);
  if (!text.startsWith("@")) return [name, valueOf(text)];
  const value = call.address.options.get(text);
  if (value === undefined) throw badUri(`The parameter alias '${text}' has no value in the query.`);
  return [name, valueOf(value)];
}

function valueOf(text: string): unknown {
  // Enumerations stand after their type: Microsoft.Dynamics.CRM.EndpointAccessType'Default'
  const [, member] = /^Microsoft\.Dynamics\.CRM\.\w+'(\w+)'$/.exec(text) ?? [];
  if (member !== undefined) return member;
  return /^\s*[{[]/.test(text) && isJson(text) ? parseJson(text) : plain(parseAlone(text));
}

/** Lists may be written with single quotes, which JSON does not know. */
function isJson(text: string): boolean {
  return !/^\s*\[\s*'/.test(text);
}

function plain(term: Term): unknown {
  if (term.kind === "literal") return term.value;
  if (term.kind === "list") return term.items.map(plain);
  throw badUri("The value of an argument is a literal, a list or JSON.");
}
