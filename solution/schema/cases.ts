import { day, lookup, memo, text } from "../model/column";
import { active, inactive, table } from "../model/table";

export const collectioncase = table({
  name: "collectioncase", label: "Collection case", plural: "Collection cases", notes: true, activities: true,
  help: "A folder for open items of a debtor that are worked on together; payments can name it.",
  columns: {
    name: text("Name", "What the case is about.", { required: true, maxLength: 150 }),
    debtor: lookup("debtor", "Debtor", "Whose items it holds.", { required: true, onDelete: "parental" }),
    openedon: day("Opened on", "Day on which it was opened."),
    outcome: memo("Outcome", "How it ended.", { maxLength: 2000 }),
  },
  statuses: { open: active(1, "Open"), settled: inactive(2, "Settled"), cancelled: inactive(591850000, "Cancelled") },
});

export const caseitem = table({
  name: "caseitem", label: "Case item", plural: "Case items",
  help: "An open item in a collection case; an item may be in several.",
  columns: {
    name: text("Name", "Item.", { maxLength: 150 }),
    collectioncase: lookup("collectioncase", "Collection case", "Case that holds it.", { required: true, onDelete: "parental" }),
    openitem: lookup("openitem", "Open item", "Item of the debtor of the case.", { required: true, onDelete: "restrict" }),
  },
  keys: { item: ["collectioncase", "openitem"] },
});
