import { splitOutside } from "../query/odata/split";
import { DataverseError } from "../service/error";

/** `accounts(key)` in a path: its name and what stands in brackets, null without. */
export interface Segment { readonly name: string; readonly inner: string | null }

/** A Web API address taken apart. */
export interface ApiAddress {
  readonly version: string;
  readonly segments: readonly Segment[];
  readonly options: ReadonlyMap<string, string>;
  /** Path and query as sent, without the parts in front of them. */
  readonly path: string;
}

const LONGEST = 32_768;

/** Takes a URL below the origin apart; null when it is not below /api/data/v9.x. Throws for a version other than 9.0 to 9.2 and for a URL above 32 KB. */
export function apiAddress(url: string): ApiAddress | null {
  const [path = "", query = ""] = cut(url, "?");
  const [, version, rest] = /^\/api\/data\/v(\d+\.\d+)(?:\/(.*))?$/.exec(path) ?? [];
  if (version === undefined) return null;
  if (!/^9\.[0-2]$/.test(version)) throw new DataverseError("0x80060888", `The Web API version v${version} is not supported; v9.0, v9.1 and v9.2 are.`, 501);
  if (url.length > LONGEST) throw new DataverseError("0x80060888", "The URL is longer than 32 KB; send the query in a $batch request.", 414);
  const below = decoded(rest ?? "");
  return { version: `v${version}`, segments: segmentsOf(below), options: optionsOf(query), path: below };
}

function cut(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** Text without percent-encoding. Throws 0x80060888 for encoding that is broken. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new DataverseError("0x80060888", `Bad percent-encoding in '${text.slice(0, 100)}'.`);
  }
}

/** Segments between slashes; slashes inside brackets and quotes belong to keys. Throws 0x80060888 where these do not match. */
export function segmentsOf(path: string): Segment[] {
  return splitOutside(path, "/").filter((text) => text !== "").map((text) => {
    const open = text.indexOf("(");
    if (open < 0 || !text.endsWith(")")) return { name: text, inner: null };
    return { name: text.slice(0, open), inner: text.slice(open + 1, -1) };
  });
}

/** Query options; "+" stands for a space. Throws 0x80060888 for an option that stands twice. */
export function optionsOf(query: string): ReadonlyMap<string, string> {
  const pairs = query.split("&").filter((part) => part !== "").map((part): [string, string] => {
    const [name = "", value = ""] = cut(part, "=");
    return [decoded(name.replaceAll("+", " ")), decoded(value.replaceAll("+", " "))];
  });
  const options = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (options.has(name)) throw new DataverseError("0x80060888", `The query option '${name}' was given more than once.`);
    options.set(name, value);
  }
  return options;
}
