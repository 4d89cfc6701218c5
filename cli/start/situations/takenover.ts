import { addDays } from "#domain/calendar/arithmetic";
import type { Row } from "../../../local-host/service/contract";
import { all, later, ofDebtor, ofItem, type Case, type Situation } from "./case";
import { mostAttempts } from "./house";

/** An item that was dunned before Duly, and where it stood then on the standard ladder. */
const stood = (row: (on: Case) => Row) => ofItem((on) => ({ duly_strategy: on.coded("strategy", "standard"), ...row(on) }));

/** Days ago of the last letter that was written before Duly. */
const toldOn = (days: number) => ({ today }: Case) => ({ duly_lastactionon: addDays(today, -days) });

/** What was taken over from the dunning before the first night. */
export const takenOver: readonly Situation[] = [
  { reason: "ladderComplete", fits: later(35), happens: stood((on) => ({ duly_level: 4, duly_attempts: 4, ...toldOn(5)(on) })) },
  { reason: "attemptsUsedUp", fits: later(35), happens: stood((on) => ({ duly_level: 2, duly_attempts: mostAttempts, ...toldOn(15)(on) })) },
  { reason: "beforeDeadline", fits: later(10), happens: stood((on) => ({ duly_level: 1, duly_attempts: 1, duly_deadline: addDays(on.today, 4), ...toldOn(5)(on) })) },
  { reason: "contactedRecently", happens: all(ofDebtor(({ coded }) => ({ duly_creditclass: coded("creditclass", "KEY") })), ofDebtor(toldOn(3))) },
];
