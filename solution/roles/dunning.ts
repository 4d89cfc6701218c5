import { edit, full, grant, read, type Role } from "../model/role";
import { alert } from "../schema/alerts";
import { charge } from "../schema/charges";
import { allocation, company, debtor, invoice, openitem, payment } from "../schema/ledger";
import { delinquency, segmentmembership } from "../schema/segments";
import { communication, communicationline, run, runline } from "../schema/work";
import { standardRights } from "./standard";
import { agreementTables, policyTables } from "./tables";

export const dunning: Role = {
  key: "dunning-manager", name: "Duly Dunning Manager",
  help: "Sets the policy and runs the nights: strategies, steps, templates, segments, credit classes, runs.",
  grants: [
    grant("organization", full, policyTables),
    grant("organization", full, agreementTables),
    grant("organization", edit, [company, debtor, openitem, communication, communicationline, run, runline, segmentmembership, delinquency, alert, charge, payment, allocation]),
    grant("organization", read, [invoice]),
  ],
  // Calls and debtors go to their collectors, alerts to those whom they concern.
  byRules: [grant("organization", ["Assign"], [communication, debtor, alert])],
  standard: standardRights,
};
