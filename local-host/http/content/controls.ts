import type { WebHost } from "../call";
import type { WebResponse } from "../contract";
import { DataverseError } from "../../service/error";
import { file } from "./mime";
import { decoded } from "../url";

/** `/controls/<control>/<file>`: a file of an imported PCF control; null for other paths. */
export function controlFile(host: WebHost, path: string): WebResponse | null {
  const [, encoded] = /^\/controls\/(.+)$/.exec(path) ?? [];
  if (encoded === undefined) return null;
  const name = decoded(encoded);
  const row = host.sql.get(`SELECT "content" AS content FROM "__file" WHERE "path" = ?1`, [`Controls/${name}`]);
  const content = row?.["content"];
  if (content === null || content === undefined) throw new DataverseError("0x80040217", `customcontrol file With Path = ${name} Does Not Exist`, 404);
  return file(name, content instanceof Uint8Array ? content : Buffer.from(String(content)));
}
