import { decisionreason } from "#solution/generated/names";
import { toDay } from "../../rows/debtor";
import { update, type Effect } from "../../sdk/effect";
import { todayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";
import { defineStep, type StepContext } from "../../sdk/rule";
import type { StepRegistration } from "#solution/model/manifest";
import { touch } from "./touch";

type Table = "duly_dispute" | "duly_hold";
const begins = { duly_dispute: "duly_openedon", duly_hold: "duly_startson" } as const;

const merged = ({ target, preImage, postImage }: StepContext<Table>) => ({ ...preImage, ...target, ...postImage });

function* touchDebtor(context: StepContext<Table>, table: Table) {
  const row: Readonly<Record<string, unknown>> & { readonly duly_debtor?: StepContext<Table>["target"]["duly_debtor"] } = merged(context);
  const begin = row[begins[table]];
  return yield* touch([row.duly_debtor], { today: todayOf(context), from: typeof begin === "string" ? toDay(begin) : null });
}

/** An item that is disputed from today says so at once, not only after the next run. Source: claims.md O-38. */
const disputeBegins = defineStep({ id: "dispute.begins", message: "Create", table: "duly_dispute", stage: "PostOperation" }, function* ({ target, today }): Reading<readonly Effect[]> {
  const item = target.duly_openitem ?? null;
  if (item === null || (target.duly_openedon ?? today) > today || target.statecode === 1) return [];
  const [row] = yield* read(from("duly_openitem").select("statecode", "duly_reason").where(["duly_openitemid", "eq", item.id]));
  return row?.statecode === 0 && row.duly_reason !== decisionreason.disputed ? [update("duly_openitem", item.id, { duly_reason: decisionreason.disputed })] : [];
});

/** A dispute or hold was raised, changed or removed: its debtor is looked at again. */
const touching = (table: Table, message: StepRegistration["message"]) => {
  const images = message === "Delete" ? { pre: ["duly_debtor", begins[table]] } : { post: ["duly_debtor", begins[table]] };
  const id = `${table.slice("duly_".length)}.${{ Create: "created", Update: "changed", Delete: "removed" }[message]}`;
  const stage = message === "Delete" ? "PreOperation" : "PostOperation";
  return defineStep<Table>({ id, message, table, stage, images }, (context) => touchDebtor(context, table));
};

const messages = ["Create", "Update", "Delete"] as const;

export const agreementRules = [
  disputeBegins,
  ...messages.map((message) => touching("duly_dispute", message)), ...messages.map((message) => touching("duly_hold", message)),
];
