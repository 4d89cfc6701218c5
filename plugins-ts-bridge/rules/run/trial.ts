import type { Day } from "#domain/calendar/day";
import { parseInstant } from "#domain/calendar/instant";
import type { Charge } from "#domain/charges/charge";
import type { Action, Decision } from "#domain/dunning/actions";
import { toldItemsOf, toldKey } from "#domain/dunning/cycles";
import type { DebtorFacts } from "#domain/dunning/facts";
import { isFault } from "#domain/messages/fault";
import type { Reading } from "../../sdk/reading";
import { noCalls } from "../call/read";
import { readBeside } from "../charge/read";
import { noHistories } from "../segments/histories";
import type { ReadDebtor } from "./debtor";
import { outcomeOf, type Outcome } from "./outcome";
import { readTold } from "./told";

/** A night of a debtor that is looked at without being written. */
export interface TrialNight { readonly facts: DebtorFacts; readonly decision: Decision; readonly asOf: Day }

/** What the run of a night would make of a debtor: its charges and words as well, after those of the nights tried before. */
export interface Trial { readonly night: (one: TrialNight) => Outcome }

/** Charges as they stand once they were made. */
const madeBy = ({ actions }: Decision): readonly Charge[] => actions.flatMap((action) => (action.kind !== "planCommunication" ? []
  : action.charges.flatMap(({ added }) => added.map((charge): Charge => ({ ...charge, state: "shown" })))));

const toldBy = ({ actions }: Decision): readonly (readonly [string, number])[] => actions.flatMap((action) => (action.kind !== "planCommunication" ? []
  : action.lines.map(({ item, step }) => [toldKey(item.id, step.id), item.ladder.cycle] as const)));

/** Reads what the messages among some actions need to be made as a run makes them. `actions` are those of all nights that will be tried. */
export function* readTrial({ rows, facts, known }: ReadDebtor, actions: readonly Action[], call: { readonly userId: string; readonly nowUtc: string }): Reading<Trial> {
  const beside = yield* readBeside(actions, [facts.debtor.id], known);
  const told = new Map(yield* readTold(toldItemsOf(actions)));
  const charges: Charge[] = [];
  const calling = { ...noCalls, now: parseInstant(call.nowUtc) ?? noCalls.now };
  return {
    night: ({ asOf, ...decided }) => {
      const charging = beside.charging === null ? null : { ...beside.charging, foreseen: charges };
      const outcome = outcomeOf({ rows, ...decided }, { asOf, runId: null, userId: call.userId, read: known, histories: noHistories, costs: beside.costs, charging, calling }, told);
      if (isFault(outcome.made)) return outcome;
      charges.push(...madeBy(outcome.made));
      for (const [key, cycle] of toldBy(outcome.made)) told.set(key, Math.max(told.get(key) ?? 0, cycle));
      return outcome;
    },
  };
}
