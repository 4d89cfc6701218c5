import { fields, form, tab } from "../model/form";
import { delinquency, segmentmembership } from "../schema/segments";

export const segmentmembershipForm = form(segmentmembership, [tab("general", "General", [
  fields("membership", "Membership", ["name", "debtor", "segment", "startson", "endson", "statuscode"]),
  fields("reason", "Reason", ["reason"], 1),
])]);

export const delinquencyForm = form(delinquency, [tab("general", "General", [
  fields("delinquency", "Delinquency", ["name", "debtor", "enteredon", "lefton", "reason", "severity", "statuscode"]),
])]);
