import type { Table } from "../model/table";
import { alert, alertrule } from "./alerts";
import { calendar, holiday } from "./calendars";
import { caseitem, collectioncase } from "./cases";
import { budget, charge, costrate, dailyrate, interestrate, interestrule } from "./charges";
import { collector, contactrule, optout } from "./contacts";
import { department, dispute, disputereason, disputeroute, disputetask } from "./disputes";
import { allocation, company, contactpoint, debtor, invoice, openitem, payment } from "./ledger";
import { plan, planinstalment, planitem, plantemplate } from "./plans";
import { creditclass, customchannel, feeband, paymenttype, segment, stepvariant, strategy, strategystep, template, templatetext, templatevariant } from "./policy";
import { delinquency, segmentmembership } from "./segments";
import { communication, communicationline, hold, promise, promiseline, run, runline } from "./work";

/** Every table of the solution, in the order in which docs and packages list them. */
export const tables: readonly Table[] = [
  company, debtor, contactpoint, invoice, openitem, payment, allocation, charge,
  creditclass, paymenttype, customchannel, segment, strategy, strategystep, stepvariant, feeband, template, templatevariant, templatetext,
  calendar, holiday, contactrule, interestrule, interestrate, dailyrate, costrate, budget, plantemplate,
  department, disputereason, disputeroute, alertrule, collector,
  run, runline, communication, communicationline, promise, promiseline, plan, planinstalment, planitem, dispute, disputetask, hold, optout, collectioncase, caseitem,
  segmentmembership, delinquency, alert,
];
