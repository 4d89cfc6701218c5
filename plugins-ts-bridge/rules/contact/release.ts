import type { Day } from "#domain/calendar/day";
import { worldOf } from "#domain/dunning/world";
import { instantText, minutesOfDay, parseInstant } from "#domain/calendar/instant";
import { FaultError, stop } from "#domain/messages/fault";
import { faultText, messageText } from "#domain/messages/text";
import { communicationStatus } from "#solution/generated/names";
import { debtorQuery } from "../../rows/debtor";
import { groupBy } from "../../rows/group";
import { outputs, update, type Effect } from "../../sdk/effect";
import { businessDayOf, idInput } from "../../sdk/input";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";
import { defineApi } from "../../sdk/rule";
import { readDebtors, toFacts, type DebtorRows } from "../facts";
import { readPolicy, type ReadPolicy } from "../run/read";
import { answerNow, contactColumns, putOff, type ContactColumns } from "./beforesend";
import { withContacts } from "./read";

const table = "duly_communication";

/** Messages of one call at most: each is one write, and their debtors are read together. */
const most = 200;

const waitingQuery = (companyId: string, nowUtc: string) => from(table).select(...contactColumns, "duly_debtor")
  .where(["duly_company", "eq", companyId], ["statuscode", "eq", communicationStatus.planned], ["duly_scheduledfor", "le", nowUtc]).orderBy("duly_scheduledfor").first(most);
type Waiting = ReturnType<typeof waitingQuery>["row"];

interface Released { readonly effects: readonly Effect[]; readonly released: number }

/** When messages are judged, and by which policy. */
export interface Moment { readonly known: ReadPolicy; readonly asOf: Day; readonly nowUtc: string }

/** What the contact rules make of one message whose moment has come. */
function judged(row: ContactColumns, rows: DebtorRows, { known, asOf, nowUtc }: Moment): Released {
  const others = { ...rows, contacted: rows.contacted.filter((one) => one.duly_communicationid !== row.duly_communicationid) };
  const answer = answerNow(row, worldOf(toFacts(others, known), known.policy, asOf), { nowUtc });
  if (answer.verdict === "allow") return { effects: [update(table, row.duly_communicationid, { statuscode: communicationStatus.ready })], released: 1 };
  if (answer.verdict === "defer") return { effects: [putOff(row, answer.until)], released: 0 };
  const note = messageText(answer.fault.code, answer.fault.parameters);
  return { effects: [update(table, row.duly_communicationid, { statecode: 1, statuscode: communicationStatus.suppressed, duly_note: note })], released: 0 };
}

/** A message of a debtor whose rows cannot be read waits another day, with the reason as its note; those of the others are not held up. */
function outcomeOf(row: ContactColumns, rows: DebtorRows, moment: Moment): Released {
  try {
    return judged(row, rows, moment);
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    const tomorrow = instantText((parseInstant(moment.nowUtc) ?? stop("DULY-CONTACT-006", { text: moment.nowUtc })) + minutesOfDay);
    return { effects: [update(table, row.duly_communicationid, { duly_scheduledfor: tomorrow, duly_note: faultText(error.fault) })], released: 0 };
  }
}

/** The debtors of some messages, with their contacts so far, by id. */
export function* debtorsOf(messages: readonly Pick<Waiting, "duly_debtor">[], known: ReadPolicy, asOf: Day): Reading<ReadonlyMap<string, DebtorRows>> {
  const ids = [...new Set(messages.flatMap(({ duly_debtor: debtor }) => debtor?.id ?? []))];
  const debtors = yield* read(debtorQuery().where(["duly_debtorid", "in", ids]));
  const rows = yield* withContacts(yield* readDebtors(debtors, asOf, known.policy.segments), known.policy, asOf);
  return new Map(rows.map((one) => [one.debtor.duly_debtorid, one]));
}

export const releaseMessages = defineApi({
  id: "duly_ReleaseMessages", label: "Release messages",
  help: "Makes the messages ready whose scheduled moment has come and that the contact rules allow now.",
  request: { CompanyId: { type: "Guid", help: "The company." } },
  response: {
    Released: { type: "Integer", help: "Messages made ready." },
    Left: { type: "Integer", help: "Messages put off or suppressed by a contact rule." },
  },
}, function* (context) {
  const companyId = idInput(context, "CompanyId");
  const waiting = yield* read(waitingQuery(companyId, context.nowUtc));
  if (waiting.length === 0) return outputs({ Released: 0, Left: 0 });
  const known = yield* readPolicy(companyId);
  const asOf = businessDayOf(context, known.policy.company.timeZone);
  const debtors = yield* debtorsOf(waiting, known, asOf);
  const outcomes = [...groupBy(waiting, (row) => row.duly_debtor?.id ?? "")].flatMap(([id, rows]) => {
    const debtor = debtors.get(id);
    return debtor === undefined ? [] : rows.map((row) => outcomeOf(row, debtor, { known, asOf, nowUtc: context.nowUtc }));
  });
  const released = outcomes.reduce((sum, one) => sum + one.released, 0);
  return [...outcomes.flatMap(({ effects }) => effects), ...outputs({ Released: released, Left: outcomes.length - released })];
});
