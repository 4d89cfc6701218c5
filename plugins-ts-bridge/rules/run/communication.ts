import type { Day } from "#domain/calendar/day";
import { instantText } from "#domain/calendar/instant";
import { chargesTotal } from "#domain/charges/charge";
import { costOf, costText, type CostRate } from "#domain/costs/cost";
import { smsSegments } from "#domain/templates/sms";
import type { Line, PlanCommunication } from "#domain/dunning/actions";
import type { Debtor } from "#domain/dunning/facts";
import { decimalText } from "#domain/money/decimal";
import { faultText } from "#domain/messages/text";
import { channel, communicationStatus, contactrulepurpose, language } from "#solution/generated/names";
import { currencyReference } from "../../rows/currencies";
import { create, type Effect } from "../../sdk/effect";
import { reference } from "../../sdk/value";
import { callParts } from "../call/plan";
import type { Calling } from "../call/read";
import { chargeEffects } from "../charge/effects";
import type { Charging } from "../charge/read";
import type { Histories } from "../segments/histories";
import type { ReadPolicy } from "./read";
import { render, templateName } from "./render";

/** What the messages of one debtor have in common. */
export interface Sending {
  readonly debtor: Debtor;
  readonly asOf: Day;
  /** null = no run: a person asked for it. */
  readonly runId: string | null;
  /** Who runs the run, or asked for the message. */
  readonly userId: string;
  readonly read: ReadPolicy;
  /** What messages cost. */
  readonly costs: readonly CostRate[];
  /** Who makes the calls. */
  readonly calling: Calling;
  /** null = the company charges nothing. */
  readonly charging: Charging | null;
  /** What segments and delinquencies were before. */
  readonly histories: Histories;
}

/** "debtor|EUR|2026-03-05|step|email": the same message is never planned twice. */
const uniqueKey = ({ total, step, channel: by }: PlanCommunication, { debtor, asOf, runId }: Sending): string =>
  [debtor.id, total.currency.code, asOf, step.id, by, ...(runId === null ? ["adhoc"] : [])].join("|");

function lineEffect(line: Line, charges: PlanCommunication["charges"][number] | undefined, communication: string, { read }: Sending): Effect {
  const { item, step, dueOn, daysPastDue, shiftedDays, open } = line;
  return create("duly_communicationline", {
    duly_name: `${item.name} – ${step.sequence}`.slice(0, 150), duly_communication: { logicalName: "duly_communication", created: communication },
    duly_openitem: reference("duly_openitem", item.id), duly_strategystep: reference("duly_strategystep", step.id), duly_cycle: item.ladder.cycle, duly_level: step.sequence,
    duly_duedate: dueOn, duly_dayspastdue: daysPastDue, duly_shifteddays: shiftedDays, duly_amount: decimalText(item.amount), duly_openamount: decimalText(open),
    ...(charges === undefined ? {} : { duly_charges: decimalText(chargesTotal([charges], open.currency)) }),
    transactioncurrencyid: currencyReference(open, read.currencies),
  });
}

const fallbackColumns = ({ fallback, channel: by }: PlanCommunication) =>
  (fallback === null ? { duly_wantedchannel: channel[by] } : { duly_wantedchannel: channel[fallback.wanted], duly_fallback: faultText(fallback.fault).slice(0, 400) });

const customChannel = ({ step, channel: by }: PlanCommunication) =>
  (step.customChannelId === null || by !== "other" ? {} : { duly_customchannel: reference("duly_customchannel", step.customChannelId) });

/** What the message costs by the company's rates, where one is known. */
function costColumns({ channel: by }: PlanCommunication, body: string, { asOf, costs }: Sending) {
  const segments = by === "sms" ? smsSegments(body) : null;
  const cost = costOf({ channel: by, day: asOf, segments: segments ?? 1 }, costs);
  return { ...(segments === null ? {} : { duly_segments: segments }), ...(cost === null ? {} : { duly_cost: costText(cost) }) };
}

/** A message that must wait for its hours is planned until it is released; a call is ready for its collector, with its time. */
function scheduled({ needsApproval, scheduledFor, channel: by }: PlanCommunication) {
  const statuscode = needsApproval ? communicationStatus.awaitingApproval : scheduledFor === null || by === "phone" ? communicationStatus.ready : communicationStatus.planned;
  return { statuscode, ...(scheduledFor === null ? {} : { duly_scheduledfor: instantText(scheduledFor) }) };
}

/** The message, its lines and its charges as rows, rendered and frozen. */
export function communicationEffects(planned: PlanCommunication, sending: Sending): readonly Effect[] {
  const { debtor, asOf, runId, userId, read } = sending;
  const { company } = read.policy;
  const { subject, body } = render({ communication: planned, template: templateName(planned.templateId, read.policy), debtor, company, asOf });
  const key = uniqueKey(planned, sending);
  const call = callParts(planned, key, subject === "" ? company.name : subject, sending);
  const row = create("duly_communication", {
    duly_name: subject === "" ? company.name : subject, duly_body: body, duly_debtor: reference("duly_debtor", debtor.id), duly_company: reference("duly_company", company.id),
    ...(runId === null ? { duly_adhoc: true } : { duly_run: reference("duly_run", runId) }), duly_plannedby: reference("systemuser", userId), duly_strategystep: reference("duly_strategystep", planned.step.id), duly_channel: channel[planned.channel],
    duly_level: planned.step.sequence, duly_template: reference("duly_template", planned.templateId), duly_language: language[planned.text.language], duly_address: planned.address, duly_sender: company.sender,
    duly_total: decimalText(planned.total), duly_plannedon: asOf, duly_uniquekey: key, transactioncurrencyid: currencyReference(planned.total, read.currencies),
    duly_purpose: contactrulepurpose[planned.step.purpose], duly_deadline: planned.deadline, ...fallbackColumns(planned), ...customChannel(planned),
    ...costColumns(planned, body, sending), ...(planned.movesLadder ? {} : { duly_ladderstays: true }), ...(planned.charges.length === 0 ? {} : { duly_charges: decimalText(chargesTotal(planned.charges, planned.total.currency)) }),
    ...scheduled(planned), ...call.columns,
  }, key);
  return [...call.effects, row, ...planned.lines.map((line, index) => lineEffect(line, planned.charges[index], key, sending)), ...chargeEffects(planned, key, sending)];
}
