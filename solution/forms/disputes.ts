import { fields, form, grid, tab } from "../model/form";
import { department, dispute, disputereason, disputeroute, disputetask } from "../schema/disputes";

export const departmentForm = form(department, [tab("general", "General", [
  fields("department", "Department", ["name", "code", "team", "queue", "statuscode"]),
  grid("tasks", "Dispute tasks", disputetask, "department"),
])]);

export const disputereasonForm = form(disputereason, [tab("general", "General", [
  fields("reason", "Reason", ["name", "code", "taskorder", "deadlinedays", "escalationdays", "approvalfrom", "transactioncurrencyid", "statuscode"]),
  grid("routes", "Route", disputeroute, "disputereason"),
])]);

export const disputerouteForm = form(disputeroute, [tab("general", "General", [fields("route", "Route", ["name", "disputereason", "department", "sequence", "days", "statuscode"])])]);

export const disputeForm = form(dispute, [tab("general", "General", [
  fields("dispute", "Dispute", ["name", "debtor", "openitem", "disputereason", "openedon", "deadline", "resolvedon", "statuscode", "ownerid"]),
  fields("credit", "Credit", ["credit", "transactioncurrencyid", "creditby", "approvedby"]),
  fields("outcome", "Outcome", ["outcome"], 1),
  grid("tasks", "Tasks", disputetask, "dispute"),
])]);

export const disputetaskForm = form(disputetask, [tab("general", "General", [
  fields("task", "Task", ["name", "dispute", "department", "sequence", "days", "deadline", "doneon", "statuscode", "ownerid"]),
  fields("outcome", "Outcome", ["outcome"], 1),
])]);
