import { parseClock } from "#domain/calendar/instant";
import { parseDay, type Day } from "#domain/calendar/day";
import type { ContactRule } from "#domain/contactrules/contactrule";
import { fault, type Fault } from "#domain/messages/fault";
import { from } from "../sdk/query";
import { weekdaysOf } from "./calendar";
import { channelOf, contactPurposeOf, contactRuleKindOf, kindOf } from "./codes";

export const contactRuleQuery = () => from("duly_contactrule").select(
  "duly_contactruleid", "duly_code", "duly_name", "duly_pack", "duly_kind", "duly_channel", "duly_customchannel", "duly_purpose", "duly_debtorkind", "duly_country", "duly_weekdays",
  "duly_fromtime", "duly_totime", "duly_most", "duly_perdays", "duly_validfrom", "duly_validto",
).where(["statecode", "eq", 0]);
export type ContactRuleColumns = ReturnType<typeof contactRuleQuery>["row"];

/** What a row says, and the first of its columns that is wrong. */
interface Reading { readonly weekdays: readonly number[] | null; readonly from: number; readonly to: number; readonly wrong: string | null }

function hoursOf({ duly_weekdays: days, duly_fromtime: begin, duly_totime: end }: ContactRuleColumns): Reading {
  const written = days === null || days.trim() === "" ? null : days;
  const weekdays = written === null ? null : weekdaysOf(written);
  const [start, stop] = [begin === null ? 0 : parseClock(begin), end === null ? 1440 : parseClock(end)];
  const wrong = written !== null && weekdays === null ? "duly_weekdays" : start === null ? "duly_fromtime" : stop === null || stop <= start ? "duly_totime" : null;
  return { weekdays, from: start ?? 0, to: stop ?? 1440, wrong };
}

/** The first column that a rule of its kind lacks or that cannot be read. */
function wrongColumn(row: ContactRuleColumns, hours: Reading): string | null {
  const kind = contactRuleKindOf(row.duly_kind);
  if (kind === null) return "duly_kind";
  if (parseDay(row.duly_validfrom ?? "") === null) return "duly_validfrom";
  if (kind === "window") return hours.wrong;
  if (kind === "require" && channelOf(row.duly_channel) === null) return "duly_channel";
  if ((kind === "cap" || kind === "pause") && row.duly_perdays === null) return "duly_perdays";
  return kind === "cap" && row.duly_most === null ? "duly_most" : null;
}

const faultOf = (row: ContactRuleColumns, hours: Reading): Fault | null => {
  const column = wrongColumn(row, hours);
  return column === null ? null : fault("DULY-CONTACT-020", { rule: row.duly_code ?? row.duly_contactruleid, column });
};

function toContactRule(row: ContactRuleColumns): ContactRule {
  const hours = hoursOf(row);
  return {
    code: row.duly_code ?? "", name: row.duly_name ?? row.duly_code ?? "", pack: row.duly_pack ?? "", kind: contactRuleKindOf(row.duly_kind) ?? "forbid", channel: channelOf(row.duly_channel),
    customChannelId: row.duly_customchannel?.id ?? null, purpose: contactPurposeOf(row.duly_purpose), debtorKind: kindOf(row.duly_debtorkind), country: row.duly_country,
    hours: { weekdays: hours.weekdays, from: hours.from, to: hours.to }, most: row.duly_most ?? 0, perDays: row.duly_perdays ?? 0,
    validFrom: parseDay(row.duly_validfrom ?? "") ?? ("0001-01-01" as Day), validTo: parseDay(row.duly_validto ?? ""), fault: faultOf(row, hours),
  };
}

/** Contact rules in the order of their codes; one that is broken says so to the debtors that it governs. */
export const toContactRules = (rows: readonly ContactRuleColumns[]): readonly ContactRule[] =>
  rows.map(toContactRule).sort((left, right) => (left.code < right.code ? -1 : 1));
