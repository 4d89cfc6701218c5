import type { OpenPlan } from "#domain/plans/plan";
import { stop } from "#domain/messages/fault";
import { from } from "../sdk/query";
import type { Reading } from "../sdk/reading";
import { read } from "../sdk/reading";
import { toMoney, type Currencies } from "./currencies";
import { toDay } from "./debtor";
import { groupBy } from "./group";

/** Open plans of debtors, one row for each item that they cover. */
export const planQuery = (debtorIds: readonly string[]) => from("duly_plan").select("duly_planid", "duly_debtor", "duly_name", "duly_takenon")
  .join({ table: "duly_planitem", from: "duly_plan", to: "duly_planid", alias: "item", select: ["duly_openitem"], outer: true })
  .where(["duly_debtor", "in", debtorIds], ["statecode", "eq", 0]);
export type PlanItemRow = ReturnType<typeof planQuery>["row"];

const instalmentQuery = (planIds: readonly string[]) => from("duly_planinstalment").select("duly_plan", "duly_sequence", "duly_dueon", "duly_amount", "transactioncurrencyid").where(["duly_plan", "in", planIds]);
export type InstalmentRow = ReturnType<typeof instalmentQuery>["row"];

/** Instalments of plans; asks nothing where there is no plan. */
export function* readInstalments(plans: readonly PlanItemRow[]): Reading<readonly InstalmentRow[]> {
  const ids = [...new Set(plans.map((row) => row.duly_planid))];
  return ids.length === 0 ? [] : yield* read(instalmentQuery(ids));
}

/** Rows of plans and their instalments as plans. */
export function toPlans(rows: readonly PlanItemRow[], instalments: readonly InstalmentRow[], currencies: Currencies): readonly OpenPlan[] {
  return [...groupBy(rows, (row) => row.duly_planid)].map(([id, own]) => ({
    id, takenOn: toDay(own[0]?.duly_takenon ?? null) ?? stop("DULY-PLAN-005", { plan: own[0]?.duly_name ?? id, table: "duly_plan", row: own[0]?.duly_name ?? id, column: "duly_takenon" }),
    itemIds: own.flatMap((row) => row["item.duly_openitem"]?.id ?? []),
    instalments: instalments.filter((row) => row.duly_plan?.id === id).sort((left, right) => (left.duly_sequence ?? 0) - (right.duly_sequence ?? 0)).map((row) => ({
      dueOn: toDay(row.duly_dueon) ?? stop("DULY-PLAN-005", { plan: own[0]?.duly_name ?? id, table: "duly_planinstalment", row: row.duly_sequence ?? "", column: "duly_dueon" }),
      amount: toMoney(row.duly_amount, row.transactioncurrencyid, { currencies, row: `duly_planinstalment ${row.duly_sequence ?? ""} of ${own[0]?.duly_name ?? id}`, column: "duly_amount" }),
    })),
  }));
}
