import type { Table } from "../model/table";
import { alertrule } from "../schema/alerts";
import { calendar, holiday } from "../schema/calendars";
import { caseitem, collectioncase } from "../schema/cases";
import { budget, costrate, dailyrate, interestrate, interestrule } from "../schema/charges";
import { collector, contactrule, optout } from "../schema/contacts";
import { department, dispute, disputereason, disputeroute, disputetask } from "../schema/disputes";
import { contactpoint } from "../schema/ledger";
import { plan, planinstalment, planitem, plantemplate } from "../schema/plans";
import { creditclass, customchannel, feeband, paymenttype, segment, stepvariant, strategy, strategystep, template, templatetext, templatevariant } from "../schema/policy";
import { hold, promise, promiseline } from "../schema/work";

/** What decides how debtors are treated. */
export const policyTables: readonly Table[] = [
  creditclass, paymenttype, customchannel, segment, strategy, strategystep, stepvariant, feeband, template, templatevariant, templatetext,
  calendar, holiday, contactrule, interestrule, interestrate, dailyrate, costrate, budget, plantemplate, department, disputereason, disputeroute, alertrule, collector,
];

/** What is agreed with a debtor, keeps reminders from it, or gathers its items. */
export const agreementTables: readonly Table[] = [contactpoint, promise, promiseline, plan, planinstalment, planitem, dispute, disputetask, hold, optout, collectioncase, caseitem];
