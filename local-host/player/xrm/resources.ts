import { readResx } from "../pcf/resx";
import { webResource } from "./libraries";

const tables = new Map<string, ReadonlyMap<string, string>>();

/** Scripts ask synchronously, so the table is read with a blocking request, once a page. */
function readNow(url: string): ReadonlyMap<string, string> | null {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  request.send();
  return request.status === 200 ? readResx(request.responseText) : null;
}

/** Text of a resx web resource in the user's language, else in English; undefined when neither has it. */
export function resourceString(name: string, key: string, lcid: number): string | undefined {
  const stem = name.replace(/(\.\d{4,5})?\.resx$/, "");
  for (const url of [lcid, 1033].map((language) => webResource(`${stem}.${language}.resx`))) {
    const table = tables.get(url) ?? readNow(url) ?? new Map<string, string>();
    tables.set(url, table);
    const text = table.get(key);
    if (text !== undefined) return text;
  }
  return undefined;
}
