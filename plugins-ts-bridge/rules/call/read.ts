import { parseInstant, type Instant } from "#domain/calendar/instant";
import { balance } from "#domain/collectors/balance";
import type { Action } from "#domain/dunning/actions";
import type { Debtor } from "#domain/dunning/facts";
import { stop } from "#domain/messages/fault";
import { channel } from "#solution/generated/names";
import { collectorHoursQuery, toCallers, type Caller } from "../../rows/collector";
import { unsentStatuses } from "../../rows/messagestate";
import { from } from "../../sdk/query";
import { readAggregates, readTogether, type Reading } from "../../sdk/reading";
import { element } from "../../sdk/xml";
import type { ReadPolicy } from "../run/read";

const scriptQuery = (stepIds: readonly string[]) => from("duly_strategystep").select("duly_strategystepid", "duly_script").where(["duly_strategystepid", "in", stepIds]);

const condition = (attribute: string, operator: string, value: string): string => element("condition", { attribute, operator, value });

const isOpen = element("condition", { attribute: "statuscode", operator: "in" }, unsentStatuses.map((code) => element("value", {}, [String(code)])));

/** One for which no collector had room takes none of its owner's. */
const isGiven = element("filter", { type: "or" }, [element("condition", { attribute: "duly_unassigned", operator: "null" }), condition("duly_unassigned", "eq", "0")]);

/** Calls that are still to be made, by their owner. */
const openCalls = (companyId: string): string => element("fetch", { aggregate: "true" }, [element("entity", { name: "duly_communication" }, [
  element("attribute", { name: "duly_communicationid", aggregate: "count", alias: "calls" }), element("attribute", { name: "ownerid", groupby: "true", alias: "owner" }),
  element("filter", { type: "and" }, [condition("duly_company", "eq", companyId), condition("duly_channel", "eq", String(channel.phone)), isOpen, isGiven]),
])]);

/** Who makes the calls that are planned, what is said, and the time now. */
export interface Calling {
  readonly now: Instant;
  /** By debtor; the calls of a debtor without an entry are its owner's until they are balanced. */
  readonly callers: ReadonlyMap<string, Caller>;
  /** The company has collectors: a debtor without an entry found none with room. */
  readonly hasCollectors: boolean;
  /** By step. */
  readonly scripts: ReadonlyMap<string, string>;
}

/** Where no call is planned. */
export const noCalls: Calling = { now: 0, callers: new Map(), hasCollectors: false, scripts: new Map() };

/** A debtor and what is to be done about it. */
export interface Calls { readonly debtor: Debtor; readonly actions: readonly Action[] }

const callsOf = ({ actions }: Calls) => actions.flatMap((action) => (action.kind === "planCommunication" && action.channel === "phone" ? [action] : []));

const idOf = (value: unknown): string => (typeof value === "object" && value !== null && "id" in value ? String(value.id) : String(value));

/** Who makes the calls of a debtor while he has room: its owner when he is a collector, else its collector. */
const preferredOf = ({ owner, profile }: Debtor, callers: readonly Caller[]): string | null =>
  (callers.find(({ userId }) => userId === owner?.id) ?? callers.find(({ collectorId }) => collectorId === profile.collectorId))?.userId ?? null;

/** Nobody is given more calls than he takes a day; a debtor for whom nobody has room has no entry. */
function shared(calling: readonly Calls[], callers: readonly Caller[], taken: ReadonlyMap<string, number>): ReadonlyMap<string, Caller> {
  const byUser = new Map(callers.map((caller) => [caller.userId, caller]));
  const wanted = calling.map((one) => ({ id: one.debtor.id, calls: callsOf(one).length, preferred: preferredOf(one.debtor, callers) }));
  const { assigned } = balance(wanted, [...byUser].map(([id, { capacity }]) => ({ id, capacity, taken: taken.get(id) ?? 0 })));
  return new Map(assigned.flatMap(({ id, collectorId }) => {
    const caller = byUser.get(collectorId);
    return caller === undefined ? [] : [[id, caller] as const];
  }));
}

/** Reads what planned calls need; nothing when none is planned. */
export function* readCalling(all: readonly Calls[], { policy }: ReadPolicy, { nowUtc }: { readonly nowUtc: string }): Reading<Calling> {
  const now = parseInstant(nowUtc) ?? stop("DULY-DAY-001", { text: nowUtc });
  const calling = all.filter((one) => callsOf(one).length > 0);
  if (calling.length === 0) return { ...noCalls, now };
  const steps = [...new Set(calling.flatMap(callsOf).map(({ step }) => step.id))];
  const [collectors, scripts] = yield* readTogether(collectorHoursQuery(policy.company.id), scriptQuery(steps));
  const [counted = []] = collectors.length === 0 ? [[]] : yield* readAggregates(openCalls(policy.company.id));
  const taken = new Map(counted.map((row) => [idOf(row.owner), Number(row.calls)]));
  return {
    now, hasCollectors: collectors.length > 0, callers: shared(calling, toCallers(collectors, { zone: policy.company.timeZone, calendar: policy.calendar }), taken),
    scripts: new Map(scripts.map((row) => [row.duly_strategystepid, row.duly_script ?? ""])),
  };
}
