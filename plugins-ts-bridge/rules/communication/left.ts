import { addDays, daysBetween } from "#domain/calendar/arithmetic";
import { earlier, later, type Day } from "#domain/calendar/day";
import { parseInstant, type Instant } from "#domain/calendar/instant";
import { localOf } from "#domain/calendar/zones";
import { stop } from "#domain/messages/fault";
import { channel, type CommunicationRow } from "#solution/generated/names";
import { companyZone } from "../../rows/calendar";
import { toDay } from "../../rows/debtor";
import { isUnsent } from "../../rows/messagestate";
import { update, type Effect } from "../../sdk/effect";
import { todayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { touch } from "../debtor/touch";
import { linesOf, standsAt, type TellingRow } from "./climbed";
import { hasLeft } from "./frozen";

const table = "duly_communication";

/** What says when a message left, and whose it is. */
export const leavingColumns = ["duly_debtor", "duly_company", "duly_plannedon", "duly_senton", "duly_ladderstays"] as const;
export type Leaving = Partial<Pick<CommunicationRow, (typeof leavingColumns)[number]>>;

/** The company's day at an instant. */
function* dayIn(companyId: string | undefined, at: Instant): Reading<Day> {
  const [company] = companyId === undefined ? [] : yield* read(from("duly_company").select("duly_name", "duly_timezone").where(["duly_companyid", "eq", companyId]));
  return localOf(at, companyZone({ name: company?.duly_name ?? null, id: companyId ?? "", timeZone: company?.duly_timezone ?? null })).day;
}

/** An item that still stands at the step counts from the day on which it was told, and has as many days to pay as the step gives. */
function counted(line: TellingRow, day: Day): readonly Effect[] {
  const before = toDay(line["item.duly_lastactionon"]);
  if (line.duly_openitem === null || !standsAt(line) || before === null || before >= day) return [];
  const deadline = toDay(line["item.duly_deadline"]);
  return [update("duly_openitem", line.duly_openitem.id, {
    duly_lastactionon: day, ...(deadline === null ? {} : { duly_deadline: addDays(deadline, daysBetween(before, day)) }),
  })];
}

/** The debtor was written to on that day, and the next night looks what that changes. */
function* contacted(debtorId: string, day: Day, today: Day): Reading<readonly Effect[]> {
  const [debtor] = yield* read(from("duly_debtor").select("duly_nextactionon", "duly_lastactionon").where(["duly_debtorid", "eq", debtorId]));
  if (debtor === undefined) return [];
  return [update("duly_debtor", debtorId, { duly_lastactionon: later(toDay(debtor.duly_lastactionon) ?? day, day), duly_nextactionon: earlier(toDay(debtor.duly_nextactionon) ?? today, today) })];
}

const instantOf = (text: string): Instant => parseInstant(text) ?? stop("DULY-DAY-001", { text });

/** When a message left; nothing left later than now. */
const leftAt = (sentOn: string | null | undefined, nowUtc: string): Instant => Math.min(instantOf(sentOn ?? nowUtc), instantOf(nowUtc));

/**
 * What changes when a message left on a later day than it was planned for, such as a letter that lay or a call that was answered at the third attempt: the ladder of its items counts from that day.
 * One that left on its day and was noted later is looked at, for the next step may have waited for it. Nothing where it left, and was noted, on its day. Source: cases.md A-30, the next step counts from the actual send.
 */
export function* countedFrom(communicationId: string, message: Leaving, { nowUtc, today }: { readonly nowUtc: string; readonly today: string }): Reading<readonly Effect[]> {
  const { duly_debtor: debtor, duly_company: company, duly_senton: sentOn, duly_ladderstays: stays } = message;
  const plannedOn = toDay(message.duly_plannedon ?? null);
  if (stays === true || plannedOn === null || debtor == null) return [];
  const day = yield* dayIn(company?.id, leftAt(sentOn, nowUtc));
  if (day <= plannedOn) return todayOf({ today }) > plannedOn ? yield* touch([debtor], { today: todayOf({ today }), from: null }) : [];
  const lines = yield* read(linesOf(communicationId));
  if (lines.length === 0) return [];
  return [...lines.flatMap((line) => counted(line, day)), ...(yield* contacted(debtor.id, day, todayOf({ today })))];
}

/** A message other than a call left; a call is looked at when no further attempt is planned. */
export const communicationLeft = defineStep(
  { id: "communication.left", message: "Update", table, stage: "PostOperation", filteringAttributes: ["statuscode"], images: { pre: ["statuscode"], post: ["statuscode", "duly_channel", ...leavingColumns] } },
  function* ({ preImage, postImage, primaryId, ...call }) {
    if (!isUnsent(preImage.statuscode) || postImage.duly_channel === channel.phone || !hasLeft(postImage)) return [];
    return yield* countedFrom(primaryId, postImage, call);
  },
);
