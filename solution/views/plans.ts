import { views } from "../model/view";
import { plan, planinstalment, planitem, plantemplate } from "../schema/plans";

export const plantemplateViews = views(plantemplate, {
  cells: [["name", 220], ["code", 120], ["company", 180], ["most", 120], ["months", 100], ["least", 120]],
  find: ["name", "code"], lookup: [["most", 120]], order: [["name", "asc"]], more: [],
});

export const planViews = views(plan, {
  cells: [["name", 200], ["debtor", 220], ["amount", 120], ["count", 100], ["firston", 110], ["statuscode", 110], ["ownerid", 140]],
  find: ["name"], lookup: [["debtor", 200]], order: [["firston", "desc"], ["name", "asc"]], more: [],
});

export const planinstalmentViews = views(planinstalment, {
  cells: [["plan", 200], ["sequence", 80], ["dueon", 110], ["amount", 120]],
  find: ["name"], lookup: [["plan", 200]], order: [["dueon", "asc"], ["name", "asc"]], more: [],
});

export const planitemViews = views(planitem, {
  cells: [["name", 180], ["plan", 200], ["openitem", 180], ["openamount", 120]],
  find: ["name"], lookup: [["openitem", 180]], order: [["name", "asc"]], more: [],
});
