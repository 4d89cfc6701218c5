import type { Action, AdvanceItem, JudgePromise, MoveSegment, ScheduleDebtor, SetReason } from "#domain/dunning/actions";
import type { DebtorFacts } from "#domain/dunning/facts";
import type { Outlook } from "#domain/dunning/outlook";
import { decimalText } from "#domain/money/decimal";
import { decisionreason, planStatus, promiseStatus } from "#solution/generated/names";
import { update, type Columns, type Effect } from "../../sdk/effect";
import { reference } from "../../sdk/value";
import { signalEffects } from "../promise/signal";
import { delinquencyEffects } from "../segments/delinquency";
import { figureColumns } from "../segments/figures";
import { membershipEffects } from "../segments/membership";
import { communicationEffects, type Sending } from "./communication";

const stepReference = (id: string | null) => (id === null ? null : reference("duly_strategystep", id));

/** The columns of an outlook that differ from the stored ones. */
function outlookColumns(wanted: Outlook, stored: Outlook | undefined): Columns<"duly_openitem"> & Columns<"duly_debtor"> {
  return {
    ...(stored?.nextActionOn === wanted.nextActionOn ? {} : { duly_nextactionon: wanted.nextActionOn }),
    ...(stored?.nextStepId === wanted.nextStepId ? {} : { duly_nextstep: stepReference(wanted.nextStepId) }),
    ...(stored?.stagesToLegal === wanted.stagesToLegal ? {} : { duly_stagestolegal: wanted.stagesToLegal }),
  };
}

function advance(action: AdvanceItem, facts: DebtorFacts, { asOf }: Sending): Effect {
  const stored = facts.stored.get(action.itemId);
  const row: Columns<"duly_openitem"> = {
    duly_level: action.level, duly_laststep: reference("duly_strategystep", action.stepId), duly_lastactionon: asOf, duly_attempts: action.attempts,
    ...outlookColumns(action.outlook, stored),
    ...(stored?.reason === action.reason ? {} : { duly_reason: decisionreason[action.reason] }),
    ...(stored?.cycle === action.cycle ? {} : { duly_cycle: action.cycle }),
    ...((stored?.deadline ?? null) === action.deadline ? {} : { duly_deadline: action.deadline }),
    ...((stored?.version ?? null) === action.version ? {} : { duly_ladderversion: action.version }),
  };
  return update("duly_openitem", action.itemId, row);
}

function explain(action: SetReason, facts: DebtorFacts): Effect {
  const stored = facts.stored.get(action.itemId);
  return update("duly_openitem", action.itemId, {
    ...(stored?.reason === action.reason ? {} : { duly_reason: decisionreason[action.reason] }), ...outlookColumns(action.outlook, stored),
    ...(action.level === null ? {} : { duly_level: action.level }),
  });
}

const judged = (action: JudgePromise, { asOf }: Sending): Effect => update("duly_promise", action.promiseId, {
  statecode: 1, statuscode: promiseStatus[action.state], duly_paidamount: decimalText(action.paid), duly_judgedon: asOf,
});

function schedule(action: ScheduleDebtor, { debtor }: DebtorFacts): Effect {
  return update("duly_debtor", debtor.id, {
    ...outlookColumns(action.outlook, debtor.outlook),
    ...(debtor.level === action.level ? {} : { duly_level: action.level }),
    ...(debtor.lastActionOn === action.lastActionOn ? {} : { duly_lastactionon: action.lastActionOn }),
  });
}

const moved = ({ segment }: MoveSegment, { debtor }: DebtorFacts): Effect =>
  update("duly_debtor", debtor.id, { duly_segment: segment === null ? null : reference("duly_segment", segment.id) });

type Update = Extract<Effect, { readonly kind: "update" }>;

/** The writes of some actions, those of one debtor's row in one. */
export function debtorEffects(actions: readonly Action[], facts: DebtorFacts, sending: Sending): readonly Effect[] {
  const all = actions.flatMap((action) => actionEffects(action, facts, sending));
  const isOwn = (effect: Effect): effect is Update => effect.kind === "update" && effect.table === "duly_debtor" && effect.id === facts.debtor.id;
  const own = all.filter(isOwn);
  const [first, second] = own;
  if (first === undefined || second === undefined) return all;
  return [...all.filter((effect) => !isOwn(effect)), { ...first, row: own.reduce((row, one) => ({ ...row, ...one.row }), {}) }];
}

/** The writes of one action: only what differs from the stored rows. */
export function actionEffects(action: Action, facts: DebtorFacts, sending: Sending): readonly Effect[] {
  switch (action.kind) {
    case "planCommunication": return communicationEffects(action, sending);
    case "advanceItem": return [advance(action, facts, sending)];
    case "setReason": return [explain(action, facts)];
    case "judgePromise": return [judged(action, sending)];
    case "judgePlan": return [update("duly_plan", action.planId, { statecode: 1, statuscode: planStatus[action.state], duly_judgedon: sending.asOf })];
    case "signalPromise": return signalEffects(action, sending);
    case "scheduleDebtor": return [schedule(action, facts)];
    case "setFigures": return [update("duly_debtor", facts.debtor.id, figureColumns(action.figures, sending))];
    case "moveSegment": return [moved(action, facts), ...membershipEffects(action, sending)];
    case "changeDelinquency": return delinquencyEffects(action.change, sending);
  }
}
