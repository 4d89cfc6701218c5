import type { Day } from "#domain/calendar/day";
import { evaluate, leavesOut, moves } from "#domain/dunning/evaluate";
import type { Policy } from "#domain/dunning/policy";
import { stop } from "#domain/messages/fault";
import { runmode, runStatus } from "#solution/generated/names";
import { outputs, update, type Columns, type Effect } from "../../sdk/effect";
import { dayOf, flagInput, idInput, textInput } from "../../sdk/input";
import { read, type Reading } from "../../sdk/reading";
import { defineApi } from "../../sdk/rule";
import { readBeside } from "../charge/read";
import { readCalling } from "../call/read";
import { withContacts } from "../contact/read";
import { readDebtors, type DebtorRows } from "../facts";
import { isWatched } from "../alert/read";
import { watchPage } from "../alert/watch";
import { beginning, endCursor, toCursor, toPosition, type Position } from "./cursor";
import { dueDebtors, otherDebtors } from "./due";
import { readHistories } from "../segments/histories";
import { changesOf, decidedActions, decidedDebtors, decideOn, itemsToTell, outcomeOf, unwritable, type Apart, type Decided, type Outcome } from "./outcome";
import { previewEffects } from "./preview";
import { debtorsThatFit, nextPageSize, writesExpected } from "./pagesize";
import { readRunPolicy, readRun, type ReadPolicy, type RunColumns } from "./read";
import { countsOf, extendLog, extendTotals, type Counts } from "./report";
import { readTold } from "./told";

/** Debtors of a page, and whether more follow. */
interface Page { readonly debtors: readonly DebtorRows[]; readonly more: boolean }

function* readPage(policy: Policy, position: Position, asOf: Day): Reading<Page> {
  const { company: { id: companyId }, segments } = policy;
  const wanted = { ...position, size: position.size + 1 };
  const found = yield* read(position.scope === "segments" ? otherDebtors(companyId, wanted, { asOf, segments }) : dueDebtors(companyId, wanted, asOf));
  const debtors = yield* withContacts(yield* readDebtors(found.slice(0, position.size), asOf, segments), policy, asOf);
  const fitting = debtorsThatFit(debtors.map((one) => one.items.length));
  return { debtors: debtors.slice(0, fitting), more: found.length > fitting };
}

/** Where a run goes on when a scope has no page left: after the decisions of a commit come the alerts, where rules watch the company. */
function* afterScope({ scope }: Position, companyId: string, commits: boolean): Reading<string> {
  if (scope === "segments") return toCursor(beginning("due"));
  return commits && (yield* isWatched(companyId)) ? toCursor(beginning("alerts")) : endCursor;
}

function* nextCursor(position: Position, { debtors, more }: Page, { writes, companyId, commits }: { readonly writes: number; readonly companyId: string; readonly commits: boolean }): Reading<string> {
  const last = debtors[debtors.length - 1];
  if (!more || last === undefined) return yield* afterScope(position, companyId, commits);
  const expected = debtors.reduce((sum, { items }) => sum + writesExpected(items.length), 0);
  return toCursor({ scope: position.scope, size: nextPageSize(position.size, { debtors: debtors.length, expected, writes }), after: last.debtor.duly_number ?? "" });
}

/** A page as it is looked at. */
interface Look { readonly scope: Position["scope"]; readonly commits: boolean; readonly asOf: Day; readonly read: ReadPolicy }

/**
 * What is to be done about a debtor. Where the day has not come it is the segment alone: who goes to another one is decided by the pages that follow;
 * a preview, which writes none of it, decides at once, and of the others lists those of whom something is kept back.
 */
function lookAt(rows: DebtorRows, { scope, commits, ...sending }: Look): readonly (Decided | Apart)[] {
  if (scope !== "segments") return [decideOn(rows, sending)];
  const evaluated = decideOn(rows, sending, evaluate);
  if (commits || "found" in evaluated) return [evaluated];
  const decided = decideOn(rows, sending);
  return moves(evaluated.decision.actions) || ("decision" in decided && leavesOut(decided.decision)) ? [decided] : [];
}

/** Outcomes that a run counts: debtors whose segment was evaluated only where it failed. */
const counted = (outcomes: readonly Outcome[], { scope, commits }: Look): readonly Outcome[] =>
  (scope === "segments" && commits ? outcomes.filter(({ failed }) => failed) : outcomes);

/** What the page leaves on the run's row. A preview writes nothing else, so its totals are gathered here. */
function runRow(run: RunColumns, outcomes: readonly Outcome[], cursor: string): Columns<"duly_run"> {
  const counts = countsOf(outcomes);
  const before = run.duly_errorlog ?? "";
  const log = extendLog(before, outcomes.flatMap((one) => one.log));
  return {
    duly_cursor: cursor, duly_debtors: (run.duly_debtors ?? 0) + counts.debtors, duly_communications: (run.duly_communications ?? 0) + counts.communications,
    duly_items: (run.duly_items ?? 0) + counts.items, duly_errors: (run.duly_errors ?? 0) + counts.errors,
    ...(log === before ? {} : { duly_errorlog: log }),
    ...(run.duly_mode === runmode.preview ? { duly_totals: extendTotals(run.duly_totals, outcomes) } : {}),
  };
}

