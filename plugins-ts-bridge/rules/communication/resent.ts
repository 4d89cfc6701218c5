import type { Day } from "#domain/calendar/day";
import { instantText, type Instant } from "#domain/calendar/instant";
import { worldOf } from "#domain/dunning/world";
import { FaultError } from "#domain/messages/fault";
import { faultText, messageText } from "#domain/messages/text";
import { showsText } from "#domain/templates/visible";
import { answerNow } from "../contact/beforesend";
import { toFacts, type DebtorRows } from "../facts";
import type { Moment } from "../contact/release";
import type { OriginalColumns } from "./copy";

/** What becomes of a chosen message: `skipped` says why it does not go; else it goes at once or at a moment. */
export interface Resent { readonly original: OriginalColumns; readonly scheduledFor: Instant | null; readonly skipped: string | null }

export const nameOf = ({ duly_name: name, duly_communicationid: id }: OriginalColumns): string => name ?? id;

/** What the contact rules say of a copy; a message without words, sent before such were refused, does not go again. */
function resent(original: OriginalColumns, rows: DebtorRows, { known, asOf, nowUtc }: Moment): Resent {
  if (!showsText(original.duly_body ?? "")) return { original, scheduledFor: null, skipped: messageText("DULY-RESEND-008", { communication: nameOf(original) }) };
  const answer = answerNow({ ...original, duly_adhoc: true }, worldOf(toFacts(rows, known), known.policy, asOf), { nowUtc });
  return {
    original, scheduledFor: answer.verdict === "defer" ? answer.until : null,
    skipped: answer.verdict === "deny" ? `${nameOf(original)}: ${faultText(answer.fault)}` : null,
  };
}

/** The debtor as it is for the next of its messages: a copy that goes counts as a contact. */
const contactedAlso = (rows: DebtorRows, { original, scheduledFor, skipped }: Resent, asOf: Day): DebtorRows => (skipped !== null ? rows : {
  ...rows, contacted: [...rows.contacted, { ...original, duly_plannedon: asOf, duly_senton: null, duly_scheduledfor: scheduledFor === null ? null : instantText(scheduledFor), duly_attempts: null, duly_outcome: null }],
});

/** What becomes of the messages of one debtor; a debtor with a broken row is set apart. */
export function resentTo(originals: readonly OriginalColumns[], debtor: DebtorRows, moment: Moment): readonly Resent[] {
  const done: Resent[] = [];
  let rows = debtor;
  for (const original of originals) {
    try {
      const one = resent(original, rows, moment);
      done.push(one);
      rows = contactedAlso(rows, one, moment.asOf);
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      done.push({ original, scheduledFor: null, skipped: `${nameOf(original)}: ${faultText(error.fault)}` });
    }
  }
  return done;
}

/** Every address once, however many messages go to it. */
export const addressesOf = (going: readonly Resent[]): ReadonlySet<string> =>
  new Set(going.flatMap(({ original }) => (original.duly_address ?? "").split(";").map((one) => one.trim().toLowerCase()).filter((one) => one !== "")));
