import { views } from "../model/view";
import { alert, alertrule } from "../schema/alerts";

export const alertruleViews = views(alertrule, {
  cells: [["name", 220], ["code", 100], ["company", 160], ["kind", 180], ["amount", 120], ["days", 80], ["escalationdays", 130]],
  find: ["name", "code"], lookup: [["code", 100]], order: [["name", "asc"]], more: [],
});

export const alertViews = views(alert, {
  cells: [["name", 260], ["debtor", 200], ["alertrule", 180], ["raisedon", 110], ["escalatedon", 110], ["statuscode", 120], ["ownerid", 140]],
  find: ["name"], lookup: [["debtor", 200]], order: [["raisedon", "desc"], ["name", "asc"]], more: [],
});
