import { instantText, type Instant } from "#domain/calendar/instant";
import { create, update, type Effect } from "../../sdk/effect";
import { reference, type CreatedReference } from "../../sdk/value";
import type { Reference } from "#solution/generated/names";

/** States of the platform's phone call. */
export const phonecallStates = { open: { statecode: 0, statuscode: 1 }, made: { statecode: 1, statuscode: 2 }, cancelled: { statecode: 2, statuscode: 3 } } as const;

/** Minutes that the platform's calendar shows for a call. */
const duration = 15;

/** One attempt to reach a debtor by telephone. */
export interface Attempt {
  readonly subject: string;
  readonly number: string;
  readonly script: string;
  readonly at: Instant;
  readonly debtorId: string;
  /** A user or a team; null = nobody in particular. */
  readonly owner: Reference | null;
}

/** Creates the platform's activity for an attempt; `name` is what later effects call it. */
export const phonecallEffect = ({ subject, number, script, at, debtorId, owner }: Attempt, name: string): Effect => create("phonecall", {
  subject: subject.slice(0, 200), phonenumber: number.slice(0, 200), description: script, directioncode: true, scheduledstart: instantText(at), scheduledend: instantText(at + duration),
  regardingobjectid: reference("duly_debtor", debtorId), ...(owner === null ? {} : { ownerid: owner }),
}, name);

export const phonecallCreated = (name: string): CreatedReference => ({ logicalName: "phonecall", created: name });

export const movedPhonecall = (id: string, at: Instant): Effect => update("phonecall", id, { scheduledstart: instantText(at), scheduledend: instantText(at + duration) });
