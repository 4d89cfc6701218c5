import { decimalText } from "#domain/money/decimal";
import { add, compare, subtract } from "#domain/money/money";
import { statusAfter } from "#domain/receivables/open";
import { openitemStatus } from "#solution/generated/names";
import { itemStatusOf } from "../../rows/codes";
import { currencyQuery, toCurrencies, toMoney } from "../../rows/currencies";
import { update } from "../../sdk/effect";
import { read } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { statusBefore } from "./before";

const table = "duly_openitem";
const columns = ["duly_name", "duly_amount", "duly_openamount", "duly_settledon", "duly_statusbefore", "duly_duedate", "duly_originalduedate", "statuscode", "transactioncurrencyid"] as const;
const closedForGood: readonly (string | null)[] = ["cancelled", "writtenOff"];

/** The amount of an item was corrected from outside and nothing said of what is open: it follows, less what was allocated. */
export const amountCorrected = defineStep(
  { id: "openitem.amount", message: "Update", table, stage: "PostOperation", filteringAttributes: ["duly_amount"], images: { pre: columns, post: columns } },
  function* ({ target, preImage, postImage, primaryId, today, depth }) {
    if (depth > 1 || target.duly_openamount !== undefined || preImage.duly_amount == null || preImage.duly_openamount == null) return [];
    const beside = { currencies: toCurrencies(yield* read(currencyQuery())), row: `duly_openitem ${postImage.duly_name ?? primaryId}`, column: "duly_amount" };
    const amountOf = (text: string | null | undefined) => toMoney(text, postImage.transactioncurrencyid, beside);
    const [before, after] = [amountOf(preImage.duly_amount), amountOf(postImage.duly_amount)];
    if (compare(before, after) === 0) return [];
    const open = add(amountOf(preImage.duly_openamount), subtract(after, before));
    const current = itemStatusOf(postImage.statuscode);
    const status = statusAfter(statusBefore(postImage), after, open);
    const closed = status === "paid" ? { statecode: 1, duly_settledon: preImage.duly_settledon ?? today } : { statecode: 0, duly_settledon: null };
    const state = !closedForGood.includes(current) ? { ...closed, statuscode: openitemStatus[status] } : {};
    return [update(table, primaryId, { duly_openamount: decimalText(open), ...state })];
  },
);
