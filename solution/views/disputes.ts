import { views } from "../model/view";
import { department, dispute, disputereason, disputeroute, disputetask } from "../schema/disputes";

export const departmentViews = views(department, {
  cells: [["name", 200], ["code", 100], ["team", 160], ["queue", 160]],
  find: ["name", "code"], lookup: [["code", 100]], order: [["name", "asc"]], more: [],
});

export const disputereasonViews = views(disputereason, {
  cells: [["name", 200], ["code", 100], ["taskorder", 140], ["deadlinedays", 120], ["approvalfrom", 120]],
  find: ["name", "code"], lookup: [["code", 100]], order: [["name", "asc"]], more: [],
});

export const disputerouteViews = views(disputeroute, {
  cells: [["disputereason", 180], ["sequence", 80], ["name", 220], ["department", 160], ["days", 80]],
  find: ["name"], lookup: [["department", 160]], order: [["disputereason", "asc"], ["sequence", "asc"]], more: [],
});

export const disputeViews = views(dispute, {
  cells: [["name", 220], ["debtor", 200], ["openitem", 160], ["disputereason", 120], ["openedon", 110], ["deadline", 110], ["resolvedon", 110], ["statuscode", 130], ["ownerid", 140]],
  find: ["name"], lookup: [["debtor", 200]], order: [["openedon", "desc"], ["name", "asc"]], more: [],
});

export const disputetaskViews = views(disputetask, {
  cells: [["name", 220], ["dispute", 200], ["department", 140], ["deadline", 110], ["doneon", 110], ["statuscode", 110], ["ownerid", 140]],
  find: ["name"], lookup: [["dispute", 200]], order: [["deadline", "asc"], ["name", "asc"]], more: [],
});
