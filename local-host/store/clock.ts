import type { Clock } from "../host.contract";
import { DataverseError } from "../service/error";
import { readSetting, writeSetting } from "./settings";
import type { Sql } from "./sql";

const SETTING = "clock";
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

const isInstant = (text: string): boolean => INSTANT.test(text) && !Number.isNaN(Date.parse(text));

/** The clock kept in the store. */
export function createClock(sql: Sql): Clock {
  let fixed = readSetting(sql, SETTING);
  return {
    now: () => fixed ?? `${new Date().toISOString().slice(0, 19)}Z`,
    set(nowUtc) {
      if (nowUtc !== null && !isInstant(nowUtc)) {
        throw new DataverseError("0x80048071", `The clock cannot be set to '${nowUtc}'. Give the time in UTC as YYYY-MM-DDTHH:MM:SSZ.`);
      }
      writeSetting(sql, SETTING, nowUtc);
      fixed = nowUtc;
    },
  };
}
