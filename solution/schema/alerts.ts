import { choose, day, instant, lookup, memo, money, text, whole } from "../model/column";
import { active, inactive, table } from "../model/table";
import { alertKind, severity } from "./choices";

export const alertrule = table({
  name: "alertrule", label: "Alert rule", plural: "Alert rules", ownership: "organization",
  help: "What people are told of by themselves; one alert for each crossing.",
  columns: {
    name: text("Name", "Name of the rule.", { required: true }),
    code: text("Code", "Short code of the rule.", { maxLength: 50, required: true }),
    company: lookup("company", "Company", "Company that it watches; empty = all."),
    kind: choose(alertKind, "Kind", "What it watches.", { required: true }),
    amount: money("Amount", "Overdue amount above which it speaks; beside days past due, one of the two is enough."),
    days: whole("Days", "Days past due above which it speaks; days after a dispute's deadline (negative = before it) or without action from which it speaks.", { min: -365, max: 3650 }),
    severity: choose(severity, "Severity", "Only debtors of at least this severity; empty = any, without action: critical."),
    escalationdays: whole("Escalate after days", "Days after which an open alert goes to the manager, 0 = at once; empty = never.", { max: 365 }),
    manager: lookup("systemuser", "Manager", "To whom it is escalated."),
  },
  keys: { code: ["code"] },
});

export const alert = table({
  name: "alert", label: "Alert", plural: "Alerts",
  help: "Something that a rule has noticed; its owner looks after it.",
  columns: {
    name: text("Title", "What was noticed.", { required: true, maxLength: 250 }),
    alertrule: lookup("alertrule", "Alert rule", "Rule that noticed it.", { required: true, onDelete: "restrict" }),
    debtor: lookup("debtor", "Debtor", "Whom it concerns.", { required: true, onDelete: "parental" }),
    dispute: lookup("dispute", "Dispute", "Dispute that it concerns.", { onDelete: "unlink" }),
    raisedon: day("Raised on", "Day on which it was noticed.", { required: true }),
    text: memo("Text", "The values that were compared.", { maxLength: 2000 }),
    escalatedon: day("Escalated on", "Day on which the manager was told."),
    passedon: day("Passed on", "Day from which what it noticed no longer held; the next crossing is told anew."),
    closedon: instant("Closed on", "When it was done with."),
    uniquekey: text("Unique key", "Rule, debtor, dispute and crossing: nothing is told twice.", { maxLength: 200 }),
  },
  keys: { unique: ["uniquekey"] },
  statuses: { open: active(1, "Open"), escalated: active(591850000, "Escalated"), closed: inactive(2, "Closed"), passed: inactive(591850001, "Passed by itself") },
});
