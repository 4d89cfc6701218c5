import { grant, look, read, type Privilege, type Role } from "../model/role";
import { alert } from "../schema/alerts";
import { charge } from "../schema/charges";
import { optout } from "../schema/contacts";
import { allocation, company, contactpoint, debtor, invoice, openitem, payment } from "../schema/ledger";
import { plan, planinstalment } from "../schema/plans";
import { delinquency, segmentmembership } from "../schema/segments";
import { communication, communicationline, promise, run, runline } from "../schema/work";
import { agreementTables, policyTables } from "./tables";

const begin: readonly Privilege[] = ["Create", "Read", "Write", "Append", "AppendTo"];
/** Calls are given to collectors, with the phone call in their calendar, and alerts to those whom they concern. */
const give: readonly Privilege[] = [...begin, "Assign"];
const change: readonly Privilege[] = ["Read", "Write", "Append", "AppendTo"];

/** A trigger on a row keeps a subscription of the connection's own user. */
const subscription: readonly Privilege[] = ["Create", "Read", "Write", "Delete"];

const judged = [promise, plan, planinstalment];

export const service: Role = {
  key: "service", name: "Duly Service",
  help: "For the user of the flows' connection, and nobody else: plays the nights and sends. It may write what a night writes and delete nothing of the ledger.",
  grants: [
    grant("organization", begin, [run, runline, communicationline, charge, segmentmembership, delinquency, optout]),
    grant("organization", give, [communication, alert]),
    grant("organization", [...change, "Assign"], [debtor]),
    grant("organization", change, [openitem, contactpoint, ...judged]),
    grant("organization", read, [company, ...policyTables]),
    grant("organization", look, [invoice, payment, allocation, ...agreementTables.filter((table) => ![...judged, optout, contactpoint].some((one) => one.name === table.name))]),
  ],
  standard: [
    { table: "TransactionCurrency", level: "organization", privileges: read },
    { table: "Activity", level: "organization", privileges: give },
    { table: "User", level: "organization", privileges: read },
    { table: "EnvironmentVariableDefinition", level: "organization", privileges: look },
    { table: "EnvironmentVariableValue", level: "organization", privileges: look },
    { table: "CallbackRegistration", level: "user", privileges: subscription },
  ],
};