const none: Counts = { debtors: 0, communications: 0, items: 0, errors: 0 };

const answer = (cursor: string, counts: Counts): readonly Effect[] => outputs({
  Cursor: cursor, Done: cursor === endCursor, Debtors: counts.debtors, Communications: counts.communications, Items: counts.items, Errors: counts.errors,
});

/** A page of debtors that were decided and are watched by alert rules; it counts only those that could not be watched and were not in the log before. */
function* watched(run: RunColumns, position: Position, { problem, nowUtc }: { readonly problem: string | null; readonly nowUtc: string }): Reading<readonly Effect[]> {
  const known = yield* readRunPolicy(run.duly_company?.id ?? "");
  const page = yield* watchPage(known, position, { asOf: dayOf(run.duly_asof ?? ""), nowUtc, problem });
  const size = nextPageSize(position.size, { debtors: page.debtors, expected: 0, writes: page.effects.length });
  const cursor = page.more ? toCursor({ scope: position.scope, size, after: page.last }) : endCursor;
  const before = run.duly_errorlog ?? "";
  const log = page.log.filter((line) => !before.includes(line));
  const counts = { ...none, errors: log.length };
  const row = { duly_cursor: cursor, ...(log.length === 0 ? {} : { duly_errors: (run.duly_errors ?? 0) + log.length, duly_errorlog: extendLog(before, log) }) };
  return [...page.effects, update("duly_run", run.duly_runid, row), ...answer(cursor, counts)];
}

/** `problem` = why the debtors of this page are set apart without being decided; null = decide them. */
function* processed(run: RunColumns, position: Position, { problem, userId, nowUtc }: { readonly problem: string | null; readonly userId: string; readonly nowUtc: string }): Reading<readonly Effect[]> {
  const companyId = run.duly_company?.id ?? "";
  const asOf = dayOf(run.duly_asof ?? "");
  const policy = yield* readRunPolicy(companyId);
  const page = yield* readPage(policy.policy, position, asOf);
  const look: Look = { scope: position.scope, commits: run.duly_mode === runmode.commit, asOf, read: policy };
  const decided = page.debtors.flatMap((rows) => (problem === null ? lookAt(rows, look) : [unwritable(rows, problem)]));
  const told = yield* readTold(itemsToTell(decided));
  const histories = yield* readHistories(companyId, changesOf(decided));
  const beside = yield* readBeside(decidedActions(decided), page.debtors.map(({ debtor }) => debtor.duly_debtorid), policy);
  const calling = yield* readCalling(decidedDebtors(decided), policy, { nowUtc });
  const sending = { asOf, runId: run.duly_runid, userId, read: policy, histories, ...beside, calling };
  const outcomes = decided.map((one) => outcomeOf(one, sending, told));
  const effects = look.commits ? outcomes.flatMap((outcome) => outcome.effects) : yield* previewEffects(run.duly_runid, decided.map(({ rows }) => rows), outcomes);
  const cursor = yield* nextCursor(position, page, { writes: effects.length, companyId, commits: look.commits });
  return [
    ...effects, update("duly_run", run.duly_runid, runRow(run, counted(outcomes, look), cursor)), ...answer(cursor, countsOf(counted(outcomes, look))),
  ];
}

export const processRunPage = defineApi({
  id: "duly_ProcessRunPage", label: "Process a page of a dunning run",
  help: "Decides the next debtors of a run in one transaction. A page that was done before changes nothing.",
  request: {
    RunId: { type: "Guid", help: "The run." },
    Cursor: { type: "String", help: "Cursor of duly_StartRun or of the page before.", optional: true },
    Alone: { type: "Boolean", help: "Only the next debtor, so that one that cannot be written does not stop the others.", optional: true },
    Problem: { type: "String", help: "Why the next debtor failed alone: it is set apart with this text until the next business day.", optional: true },
  },
  response: {
    Cursor: { type: "String", help: "Where the next page begins; end when no page is left." },
    Done: { type: "Boolean", help: "No page is left." },
    Debtors: { type: "Integer", help: "Debtors decided on this page." },
    Communications: { type: "Integer", help: "Messages planned on this page." },
    Items: { type: "Integer", help: "Items reminded about on this page." },
    Errors: { type: "Integer", help: "Debtors of this page that could not be decided." },
  },
}, function* (context) {
  const run = yield* readRun(idInput(context, "RunId"));
  if (run.statuscode === runStatus.cancelled) return stop("DULY-RUN-005");
  if (run.statecode !== 0) return answer(endCursor, none);
  const position = toPosition(run.duly_cursor);
  const asked = textInput(context, "Cursor");
  if (position === null || (asked !== null && asked !== run.duly_cursor)) return answer(run.duly_cursor ?? "", none);
  const problem = textInput(context, "Problem");
  const taken = flagInput(context, "Alone") || problem !== null ? { ...position, size: 1 } : position;
  if (position.scope === "alerts") return yield* watched(run, taken, { problem, nowUtc: context.nowUtc });
  return yield* processed(run, taken, { problem, userId: context.userId, nowUtc: context.nowUtc });
});
