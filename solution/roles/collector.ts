import { edit, grant, read, type Role } from "../model/role";
import { allocation, company, contactpoint, debtor, invoice, openitem, payment } from "../schema/ledger";
import { creditclass, segment, strategy, strategystep, template, templatetext } from "../schema/policy";
import { communication, communicationline, dispute, hold, promise, promiseline, run } from "../schema/work";
import { standardRights } from "./standard";

export const collector: Role = {
  key: "collector", name: "Duly Collector",
  help: "Works with debtors: takes promises, records disputes and holds. Sees ledger, policy and runs.",
  grants: [
    grant("organization", edit, [contactpoint, promise, promiseline, dispute, hold]),
    grant("organization", ["Read", "Write", "Append", "AppendTo"], [debtor, communication, openitem]),
    grant("organization", read, [company, invoice, payment, allocation, communicationline, run]),
    grant("organization", read, [creditclass, segment, strategy, strategystep, template, templatetext]),
  ],
  standard: standardRights,
};
