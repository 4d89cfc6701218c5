import type { Calendar } from "#domain/calendar/business";
import type { Route, TaskOrder, TaskStanding } from "#domain/disputes/route";
import { stop } from "#domain/messages/fault";
import type { Money } from "#domain/money/money";
import { disputetaskStatus, type Reference } from "#solution/generated/names";
import { taskOrderOf } from "../../rows/codes";
import { toMoney } from "../../rows/currencies";
import { from } from "../../sdk/query";
import { read, readTogether, type Reading } from "../../sdk/reading";
import { readPolicy, type ReadPolicy } from "../run/read";

/** What a reason says of disputes about it. */
export interface ReadReason {
  readonly order: TaskOrder;
  readonly deadlineDays: number | null;
  readonly routes: readonly Route[];
}

const reasonQuery = (id: string) => from("duly_disputereason").select("duly_taskorder", "duly_deadlinedays").where(["duly_disputereasonid", "eq", id]);

const routeQuery = (reasonId: string) => from("duly_disputeroute").select("duly_name", "duly_sequence", "duly_days", "duly_department")
  .join({ table: "duly_department", from: "duly_departmentid", to: "duly_department", alias: "department", select: ["duly_team"], outer: true })
  .where(["duly_disputereason", "eq", reasonId], ["statecode", "eq", 0]);
type RouteRow = ReturnType<typeof routeQuery>["row"];

const toRoute = (row: RouteRow): Route => ({
  name: row.duly_name ?? "", departmentId: row.duly_department?.id ?? null, teamId: row["department.duly_team"]?.id ?? null, sequence: row.duly_sequence ?? 0, days: row.duly_days,
});

const limitQuery = () => from("duly_disputereason").select("duly_name", "duly_approvalfrom", "transactioncurrencyid").where(["duly_approvalfrom", "not-null"]);

const limitOf = (row: ReturnType<typeof limitQuery>["row"], { currencies }: ReadPolicy): Money | null => (row.duly_approvalfrom === null ? null
  : toMoney(row.duly_approvalfrom, row.transactioncurrencyid, { currencies, row: `duly_disputereason ${row.duly_name ?? "–"}`, column: "duly_approvalfrom" }));

/** Amounts from which a credit needs another person, one is enough: that of the reason, and while no reason is known those of all reasons, so that leaving it empty spares nobody the approval. */
export function* readLimits(reason: Reference | null | undefined, known: ReadPolicy): Reading<readonly Money[]> {
  const rows = yield* read(reason == null ? limitQuery().where(["statecode", "eq", 0]) : limitQuery().where(["duly_disputereasonid", "eq", reason.id]));
  return rows.flatMap((row) => limitOf(row, known) ?? []);
}

/** Reads a reason with its routes; refused when it does not exist. */
export function* readReason(id: string): Reading<ReadReason> {
  const [reasons, routes] = yield* readTogether(reasonQuery(id), routeQuery(id));
  const row = reasons[0] ?? stop("DULY-DISPUTE-001", { reason: id });
  return { order: taskOrderOf(row.duly_taskorder) ?? "sequence", deadlineDays: row.duly_deadlinedays, routes: routes.map(toRoute) };
}

/** The policy of a debtor's company: its business days and currencies. */
export function* policyOfDebtor(debtor: Reference | null | undefined): Reading<ReadPolicy> {
  const [row] = yield* read(from("duly_debtor").select("duly_company").where(["duly_debtorid", "eq", debtor?.id ?? ""]));
  return yield* readPolicy(row?.duly_company?.id ?? stop("DULY-DEBTOR-001", { debtor: debtor?.id ?? "–" }));
}

export function* calendarOf(debtor: Reference | null | undefined): Reading<Calendar> { return (yield* policyOfDebtor(debtor)).policy.calendar; }

const taskQuery = (disputeId: string) => from("duly_disputetask").select("duly_disputetaskid", "duly_name", "duly_sequence", "duly_days", "statecode", "statuscode").where(["duly_dispute", "eq", disputeId]);

export interface ReadTask extends TaskStanding { readonly name: string }

/** The tasks of a dispute. */
export function* readTasks(disputeId: string): Reading<readonly ReadTask[]> {
  const rows = yield* read(taskQuery(disputeId));
  return rows.map((row) => ({
    id: row.duly_disputetaskid, name: row.duly_name ?? "", sequence: row.duly_sequence ?? 0, days: row.duly_days,
    state: row.statecode !== 0 ? "ended" : row.statuscode === disputetaskStatus.waiting ? "waiting" : "open",
  }));
}
