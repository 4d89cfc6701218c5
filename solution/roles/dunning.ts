import { edit, full, grant, read, type Role } from "../model/role";
import { allocation, company, contactpoint, debtor, invoice, openitem, payment } from "../schema/ledger";
import { creditclass, segment, strategy, strategystep, template, templatetext } from "../schema/policy";
import { communication, communicationline, dispute, hold, promise, promiseline, run } from "../schema/work";
import { standardRights } from "./standard";

export const dunning: Role = {
  key: "dunning-manager", name: "Duly Dunning Manager",
  help: "Sets the policy and runs the nights: strategies, steps, templates, segments, credit classes, runs.",
  grants: [
    grant("organization", full, [creditclass, segment, strategy, strategystep, template, templatetext]),
    grant("organization", full, [contactpoint, promise, promiseline, dispute, hold]),
    grant("organization", edit, [company, debtor, openitem, communication, communicationline, run, payment, allocation]),
    grant("organization", read, [invoice]),
  ],
  standard: standardRights,
};
