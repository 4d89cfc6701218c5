import { later, type Day } from "../calendar/day";
import { fault, type Fault } from "../messages/fault";

/** A dispute that is to be closed. */
export interface Closing {
  readonly name: string;
  /** Names of the tasks that are not done. */
  readonly unfinished: readonly string[];
  readonly resolves: boolean;
  readonly awaitsApproval: boolean;
}

/** Why a dispute may not be closed; null = it may. One that is rejected credits nothing, so nobody has to approve. */
export function closingFault({ name, unfinished, resolves, awaitsApproval }: Closing): Fault | null {
  const [first] = unfinished;
  if (first !== undefined) return fault("DULY-DISPUTE-003", { dispute: name, task: first, count: unfinished.length });
  return resolves && awaitsApproval ? fault("DULY-DISPUTE-004", { dispute: name }) : null;
}

/** The day from which a dispute counts as resolved when whoever closes it names none: today, but not before it was opened. */
export const resolutionDay = (openedOn: Day, today: Day): Day => later(openedOn, today);
