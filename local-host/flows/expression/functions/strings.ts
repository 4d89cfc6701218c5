import { invalidTemplate } from "../../error";
import { formatNumber } from "../time/number-format";
import { toText } from "../text";
import { numeric, optionalText, text, whole } from "./arguments";
import { fixed, open, type FunctionTable } from "./rule";

/** Functions of texts. Positions count from 0. Searching ignores case except in `contains`, `replace` and `split`. */
export const STRINGS: FunctionTable = {
  concat: open(1, (given) => given.map(toText).join("")),
  tolower: fixed(1, 1, (given) => text(given, 0).toLowerCase()),
  toupper: fixed(1, 1, (given) => text(given, 0).toUpperCase()),
  trim: fixed(1, 1, (given) => text(given, 0).trim()),
  replace: fixed(3, 3, (given) => replace(text(given, 0), text(given, 1), text(given, 2))),
  split: fixed(1, 2, (given) => text(given, 0).split(optionalText(given, 1, ","))),
  startswith: fixed(2, 2, (given) => text(given, 0).toLowerCase().startsWith(text(given, 1).toLowerCase())),
  endswith: fixed(2, 2, (given) => text(given, 0).toLowerCase().endsWith(text(given, 1).toLowerCase())),
  indexof: fixed(2, 2, (given) => text(given, 0).toLowerCase().indexOf(text(given, 1).toLowerCase())),
  lastindexof: fixed(2, 2, (given) => text(given, 0).toLowerCase().lastIndexOf(text(given, 1).toLowerCase())),
  nthindexof: fixed(3, 3, (given) => nthIndexOf(text(given, 0).toLowerCase(), text(given, 1).toLowerCase(), whole(given, 2))),
  substring: fixed(2, 3, (given) => substring(text(given, 0), whole(given, 1), given[2] === undefined ? null : whole(given, 2))),
  slice: fixed(2, 3, (given) => text(given, 0).slice(whole(given, 1), given[2] === undefined ? undefined : whole(given, 2))),
  formatnumber: fixed(2, 3, (given) => formatNumber(numeric(given, 0), text(given, 1), optionalText(given, 2, "en-US"))),
  guid: fixed(0, 1, (given, context) => formatGuid(context.newGuid(), optionalText(given, 0, "D"))),
};

function replace(source: string, old: string, next: string): string {
  if (old === "") throw invalidTemplate("the text to be replaced must not be empty.");
  return source.replaceAll(old, () => next);
}

function substring(source: string, start: number, length: number | null): string {
  const size = length ?? source.length - start;
  if (start < 0 || size < 0 || start + size > source.length) {
    throw invalidTemplate(`start ${start} and length ${size} must lie within the string of length ${source.length}.`);
  }
  return source.slice(start, start + size);
}

/** Negative n counts from the end; -1 when there are not so many. */
function nthIndexOf(source: string, search: string, n: number): number {
  if (n === 0 || search === "") throw invalidTemplate("the occurrence must not be 0 and the search text not empty.");
  const found: number[] = [];
  for (let at = source.indexOf(search); at >= 0; at = source.indexOf(search, at + search.length)) found.push(at);
  return found[n > 0 ? n - 1 : found.length + n] ?? -1;
}

function formatGuid(guid: string, format: string): string {
  const forms: Record<string, string> = { N: guid.replaceAll("-", ""), D: guid, B: `{${guid}}`, P: `(${guid})` };
  const formatted = forms[format.toUpperCase()];
  if (formatted === undefined) throw invalidTemplate(`'${format}' is no GUID format; use N, D, B or P.`);
  return formatted;
}
