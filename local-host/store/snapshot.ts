import { metadataFromJson, metadataToJson } from "../metadata/json";
import type { Metadata } from "../metadata/model";
import { readSetting, writeSetting } from "./settings";
import type { Sql } from "./sql";

const SETTING = "metadata";

/** The metadata that the store holds; null when it is new. */
export function readSnapshot(sql: Sql): Metadata | null {
  const text = readSetting(sql, SETTING);
  return text === null ? null : metadataFromJson(text);
}

export const writeSnapshot = (sql: Sql, metadata: Metadata): void => writeSetting(sql, SETTING, metadataToJson(metadata));
