import { edit, full, grant, read, type Role } from "../model/role";
import { allocation, company, contactpoint, debtor, invoice, openitem, payment } from "../schema/ledger";
import { creditclass, customchannel, feeband, paymenttype, segment, stepvariant, strategy, strategystep, template, templatetext, templatevariant } from "../schema/policy";
import { alert, alertrule } from "../schema/alerts";
import { calendar, holiday } from "../schema/calendars";
import { budget, charge, costrate, dailyrate, interestrate, interestrule } from "../schema/charges";
import { collector as collectorTable, contactrule, optout } from "../schema/contacts";
import { department, dispute, disputereason, disputeroute, disputetask } from "../schema/disputes";
import { plan, planinstalment, planitem, plantemplate } from "../schema/plans";
import { delinquency, segmentmembership } from "../schema/segments";
import { communication, communicationline, hold, promise, promiseline, run, runline } from "../schema/work";
import { standardRights } from "./standard";

export const dunning: Role = {
  key: "dunning-manager", name: "Duly Dunning Manager",
  help: "Sets the policy and runs the nights: strategies, steps, templates, segments, credit classes, runs.",
  grants: [
    grant("organization", full, [
      creditclass, paymenttype, customchannel, segment, strategy, strategystep, stepvariant, feeband, template, templatevariant, templatetext,
      calendar, holiday, contactrule, interestrule, interestrate, dailyrate, costrate, budget, plantemplate, department, disputereason, disputeroute, alertrule, collectorTable,
    ]),
    grant("organization", full, [contactpoint, promise, promiseline, plan, planinstalment, planitem, dispute, disputetask, hold, optout]),
    grant("organization", edit, [company, debtor, openitem, communication, communicationline, run, runline, segmentmembership, delinquency, alert, charge, payment, allocation]),
    grant("organization", read, [invoice]),
  ],
  standard: standardRights,
};
