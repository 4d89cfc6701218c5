import { stop } from "#domain/messages/fault";
import { set } from "../../sdk/effect";
import { todayOf } from "../../sdk/input";
import { defineStep } from "../../sdk/rule";
import { touch } from "./touch";

const table = "duly_debtor";
/** The segment is not among them: rules find it, and write the next action with it. */
const decisive = ["duly_creditclass", "duly_strategy", "duly_kind", "duly_country", "duly_language", "statecode",
  "duly_lastorderon", "duly_vulnerable", "duly_insolventon", "duly_manualreview", "duly_calendar", "duly_preferredchannel", "duly_timezone",
  "duly_customersince", "duly_creditlimit", "duly_openorders", "duly_behaviourscore"];

/** A debtor without a number would have no place in the order in which a run takes debtors; blanks around one would make a second debtor of the same. */
const numbered = (message: "Create" | "Update") => defineStep(
  { id: `debtor.numbered.${message.toLowerCase()}`, message, table, stage: "PreOperation", ...(message === "Update" ? { filteringAttributes: ["duly_number"] } : {}) },
  function* ({ target }) {
    const number = (target.duly_number ?? "").trim();
    if (number === "") stop("DULY-DEBTOR-002");
    return number === target.duly_number ? [] : set(table, { duly_number: number });
  },
);

/** What decides about a debtor was changed: it is looked at today. */
export const debtorChanged = defineStep(
  { id: "debtor.changed", message: "Update", table, stage: "PreOperation", filteringAttributes: decisive, images: { pre: ["duly_nextactionon"] } },
   
  function* ({ today, preImage, target }) {
    if ("duly_nextactionon" in target) return [];
    const current = preImage.duly_nextactionon ?? "9999-12-31";
    return current > today ? set(table, { duly_nextactionon: today }) : [];
  },
);

/** An address was added or changed: a reminder that lacked one may go out. */
const addressRule = (message: "Create" | "Update") => defineStep(
  { id: `contactpoint.${message === "Create" ? "created" : "changed"}`, message, table: "duly_contactpoint", stage: "PostOperation", images: { post: ["duly_debtor"] } },
  function* (context) {
    return yield* touch([context.postImage.duly_debtor ?? context.target.duly_debtor], { today: todayOf(context), from: null });
  },
);

export const debtorRules = [numbered("Create"), numbered("Update"), debtorChanged, addressRule("Create"), addressRule("Update")];
