import { DataverseError } from "../service/error";
import type { SqlValue } from "../store/sql";
import type { SortKey } from "./sql/order";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** The paging cookie after a page: `<cookie page="1"><name last="…" first="…" /><accountid last="{…}" first="{…}" /></cookie>`. */
export function writeCookie(page: number, keys: readonly SortKey[], ends: { first: readonly SqlValue[]; last: readonly SqlValue[] }): string {
  const parts = keys.map((key, index) => `<${key.name} ${end("last", ends.last[index])} ${end("first", ends.first[index])} />`);
  return `<cookie page="${page}">${parts.join("")}</cookie>`;
}

function end(name: string, value: SqlValue | undefined): string {
  if (value === null || value === undefined) return `${name}null="1"`;
  return `${name}="${String(value).replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)}"`;
}

/** The sort key values of the last row before the page; they must fit the query's keys one by one. */
export function readCookie(cookie: string, keys: readonly SortKey[]): SqlValue[] {
  const found = [...cookie.matchAll(/<([\w.-]+) (?:last="([^"]*)"|lastnull="1")/g)];
  const fits = found.length === keys.length && keys.every((key, index) => found[index]?.[1] === key.name);
  if (!fits) throw new DataverseError("0x80040203", "The paging cookie does not belong to this query: its columns are not the ones that the query sorts by.");
  return keys.map((key, index) => {
    const text = found[index]?.[2];
    if (text === undefined) return null;
    return key.numeric ? numeric(text) : text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);
  });
}

function numeric(text: string): SqlValue {
  return /^-?\d{16,}$/.test(text) ? BigInt(text) : Number(text);
}
