import { choose, day, lookup, memo, text } from "../model/column";
import { table } from "../model/table";
import { severity } from "./choices";

export const segmentmembership = table({
  name: "segmentmembership", label: "Segment membership", plural: "Segment memberships",
  help: "From when to when a debtor belonged to a segment, and why.",
  columns: {
    name: text("Name", "Debtor and segment.", { required: true, maxLength: 250 }),
    debtor: lookup("debtor", "Debtor", "Whose membership it is.", { required: true, onDelete: "parental" }),
    segment: lookup("segment", "Segment", "Segment that the debtor belonged to."),
    startson: day("From", "First day.", { required: true }),
    endson: day("Until", "Last day, included; empty = it lasts."),
    reason: memo("Reason", "The values that matched.", { maxLength: 2000 }),
  },
  keys: { start: ["debtor", "startson"] },
});

export const delinquency = table({
  name: "delinquency", label: "Delinquency", plural: "Delinquencies",
  help: "From when to when a debtor was delinquent.",
  columns: {
    name: text("Name", "Debtor and day.", { required: true, maxLength: 250 }),
    debtor: lookup("debtor", "Debtor", "Who was delinquent.", { required: true, onDelete: "parental" }),
    enteredon: day("Entered on", "First day past due.", { required: true }),
    lefton: day("Left on", "Day on which nothing was overdue any more; empty = it lasts."),
    reason: text("Left because", "Why it ended.", { maxLength: 100 }),
    severity: choose(severity, "Severity", "Highest severity that it reached."),
  },
  keys: { start: ["debtor", "enteredon"] },
});
