import { views } from "../model/view";
import { delinquency, segmentmembership } from "../schema/segments";

export const segmentmembershipViews = views(segmentmembership, {
  cells: [["name", 220], ["debtor", 200], ["segment", 180], ["startson", 110], ["endson", 110], ["reason", 260]],
  find: ["name"], lookup: [["debtor", 200]], order: [["startson", "desc"], ["name", "asc"]], more: [],
});

export const delinquencyViews = views(delinquency, {
  cells: [["name", 220], ["debtor", 200], ["enteredon", 110], ["lefton", 110], ["reason", 160], ["severity", 100]],
  find: ["name"], lookup: [["debtor", 200]], order: [["enteredon", "desc"], ["name", "asc"]], more: [],
});
