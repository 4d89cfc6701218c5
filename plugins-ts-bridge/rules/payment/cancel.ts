import { stop } from "#domain/messages/fault";
import { decimalText } from "#domain/money/decimal";
import { add, type Money } from "#domain/money/money";
import { statusAfter } from "#domain/receivables/open";
import { openitemStatus, paymentStatus } from "#solution/generated/names";
import { currencyQuery, toCurrencies, toMoney } from "../../rows/currencies";
import { groupBy } from "../../rows/group";
import { remove, update, type Effect } from "../../sdk/effect";
import { todayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { readTogether, type Reading } from "../../sdk/reading";
import { defineStep, type StepContext } from "../../sdk/rule";
import { touch } from "../debtor/touch";
import { statusBefore } from "../openitem/before";
import { judgedAnew } from "./rejudge";

const table = "duly_payment";

const partsOf = (paymentId: string) => from("duly_allocation").select("duly_allocationid", "duly_amount", "duly_bookedon", "duly_openitem")
  .join({ table: "duly_openitem", from: "duly_openitemid", to: "duly_openitem", alias: "item", select: ["duly_name", "duly_debtor", "duly_amount", "duly_openamount", "duly_duedate", "duly_originalduedate", "duly_statusbefore", "statuscode", "transactioncurrencyid"] })
  .where(["duly_payment", "eq", paymentId]);
type PartRow = ReturnType<typeof partsOf>["row"];

const closedForGood: readonly number[] = [openitemStatus.cancelled, openitemStatus.writtenOff];

/** How a payment is taken back: cancelled by us, or returned by the bank for a reason. */
interface TakingBack { readonly toAmount: (text: string | null, row: PartRow) => Money; readonly returned: { readonly reason: string | null } | null }

/** Opens an item again by what a payment had closed of it; its level stays, the next step follows by its day. One that was cancelled or written off stays so; one in litigation is in litigation again, however the payment went (claims.md T-31). */
function reopened(rows: readonly PartRow[], { toAmount, returned }: TakingBack): Effect | null {
  const [first] = rows;
  if (first === undefined || first.duly_openitem === null) return null;
  const open = rows.reduce((sum, row) => add(sum, toAmount(row.duly_amount, row)), toAmount(first["item.duly_openamount"], first));
  if (closedForGood.includes(first["item.statuscode"])) return update("duly_openitem", first.duly_openitem.id, { duly_openamount: decimalText(open) });
  const before = statusBefore({
    statuscode: first["item.statuscode"], duly_statusbefore: first["item.duly_statusbefore"], duly_duedate: first["item.duly_duedate"], duly_originalduedate: first["item.duly_originalduedate"],
  });
  const status = returned !== null && before !== "inLitigation" ? "returned" : statusAfter(before, toAmount(first["item.duly_amount"], first), open);
  return update("duly_openitem", first.duly_openitem.id, {
    statecode: 0, statuscode: openitemStatus[status], duly_openamount: decimalText(open), duly_settledon: null, ...(returned === null ? {} : { duly_returnedreason: returned.reason?.slice(0, 200) ?? null }),
  });
}

/** Takes a payment back: its allocations go, its items are open again, what it had kept is judged anew, its debtor is looked at. */
function* undo(context: StepContext<typeof table>, returned: TakingBack["returned"]): Reading<readonly Effect[]> {
  const [currencyRows, parts] = yield* readTogether(currencyQuery(), partsOf(context.primaryId));
  const currencies = toCurrencies(currencyRows);
  const toAmount = (text: string | null, row: PartRow) => toMoney(text, row["item.transactioncurrencyid"], { currencies, row: `duly_openitem ${row["item.duly_name"] ?? ""}`, column: "duly_openamount" });
  const items = [...groupBy(parts, (row) => row.duly_openitem?.id ?? "").values()].flatMap((rows) => reopened(rows, { toAmount, returned }) ?? []);
  const touched = yield* touch([...parts.map((row) => row["item.duly_debtor"]), context.preImage.duly_debtor], { today: todayOf(context), from: null });
  return [...parts.map((row) => remove("duly_allocation", row.duly_allocationid)), ...items, ...(yield* judgedAnew(parts, currencies)), ...touched];
}

const cancelled = defineStep(
  { id: "payment.cancelled", message: "Update", table, stage: "PostOperation", filteringAttributes: ["statuscode", "statecode"], images: { pre: ["statuscode", "duly_debtor"], post: ["statuscode", "duly_note"] } },
  function* (context) {
    const [before, after] = [context.preImage.statuscode, context.postImage.statuscode ?? context.target.statuscode];
    if (before === after) return [];
    if (before === paymentStatus.cancelled || before === paymentStatus.returned) stop("DULY-PAYMENT-005");
    if (after === paymentStatus.announced) stop("DULY-PAYMENT-006");
    if (after === paymentStatus.posted) return [];
    const note = context.postImage.duly_note ?? context.target.duly_note ?? null;
    return [...(yield* undo(context, after === paymentStatus.returned ? { reason: note } : null)), update(table, context.primaryId, { duly_unapplied: "0" })];
  },
);

const removed = defineStep({ id: "payment.removed", message: "Delete", table, stage: "PreOperation", images: { pre: ["duly_debtor"] } }, (context) => undo(context, null));

const fixed = ["duly_amount", "duly_debtor", "duly_valuedate", "duly_bookedon", "transactioncurrencyid", "duly_openitem", "duly_collectioncase"] as const;
const comparable = (value: unknown): string => {
  if (typeof value === "object" && value !== null && "id" in value) return String(value.id).toLowerCase();
  const text = String(value ?? "");
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
};

/** What was applied is not changed under the items' feet; an announced payment may come with other days or another amount, or for something else. */
const kept = defineStep(
  { id: "payment.kept", message: "Update", table, stage: "PreOperation", filteringAttributes: fixed, images: { pre: [...fixed, "statuscode"] } },
  function* ({ target, preImage }) {
    if (preImage.statuscode === paymentStatus.announced) return [];
    const differs = fixed.some((column) => target[column] !== undefined && comparable(target[column]) !== comparable(preImage[column]));
    return differs ? stop("DULY-PAYMENT-004") : [];
  },
);

export const cancellationRules = [kept, cancelled, removed];
