import { views } from "../model/view";
import { collector, contactrule, optout } from "../schema/contacts";

export const contactruleViews = views(contactrule, {
  cells: [["name", 260], ["pack", 110], ["kind", 160], ["channel", 110], ["debtorkind", 120], ["country", 80], ["validfrom", 110], ["statecode", 90]],
  find: ["name", "code"], lookup: [["pack", 110]], order: [["pack", "asc"], ["name", "asc"]], more: [{
    key: "all", label: "All contact rules",
    cells: [["name", 260], ["pack", 110], ["kind", 160], ["channel", 110], ["country", 80], ["validfrom", 110], ["statecode", 90]],
    filter: [], order: [["pack", "asc"], ["name", "asc"]],
  }], opensWith: "all",
});

export const optoutViews = views(optout, {
  cells: [["name", 200], ["debtor", 220], ["channel", 110], ["purpose", 120], ["startson", 110], ["endson", 110]],
  find: ["name"], lookup: [["debtor", 200]], order: [["startson", "desc"], ["name", "asc"]], more: [],
});

export const collectorViews = views(collector, {
  cells: [["name", 200], ["company", 180], ["user", 180], ["capacity", 100]],
  find: ["name"], lookup: [["company", 180]], order: [["name", "asc"]], more: [],
});
