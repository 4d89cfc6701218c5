import type { WebHost } from "../call";
import type { WebResponse } from "../contract";
import { DataverseError } from "../../service/error";
import { file } from "./mime";
import { decoded } from "../url";

/** `/WebResources/<name>`, also below a version (`/%7B638…%7D/WebResources/<name>`), from the table of web resources; null for other paths. */
export function webResource(host: WebHost, path: string): WebResponse | null {
  const [, encoded] = /^(?:\/(?:%7B|\{)[^/]*(?:%7D|\}))?\/WebResources\/(.+)$/i.exec(path) ?? [];
  if (encoded === undefined) return null;
  const name = decoded(encoded);
  if (!host.service.metadata.tables.has("webresource")) throw missing(name);
  const row = host.sql.get(`SELECT "content" AS content, "webresourcetype" AS kind FROM "webresource" WHERE "name" = ?1`, [name]);
  if (row === null || row["content"] === null) throw missing(name);
  return file(name, Buffer.from(String(row["content"]), "base64"), Number(row["kind"]));
}

const missing = (name: string): DataverseError => new DataverseError("0x80040217", `webresource With Name = ${name} Does Not Exist`, 404);
