import { views } from "../model/view";
import { caseitem, collectioncase } from "../schema/cases";

export const collectioncaseViews = views(collectioncase, {
  cells: [["name", 240], ["debtor", 220], ["openedon", 110], ["statuscode", 110], ["ownerid", 140]],
  find: ["name"], lookup: [["debtor", 200]], order: [["openedon", "desc"], ["name", "asc"]], more: [],
});

export const caseitemViews = views(caseitem, {
  cells: [["name", 180], ["collectioncase", 200], ["openitem", 180]],
  find: ["name"], lookup: [["openitem", 180]], order: [["name", "asc"]], more: [],
});
