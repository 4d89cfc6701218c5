import { reasonText } from "#domain/dunning/reasons";
import { moneyText } from "#domain/money/decimal";
import { create, update, type Columns, type Effect } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";
import { reference } from "../../sdk/value";
import type { DebtorRows } from "../facts";
import type { Outcome } from "./outcome";

const table = "duly_runline";
const reasonsLength = 100_000;

const linesOf = (runId: string, debtorIds: readonly string[]) =>
  from(table).select("duly_runlineid", "duly_debtor").where(["duly_run", "eq", runId], ["duly_debtor", "in", debtorIds]);

/** What would be done about one debtor, in words: channel and level of each message, its total, and every item with its reason. */
function lineOf({ debtor }: DebtorRows, { planned, items, explained, log }: Outcome): Columns<typeof table> {
  const reasons = [...explained.map(({ name, reason }) => `${name}: ${reasonText(reason)}`), ...log].join("\n");
  return {
    duly_name: `${debtor.duly_number ?? ""} ${debtor.duly_name ?? ""}`.trim().slice(0, 300), duly_communications: planned.length, duly_items: items,
    duly_channels: planned.map(({ channel, step }) => `${channel} ${step.sequence}`).join(", ").slice(0, 400),
    duly_amounts: planned.map(({ total }) => moneyText(total)).join(", ").slice(0, 400),
    duly_reasons: reasons.length <= reasonsLength ? reasons : `${reasons.slice(0, reasonsLength - 1)}…`,
  };
}

/** Lines of a preview: one for each debtor looked at; a preview that is made again writes over its own. */
export function* previewEffects(runId: string, debtors: readonly DebtorRows[], outcomes: readonly Outcome[]): Reading<readonly Effect[]> {
  if (debtors.length === 0) return [];
  const rows = yield* read(linesOf(runId, debtors.map(({ debtor }) => debtor.duly_debtorid)));
  const known = new Map(rows.map((row) => [row.duly_debtor?.id ?? "", row.duly_runlineid]));
  return debtors.flatMap((rowsOf, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined) return [];
    const line = lineOf(rowsOf, outcome);
    const id = known.get(rowsOf.debtor.duly_debtorid);
    return [id === undefined ? create(table, { ...line, duly_run: reference("duly_run", runId), duly_debtor: reference("duly_debtor", rowsOf.debtor.duly_debtorid) }) : update(table, id, line)];
  });
}
