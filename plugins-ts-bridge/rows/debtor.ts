import type { ContactPoint } from "#domain/contactpoints/contactpoint";
import { parseDay, type Day } from "#domain/calendar/day";
import { stop } from "#domain/messages/fault";
import type { Debtor } from "#domain/dunning/facts";
import type { ContactpointRow, DebtorRow } from "#solution/generated/names";
import { from } from "../sdk/query";
import { profileColumns } from "./profile";
import { ownZone } from "./calendar";
import { channelOf, kindOf, languageOf, purposeOf } from "./codes";

/** A day of a row; null when empty, stops when it is none. */
export const toDay = (text: string | null): Day | null => (text === null ? null : parseDay(text) ?? stop("DULY-DAY-001", { text }));

export const debtorQuery = () => from("duly_debtor").select(
  "duly_debtorid", "duly_name", "duly_number", "duly_company", "duly_kind", "duly_language", "duly_country", "duly_creditclass", "duly_segment", "duly_strategy",
  "duly_calendar", "duly_preferredchannel", "duly_level", "duly_lastactionon", "duly_nextactionon", "duly_nextstep", "duly_stagestolegal", "duly_lastorderon", "duly_vulnerable", "duly_insolventon", "duly_manualreview",
  "duly_salutation", "duly_timezone", "ownerid", ...profileColumns,
);
export type DebtorColumns = ReturnType<typeof debtorQuery>["row"];

type Read = Pick<DebtorRow, keyof DebtorColumns>;

export const toDebtor = (row: Read, { lastPaymentOn, lastPromise, profile }: Pick<Debtor, "lastPaymentOn" | "lastPromise" | "profile">): Debtor => ({
  profile, lastPromise, salutation: row.duly_salutation ?? "", ownerName: row.ownerid?.name ?? "",
  id: row.duly_debtorid, number: row.duly_number ?? "", name: row.duly_name ?? "", kind: kindOf(row.duly_kind) ?? "company", country: row.duly_country,
  language: languageOf(row.duly_language), preferredChannel: channelOf(row.duly_preferredchannel), calendarId: row.duly_calendar?.id ?? null, creditClassId: row.duly_creditclass?.id ?? null, segmentId: row.duly_segment?.id ?? null, strategyId: row.duly_strategy?.id ?? null,
  level: row.duly_level ?? 0, lastActionOn: toDay(row.duly_lastactionon),
  outlook: { nextActionOn: toDay(row.duly_nextactionon), nextStepId: row.duly_nextstep?.id ?? null, stagesToLegal: row.duly_stagestolegal },
  lastOrderOn: toDay(row.duly_lastorderon), lastPaymentOn, vulnerable: row.duly_vulnerable ?? false, insolventOn: toDay(row.duly_insolventon), manualReview: row.duly_manualreview ?? false,
  owner: row.ownerid == null ? null : { table: row.ownerid.logicalName === "team" ? "team" : "systemuser", id: row.ownerid.id }, zone: ownZone(row.duly_timezone, `duly_debtor ${row.duly_number ?? ""}`),
});

export const toContactPoint = (row: Pick<ContactpointRow, "duly_name" | "duly_channel" | "duly_purpose" | "duly_primary" | "duly_bounced" | "duly_invalid">): ContactPoint => ({
  address: row.duly_name ?? "", channel: channelOf(row.duly_channel) ?? "email", purpose: purposeOf(row.duly_purpose) ?? "main",
  primary: row.duly_primary ?? false, bounced: row.duly_bounced ?? false, invalid: row.duly_invalid ?? false,
});
