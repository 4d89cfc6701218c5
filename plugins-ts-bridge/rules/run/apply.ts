import type { Action, AdvanceItem, JudgePromise, ScheduleDebtor, SetReason } from "#domain/dunning/actions";
import type { DebtorFacts } from "#domain/dunning/facts";
import { decimalText } from "#domain/money/decimal";
import { decisionreason, promiseStatus } from "#solution/generated/names";
import { update, type Columns, type Effect } from "../../sdk/effect";
import { reference } from "../../sdk/value";
import { communicationEffects, type Sending } from "./communication";

/** Columns of an update without those that stay as they are. */
const changed = <C extends object>(wanted: C, same: readonly (keyof C)[]): Partial<C> =>
  Object.fromEntries(Object.entries(wanted).filter(([column]) => !same.includes(column as keyof C))) as Partial<C>;

function advance(action: AdvanceItem, facts: DebtorFacts, { asOf }: Sending): Effect {
  const stored = facts.stored.get(action.itemId);
  const row: Columns<"duly_openitem"> = {
    duly_level: action.level, duly_laststep: reference("duly_strategystep", action.stepId), duly_lastactionon: asOf,
    duly_nextactionon: action.nextActionOn, duly_reason: decisionreason.reminded,
    duly_cycle: action.cycle,
  };
  const same = [...(stored?.reason === "reminded" ? (["duly_reason"] as const) : []), ...(stored?.cycle === action.cycle ? (["duly_cycle"] as const) : [])];
  return update("duly_openitem", action.itemId, changed(row, same));
}

function explain(action: SetReason, facts: DebtorFacts): Effect {
  const stored = facts.stored.get(action.itemId);
  const row: Columns<"duly_openitem"> = { duly_reason: decisionreason[action.reason], duly_nextactionon: action.nextActionOn };
  const same = [
    ...(stored?.reason === action.reason ? (["duly_reason"] as const) : []),
    ...((stored?.nextActionOn ?? null) === action.nextActionOn ? (["duly_nextactionon"] as const) : []),
  ];
  return update("duly_openitem", action.itemId, changed(row, same));
}

const judged = (action: JudgePromise, { asOf }: Sending): Effect => update("duly_promise", action.promiseId, {
  statecode: 1, statuscode: promiseStatus[action.state], duly_paidamount: decimalText(action.paid), duly_judgedon: asOf,
});

function schedule(action: ScheduleDebtor, { debtor }: DebtorFacts): Effect {
  const row: Columns<"duly_debtor"> = { duly_nextactionon: action.nextActionOn, duly_level: action.level, duly_lastactionon: action.lastActionOn };
  const same = [
    ...(debtor.nextActionOn === action.nextActionOn ? (["duly_nextactionon"] as const) : []),
    ...(debtor.level === action.level ? (["duly_level"] as const) : []),
    ...(debtor.lastActionOn === action.lastActionOn ? (["duly_lastactionon"] as const) : []),
  ];
  return update("duly_debtor", debtor.id, changed(row, same));
}

/** The writes of one action: only what differs from the stored rows. */
export function actionEffects(action: Action, facts: DebtorFacts, sending: Sending): readonly Effect[] {
  switch (action.kind) {
    case "planCommunication": return communicationEffects(action, sending);
    case "advanceItem": return [advance(action, facts, sending)];
    case "setReason": return [explain(action, facts)];
    case "judgePromise": return [judged(action, sending)];
    case "scheduleDebtor": return [schedule(action, facts)];
  }
}
