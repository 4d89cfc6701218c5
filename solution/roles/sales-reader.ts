import { grant, look, type Role } from "../model/role";
import { caseitem, collectioncase } from "../schema/cases";
import { charge } from "../schema/charges";
import { dispute, disputereason, disputetask } from "../schema/disputes";
import { company, debtor, invoice, openitem, payment } from "../schema/ledger";
import { plan, planinstalment, planitem } from "../schema/plans";
import { communication, communicationline, hold, promise, promiseline } from "../schema/work";
import { standardReading } from "./standard";

export const salesReader: Role = {
  key: "sales-reader", name: "Duly Sales Reader",
  help: "Sees what a customer owes and what was said to them; changes nothing, sees no policy and no runs.",
  grants: [
    grant("organization", look, [company, debtor, invoice, openitem, charge, payment]),
    grant("organization", look, [communication, communicationline, promise, promiseline, plan, planinstalment, planitem, dispute, disputetask, disputereason, hold, collectioncase, caseitem]),
  ],
  standard: standardReading,
};
