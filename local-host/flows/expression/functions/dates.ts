import { invalidTemplate } from "../../error";
import { integer } from "../arithmetic";
import { addUnits, startOf } from "../time/calculate";
import { formatMoment } from "../time/format";
import { momentTicks, parseMoment, type Moment } from "../time/moment";
import { timeSpan } from "../time/span";
import { toLocal, toUtc, zoneName } from "../time/zones";
import { toDouble, type FlowValue } from "../value";
import { numeric, optionalText, text, whole } from "./arguments";
import { fixed, type FunctionRule, type FunctionTable } from "./rule";

type Given = readonly FlowValue[];

/** Functions of dates and times. A result without a format has format "o": seven digits and, when known to be UTC, "Z". */
export const DATES: FunctionTable = {
  utcnow: fixed(0, 1, (given, context) => shown(parseMoment(context.nowUtc()), given, 0)),
  formatdatetime: fixed(1, 3, (given) => formatMoment(moment(given, 0), optionalText(given, 1, "o"), optionalText(given, 2, "en-US"))),
  parsedatetime: fixed(1, 3, (given) => parseDateTime(given)),
  addseconds: adding("second"), addminutes: adding("minute"), addhours: adding("hour"), adddays: adding("day"),
  addtotime: fixed(3, 4, (given) => shown(addUnits(moment(given, 0), whole(given, 1), text(given, 2)), given, 3)),
  subtractfromtime: fixed(3, 4, (given) => shown(addUnits(moment(given, 0), -whole(given, 1), text(given, 2)), given, 3)),
  getfuturetime: fixed(2, 3, (given, context) => shown(addUnits(parseMoment(context.nowUtc()), whole(given, 0), text(given, 1)), given, 2)),
  getpasttime: fixed(2, 3, (given, context) => shown(addUnits(parseMoment(context.nowUtc()), -whole(given, 0), text(given, 1)), given, 2)),
  startofhour: fixed(1, 2, (given) => shown(startOf(moment(given, 0), "hour"), given, 1)),
  startofday: fixed(1, 2, (given) => shown(startOf(moment(given, 0), "day"), given, 1)),
  startofmonth: fixed(1, 2, (given) => shown(startOf(moment(given, 0), "month"), given, 1)),
  dayofweek: fixed(1, 1, (given) => new Date(moment(given, 0).ms).getUTCDay()),
  dayofmonth: fixed(1, 1, (given) => new Date(moment(given, 0).ms).getUTCDate()),
  dayofyear: fixed(1, 1, (given) => dayOfYear(moment(given, 0))),
  ticks: fixed(1, 1, (given) => integer(momentTicks(moment(given, 0)))),
  datedifference: fixed(2, 2, (given) => timeSpan(momentTicks(moment(given, 1)) - momentTicks(moment(given, 0)))),
  convertfromutc: fixed(2, 3, (given) => shown(fromUtc(moment(given, 0), text(given, 1)), given, 2)),
  converttoutc: fixed(2, 3, (given) => shown(intoUtc(moment(given, 0), text(given, 1)), given, 2)),
  converttimezone: fixed(3, 4, (given) => shown(fromUtc(intoUtc(moment(given, 0), text(given, 1)), text(given, 2)), given, 3)),
};

function moment(given: Given, at: number): Moment {
  return parseMoment(text(given, at));
}

function shown(result: Moment, given: Given, formatAt: number): string {
  return formatMoment(result, optionalText(given, formatAt, "o"));
}

function adding(unit: string): FunctionRule {
  return fixed(2, 3, (given) => shown(addUnits(moment(given, 0), toDouble(numeric(given, 1)), unit), given, 2));
}

/** The locale is accepted but only ISO 8601 and M/d/yyyy are read; another format is refused. */
function parseDateTime(given: Given): string {
  if (given[2] !== undefined || !/^en(-us)?$/i.test(optionalText(given, 1, "en-US"))) {
    throw invalidTemplate("parseDateTime reads ISO 8601 and en-US dates only; a format or another locale is not supported by the local host.");
  }
  return formatMoment(moment(given, 0), "o");
}

function dayOfYear({ ms }: Moment): number {
  return Math.floor((ms - Date.UTC(new Date(ms).getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
}

function fromUtc(source: Moment, zone: string): Moment {
  const name = zoneName(zone);
  return { ...source, ms: toLocal(source.ms, name), utc: name === "UTC" };
}

/** A timestamp that says it is UTC is not shifted twice. */
function intoUtc(source: Moment, zone: string): Moment {
  const name = zoneName(zone);
  return source.utc ? source : { ...source, ms: toUtc(source.ms, name, "later"), utc: true };
}
