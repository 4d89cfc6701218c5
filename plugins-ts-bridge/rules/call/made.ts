import { instantText, parseInstant } from "#domain/calendar/instant";
import { callMoment, callsAtMost, nextAttempt } from "#domain/contactrules/calls";
import { worldOf } from "#domain/dunning/world";
import { stop } from "#domain/messages/fault";
import { calloutcome, channel, communicationStatus } from "#solution/generated/names";
import { contactPurposeOf } from "../../rows/codes";
import { collectorHoursQuery, hoursOf, toCallers } from "../../rows/collector";
import { set, update, type Effect } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";
import { defineStep, type StepContext } from "../../sdk/rule";
import { differs } from "../../sdk/value";
import { countedFrom } from "../communication/left";
import { readDebtor } from "../run/debtor";
import { phonecallEnded } from "./ended";
import { movedPhonecall, phonecallCreated, phonecallEffect, phonecallStates } from "./phonecall";

const table = "duly_communication";
type Context = StepContext<typeof table>;
const columns = ["duly_name", "duly_channel", "duly_outcome", "duly_attempts", "duly_address", "duly_debtor", "duly_company", "duly_purpose", "duly_phonecall", "duly_strategystep", "duly_scheduledfor", "ownerid", "duly_plannedon", "duly_senton", "duly_ladderstays"];

/** A call that was made: when, and how often so far. */
const counted = defineStep(
  { id: "call.counted", message: "Update", table, stage: "PreOperation", rank: 2, filteringAttributes: ["statuscode"], images: { pre: ["duly_channel", "duly_attempts", "statuscode"] } },
  function* ({ target, preImage, nowUtc }) {
    const closes = preImage.duly_channel === channel.phone && target.statuscode === communicationStatus.done && preImage.statuscode !== communicationStatus.done;
    return closes ? set(table, { duly_attempts: (preImage.duly_attempts ?? 0) + 1, duly_senton: target.duly_senton ?? nowUtc }) : [];
  },
);

function* scriptOf(stepId: string | undefined): Reading<string> {
  if (stepId === undefined) return "";
  const [row] = yield* read(from("duly_strategystep").select("duly_script").where(["duly_strategystepid", "eq", stepId]));
  return row?.duly_script ?? "";
}

/** The next attempt at a call that nobody answered; nothing when the rules allow none, or only a person may plan one. */
function* again({ postImage: call, primaryId, nowUtc }: Context): Reading<readonly Effect[]> {
  const { facts, known: { policy }, asOf } = yield* readDebtor(call.duly_debtor?.id ?? "", null, { nowUtc });
  const callers = toCallers(yield* read(collectorHoursQuery(policy.company.id)), { zone: policy.company.timeZone, calendar: policy.calendar });
  const { recipient } = worldOf(facts, policy, asOf).permission;
  if (recipient.vulnerable) return [];
  const contact = { channel: "phone", customChannelId: null, purpose: contactPurposeOf(call.duly_purpose) ?? "dunning" } as const;
  const shift = hoursOf(callers.find(({ userId }) => userId === call.ownerid?.id));
  const at = callMoment(nextAttempt(parseInstant(nowUtc) ?? stop("DULY-DAY-001", { text: nowUtc }), recipient), contact, { who: recipient, rules: policy.contactRules, shift });
  if (at === null) return [];
  const name = `${primaryId}|call`;
  const attempt = { subject: call.duly_name ?? "", number: call.duly_address ?? "", script: yield* scriptOf(call.duly_strategystep?.id), at, debtorId: facts.debtor.id, owner: call.ownerid ?? null };
  return [
    phonecallEffect(attempt, name),
    update(table, primaryId, { statecode: 0, statuscode: communicationStatus.ready, duly_outcome: null, duly_scheduledfor: instantText(at), duly_phonecall: phonecallCreated(name) }),
  ];
}

const leaving: readonly (number | undefined)[] = [communicationStatus.sent, communicationStatus.delivered, communicationStatus.served];

/** A call that is said to have left was made: it is closed, at the time that was entered. */
const closed = ({ primaryId, target: { duly_senton: sentOn } }: Context): Effect =>
  update(table, primaryId, { statecode: 1, statuscode: communicationStatus.done, ...(sentOn == null ? {} : { duly_senton: sentOn }) });

/** A call was made: its activity is completed; when nobody answered it is tried again on the next business day, at most so often (claims.md T-18). When no further attempt follows, its items count from that day. */
const answered = defineStep(
  { id: "call.made", message: "Update", table, stage: "PostOperation", filteringAttributes: ["statuscode"], images: { post: columns } },
  function* (context) {
    const { postImage: call, target } = context;
    if (call.duly_channel !== channel.phone) return [];
    if (leaving.includes(target.statuscode)) return [closed(context)];
    if (target.statuscode !== communicationStatus.done) return [];
    const made = call.duly_phonecall == null ? [] : [update("phonecall", call.duly_phonecall.id, { ...phonecallStates.made })];
    const retried = call.duly_outcome === calloutcome.noAnswer && (call.duly_attempts ?? 0) < callsAtMost;
    const next = retried ? yield* again(context) : [];
    return [...made, ...(next.length > 0 ? next : yield* countedFrom(context.primaryId, call, context))];
  },
);

const ended: readonly (number | undefined)[] = [communicationStatus.cancelled, communicationStatus.suppressed, communicationStatus.failed];

/** The activity follows its call: to another collector, to another time, or out of the calendar. */
const followed = defineStep(
  { id: "call.followed", message: "Update", table, stage: "PostOperation", rank: 2, filteringAttributes: ["ownerid", "duly_scheduledfor", "statuscode"], images: { post: ["duly_channel", "duly_phonecall"] } },
  function* ({ postImage: call, target }) {
    const id = call.duly_phonecall?.id;
    if (call.duly_channel !== channel.phone || id === undefined || "duly_phonecall" in target) return [];
    const at = parseInstant(target.duly_scheduledfor ?? "");
    return [
      ...(at === null ? [] : [movedPhonecall(id, at)]), ...(target.ownerid == null ? [] : [update("phonecall", id, { ownerid: target.ownerid })]),
      ...(ended.includes(target.statuscode) ? [update("phonecall", id, { ...phonecallStates.cancelled })] : []),
    ];
  },
);

/** A person who gives a call to somebody decided about it: it is not given away when calls are balanced. */
const given = defineStep(
  { id: "call.given", message: "Update", table, stage: "PreOperation", rank: 2, filteringAttributes: ["ownerid"], images: { pre: ["duly_channel", "ownerid"] } },
  function* ({ target, preImage, depth }) {
    const byHand = depth === 1 && preImage.duly_channel === channel.phone && target.ownerid != null && differs(target.ownerid, preImage.ownerid);
    return byHand ? set(table, { duly_unassigned: false }) : [];
  },
);

export const callRules = [counted, answered, followed, given, phonecallEnded];
