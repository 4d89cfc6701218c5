import { addBusinessDays, type Calendar } from "../calendar/business";
import type { Day } from "../calendar/day";

/** Whether departments work one after the other or at once. */
export type TaskOrder = "sequence" | "parallel";

/** A task that disputes of a reason give a department. */
export interface Route {
  readonly name: string;
  readonly departmentId: string | null;
  readonly teamId: string | null;
  readonly sequence: number;
  /** Business days for it; null = no deadline. */
  readonly days: number | null;
}

export interface Task extends Route {
  readonly state: "open" | "waiting";
  /** null = it has not begun, or it has no deadline. */
  readonly deadline: Day | null;
}

/** Business day so many business days after a day; null for no deadline. */
export const deadlineAfter = (from: Day, days: number | null, calendar: Calendar): Day | null => (days === null ? null : addBusinessDays(from, days, calendar));

/** The tasks of a dispute: all begin at once, or the first one does and the others wait for it. */
export function tasksOf(routes: readonly Route[], order: TaskOrder, { begunOn, calendar }: { readonly begunOn: Day; readonly calendar: Calendar }): readonly Task[] {
  const ordered = [...routes].sort((left, right) => left.sequence - right.sequence);
  return ordered.map((route, index) => {
    const begins = order === "parallel" || index === 0;
    return { ...route, state: begins ? "open" : "waiting", deadline: begins ? deadlineAfter(begunOn, route.days, calendar) : null };
  });
}

/** What is known of a task of a dispute when another one ends. */
export interface TaskStanding { readonly id: string; readonly sequence: number; readonly days: number | null; readonly state: "open" | "waiting" | "ended" }

/** The task that begins when others have ended: the first that waits, once none is being worked on; null = none. */
export function nextTask(tasks: readonly TaskStanding[]): TaskStanding | null {
  if (tasks.some((task) => task.state === "open")) return null;
  const [next] = tasks.filter((task) => task.state === "waiting").sort((left, right) => left.sequence - right.sequence);
  return next ?? null;
}
