import { stop } from "#domain/messages/fault";
import { messageText } from "#domain/messages/text";
import { channel } from "#solution/generated/names";
import { costRateQuery, toCostRate } from "../../rows/costs";
import { groupBy } from "../../rows/group";
import { outputs, type Effect } from "../../sdk/effect";
import { businessDayOf, flagInput, idInput, idListOf, textInput } from "../../sdk/input";
import { read, type Reading } from "../../sdk/reading";
import { defineApi, type Context } from "../../sdk/rule";
import { debtorsOf, type Moment } from "../contact/release";
import { readPolicy, readRun } from "../run/read";
import { copiesQuery, copyEffect, originalsQuery, type OriginalColumns } from "./copy";
import { hasLeft } from "./frozen";
import { addressesOf, nameOf, resentTo, type Resent } from "./resent";

/** Messages of one call at most: each is one write, and their debtors are read together. */
const most = 200;

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

function chosenIds(context: Context): readonly string[] {
  const ids = idListOf(textInput(context, "CommunicationIds"));
  if (ids.length === 0) return stop("DULY-RULE-002", { input: "CommunicationIds" });
  return ids.length > most ? stop("DULY-RESEND-006", { count: ids.length, most }) : ids;
}

/** Refuses a message that the run did not send. */
function refuseUnsent(original: OriginalColumns, run: { readonly id: string; readonly name: string }): void {
  const communication = nameOf(original);
  if (original.duly_run?.id !== run.id) stop("DULY-RESEND-002", { communication, run: run.name });
  if (original.duly_channel === channel.phone) stop("DULY-RESEND-005", { communication });
  if (!hasLeft(original)) stop("DULY-RESEND-003", { communication });
}

/** The chosen messages, every one of them sent by the run. */
function* originalsOf(ids: readonly string[], run: { readonly id: string; readonly name: string }): Reading<readonly OriginalColumns[]> {
  const found = new Map((yield* read(originalsQuery(ids.filter(isId)))).map((row) => [row.duly_communicationid, row]));
  return ids.map((id) => {
    const original = found.get(id) ?? stop("DULY-COMMUNICATION-001", { communication: id });
    refuseUnsent(original, run);
    return original;
  });
}

/** What becomes of messages of one company; refused when one of them was resent that day already. */
function* resentAmong(originals: readonly OriginalColumns[], moment: Moment): Reading<readonly Resent[]> {
  const copies = yield* read(copiesQuery(originals.map(({ duly_communicationid: id }) => id), moment.asOf));
  const again = originals.find(({ duly_communicationid: id }) => copies.some((copy) => copy.duly_resendof?.id === id));
  if (again !== undefined) return stop("DULY-RESEND-004", { communication: nameOf(again) });
  const debtors = yield* debtorsOf(originals, moment.known, moment.asOf);
  return [...groupBy(originals, (row) => row.duly_debtor?.id ?? "")].flatMap(([id, rows]) => resentTo(rows, debtors.get(id) ?? stop("DULY-DEBTOR-001", { debtor: id }), moment));
}

/** What goes and what does not, counted and in words. */
function resentOutputs(all: readonly Resent[], written: boolean): readonly Effect[] {
  const going = all.filter(({ skipped }) => skipped === null);
  const counts = { Messages: going.length, Addresses: addressesOf(going).size, Deferred: going.filter(({ scheduledFor }) => scheduledFor !== null).length };
  const text = messageText(written ? "DULY-RESEND-007" : "DULY-RESEND-001", { messages: counts.Messages, chosen: all.length, addresses: counts.Addresses, deferred: counts.Deferred });
  return outputs({ Written: written, ...counts, Skipped: all.flatMap(({ skipped }) => skipped ?? []).join("\n"), Text: text });
}

/** The copies of what goes. */
function* copiesOf(all: readonly Resent[], { known, asOf }: Moment, userId: string): Reading<readonly Effect[]> {
  const costs = (yield* read(costRateQuery(known.policy.company.id))).flatMap(toCostRate);
  return all.flatMap(({ original, scheduledFor, skipped }) => (skipped === null ? [copyEffect(original, scheduledFor, { asOf, userId, costs })] : []));
}

export const resendMessages = defineApi({
  id: "duly_ResendMessages", label: "Resend messages",
  help: "Sends chosen messages of one run again, word for word; without Confirm it only says what would go.",
  request: {
    RunId: { type: "Guid", help: "The run that sent them." },
    CommunicationIds: { type: "String", help: "Ids of the messages, separated by commas, at most 200." },
    Confirm: { type: "Boolean", help: "Sends them; otherwise nothing is written.", optional: true },
  },
  response: {
    Written: { type: "Boolean", help: "The copies were created; no = call again with Confirm." },
    Messages: { type: "Integer", help: "Messages that go, at once or later." },
    Addresses: { type: "Integer", help: "Different addresses that they go to." },
    Deferred: { type: "Integer", help: "How many of them a contact rule puts off." },
    Skipped: { type: "String", help: "Messages that a contact rule denies, each with its reason; empty = none." },
    Text: { type: "String", help: "The answer in words." },
  },
}, function* (context) {
  const written = flagInput(context, "Confirm");
  const ids = chosenIds(context);
  const run = yield* readRun(idInput(context, "RunId"));
  const originals = yield* originalsOf(ids, { id: run.duly_runid, name: run.duly_name ?? run.duly_runid });
  const known = yield* readPolicy(run.duly_company?.id ?? "");
  const moment = { known, asOf: businessDayOf(context, known.policy.company.timeZone), nowUtc: context.nowUtc };
  const all = yield* resentAmong(originals, moment);
  return [...(written ? yield* copiesOf(all, moment, context.userId) : []), ...resentOutputs(all, written)];
});
