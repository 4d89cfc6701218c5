import { fields, form, grid, tab } from "../model/form";
import { charge } from "../schema/charges";
import { communication, communicationline, hold, promise, promiseline, run, runline } from "../schema/work";

export const runForm = form(run, [tab("general", "General", [
  fields("run", "Run", ["name", "company", "asof", "mode", "statuscode", "startedon", "finishedon"]),
  fields("counts", "Counts", ["debtors", "items", "communications", "errors"]),
  fields("result", "Result", ["totals", "errorlog"], 1),
  fields("progress", "Progress", ["cursor", "policyversion"]),
  grid("communications", "Communications", communication, "run"),
  grid("lines", "Preview", runline, "run"),
])], { library: "duly_/forms/run.js", onLoad: "Duly.RunForm.onLoad" });

export const runlineForm = form(runline, [tab("general", "General", [
  fields("line", "Line", ["name", "run", "debtor", "communications", "items", "channels", "amounts"]),
  fields("reasons", "Reasons", ["reasons"], 1),
])]);

export const communicationForm = form(communication, [
  tab("general", "General", [
    fields("message", "Message", ["name", "debtor", "company", "channel", "language", "address", "sender", "level", "strategystep", "template", "promise", "resendof", "purpose", "run", "adhoc", "ladderstays", "unassigned", "customchannel", "wantedchannel", "fallback"]),
    fields("state", "State", ["statuscode", "plannedon", "scheduledfor", "senton", "acceptedon", "deliveredon", "total", "charges", "transactioncurrencyid", "deadline", "resolution", "ownerid"]),
    fields("approval", "Approval", ["plannedby", "approvedby"]),
    fields("call", "Call", ["attempts", "outcome", "phonecall"]),
    fields("cost", "Cost", ["cost", "segments"]),
    fields("note", "Note", ["note"], 1),
    grid("lines", "Items", communicationline, "communication"),
    grid("charges", "Charges", charge, "communication"),
  ]),
  tab("content", "Content", [fields("body", "Text", ["body"], 1), fields("identity", "Identity", ["uniquekey"], 1)]),
], { library: "duly_/forms/communication.js", onLoad: "Duly.CommunicationForm.onLoad" });

export const communicationlineForm = form(communicationline, [tab("general", "General", [
  fields("line", "Line", ["name", "communication", "openitem", "strategystep", "level", "cycle"]),
  fields("told", "As told", ["duedate", "dayspastdue", "shifteddays", "amount", "openamount", "charges", "transactioncurrencyid"]),
])]);

export const promiseForm = form(promise, [tab("general", "General", [
  fields("promise", "Promise", ["name", "debtor", "amount", "transactioncurrencyid", "takenon", "promisedate", "ownerid"]),
  fields("items", "Promised items", ["openitems"], 1),
  fields("outcome", "Outcome", ["statuscode", "paidamount", "judgedon", "signalledon"]),
  grid("lines", "Items", promiseline, "promise"),
])], { library: "duly_/forms/promise.js", onLoad: "Duly.PromiseForm.onLoad" });

export const promiselineForm = form(promiseline, [tab("general", "General", [
  fields("line", "Line", ["name", "promise", "openitem", "openamount", "transactioncurrencyid"]),
])]);

export const holdForm = form(hold, [tab("general", "General", [
  fields("hold", "Hold", ["name", "debtor", "openitem", "startson", "endson", "counting", "statuscode", "ownerid"]),
])]);
