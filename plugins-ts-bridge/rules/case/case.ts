import { stop } from "#domain/messages/fault";
import { caseQuery } from "../../rows/case";
import { set } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { read, readTogether, type Reading } from "../../sdk/reading";
import { defineStep, type StepContext } from "../../sdk/rule";
import { differs } from "../../sdk/value";

const opened = defineStep({ id: "case.opened", message: "Create", table: "duly_collectioncase", stage: "PreOperation" }, function* ({ target, today }) {
  return target.duly_openedon == null ? set("duly_collectioncase", { duly_openedon: today }) : [];
});

const table = "duly_caseitem";
const itemQuery = (itemId: string) => from("duly_openitem").select("duly_name", "duly_debtor").where(["duly_openitemid", "eq", itemId]);

/** An open case holds items of its own debtor, each under the item's name. */
function* held(context: StepContext<typeof table>): Reading<ReturnType<typeof set>> {
  const row = { ...context.preImage, ...context.target };
  const [cases, items] = yield* readTogether(caseQuery(row.duly_collectioncase?.id ?? stop("DULY-CASE-001")), itemQuery(row.duly_openitem?.id ?? stop("DULY-CASE-001")));
  const [{ duly_name: name, duly_debtor: debtor, statecode: state } = { duly_name: "", duly_debtor: null, statecode: 0 }] = cases;
  if (state !== 0) return stop("DULY-CASE-004", { case: name ?? "" });
  const [item] = items;
  if (item === undefined || item.duly_debtor?.id !== debtor?.id) return stop("DULY-CASE-002", { item: item?.duly_name ?? "", case: name ?? "" });
  return set(table, { duly_name: item.duly_name?.slice(0, 150) ?? null });
}

/** A case with items stays with its debtor: they would be another's. */
const kept = defineStep(
  { id: "case.kept", message: "Update", table: "duly_collectioncase", stage: "PreOperation", filteringAttributes: ["duly_debtor"], images: { pre: ["duly_name", "duly_debtor"] } },
  function* ({ target, preImage, primaryId }) {
    if (!differs(target.duly_debtor, preImage.duly_debtor)) return [];
    const items = yield* read(from(table).select("duly_caseitemid").where(["duly_collectioncase", "eq", primaryId]).first(1));
    return items.length === 0 ? [] : stop("DULY-CASE-003", { case: preImage.duly_name ?? "" });
  },
);

const heldQuery = (caseId: string) => from(table).where(["duly_collectioncase", "eq", caseId])
  .join({ table: "duly_openitem", from: "duly_openitemid", to: "duly_openitem", alias: "item", select: ["duly_name", "duly_debtor"] });

/** Once a case was over its items may have gone to other debtors: it is opened again without them. */
const reopened = defineStep(
  { id: "case.reopened", message: "Update", table: "duly_collectioncase", stage: "PreOperation", filteringAttributes: ["statecode"], images: { pre: ["duly_name", "duly_debtor", "statecode"] } },
  function* ({ target, preImage, primaryId }) {
    if (target.statecode !== 0 || preImage.statecode === 0) return [];
    const foreign = (yield* read(heldQuery(primaryId))).filter((row) => row["item.duly_debtor"]?.id !== preImage.duly_debtor?.id);
    return foreign.length === 0 ? [] : stop("DULY-CASE-005", { case: preImage.duly_name ?? "", items: foreign.map((row) => row["item.duly_name"] ?? "–").join(", ") });
  },
);

const decisive = ["duly_collectioncase", "duly_openitem"] as const;

export const caseRules = [
  opened, kept, reopened,
  defineStep({ id: "caseitem.added", message: "Create", table, stage: "PreOperation" }, held),
  defineStep({ id: "caseitem.changed", message: "Update", table, stage: "PreOperation", filteringAttributes: decisive, images: { pre: decisive } }, held),
];
