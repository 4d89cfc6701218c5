import { edit, grant, read, type Role } from "../model/role";
import { alert } from "../schema/alerts";
import { charge } from "../schema/charges";
import { allocation, company, debtor, invoice, openitem, payment } from "../schema/ledger";
import { delinquency, segmentmembership } from "../schema/segments";
import { communication, communicationline, run, runline } from "../schema/work";
import { standardRights } from "./standard";
import { agreementTables, policyTables } from "./tables";

export const collector: Role = {
  key: "collector", name: "Duly Collector",
  help: "Works with debtors: takes promises, records disputes and holds, reminds by hand. Sees ledger, policy and runs.",
  grants: [
    grant("organization", edit, agreementTables),
    grant("organization", ["Read", "Write", "Append", "AppendTo"], [debtor, communication, openitem, alert, charge]),
    grant("organization", read, [company, invoice, payment, allocation, communicationline, run, runline, segmentmembership, delinquency]),
    grant("organization", read, policyTables),
  ],
  // Who reminds by hand plans a message, and its call goes to the debtor's collector.
  byRules: [grant("organization", ["Create", "Assign"], [communication]), grant("organization", ["Create", "Append"], [communicationline])],
  standard: standardRights,
};
