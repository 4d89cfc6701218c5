import { views } from "../model/view";
import { budget, charge, costrate, dailyrate, interestrate, interestrule } from "../schema/charges";

export const chargeViews = views(charge, {
  cells: [["name", 200], ["kind", 140], ["debtor", 200], ["openitem", 160], ["amount", 110], ["startson", 110], ["statuscode", 110]],
  find: ["name"], lookup: [["openitem", 160]], order: [["startson", "desc"], ["name", "asc"]], more: [],
});

export const interestruleViews = views(interestrule, {
  cells: [["name", 240], ["code", 110], ["country", 80], ["debtorkind", 120], ["validfrom", 110], ["validto", 110], ["ratecode", 90], ["margin", 90], ["statecode", 90]],
  find: ["name", "code"], lookup: [["code", 110]], order: [["country", "asc"], ["name", "asc"]], more: [{
    key: "all", label: "All interest rules",
    cells: [["name", 240], ["code", 110], ["country", 80], ["debtorkind", 120], ["validfrom", 110], ["validto", 110], ["statecode", 90]],
    filter: [], order: [["country", "asc"], ["name", "asc"]],
  }], opensWith: "all",
});

export const interestrateViews = views(interestrate, {
  cells: [["code", 100], ["validfrom", 110], ["rate", 90], ["name", 200]],
  find: ["name", "code"], lookup: [["validfrom", 110]], order: [["code", "asc"], ["validfrom", "desc"]], more: [],
});

export const dailyrateViews = views(dailyrate, {
  cells: [["fromcurrency", 90], ["tocurrency", 90], ["day", 110], ["rate", 110], ["name", 200]],
  find: ["name"], lookup: [["day", 110]], order: [["day", "desc"], ["name", "asc"]], more: [],
});

export const costrateViews = views(costrate, {
  cells: [["company", 180], ["channel", 120], ["validfrom", 110], ["amount", 110], ["persegment", 120]],
  find: ["name"], lookup: [["validfrom", 110]], order: [["company", "asc"], ["validfrom", "desc"]], more: [],
});

export const budgetViews = views(budget, {
  cells: [["company", 180], ["channel", 120], ["startson", 110], ["endson", 110], ["amount", 110]],
  find: ["name"], lookup: [["startson", 110]], order: [["startson", "desc"], ["name", "asc"]], more: [],
});
