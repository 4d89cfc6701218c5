import { grant, look, read, type Role } from "../model/role";
import { calendar, holiday } from "../schema/calendars";
import { contactrule } from "../schema/contacts";
import { department, dispute, disputereason, disputeroute, disputetask } from "../schema/disputes";
import { company, contactpoint, debtor, invoice, openitem } from "../schema/ledger";
import { plan, planinstalment } from "../schema/plans";
import { creditclass, customchannel, paymenttype, segment, stepvariant, strategy, strategystep, template, templatetext, templatevariant } from "../schema/policy";
import { communication, communicationline, hold, promise } from "../schema/work";
import { standardRights } from "./standard";

export const disputeOwner: Role = {
  key: "dispute-owner", name: "Duly Dispute Owner",
  help: "Clears up the disputes and tasks assigned to them: reads what a dispute is about, changes and hands on their own disputes, and does the tasks.",
  grants: [
    grant("organization", ["Read", "Append", "AppendTo"], [dispute]),
    grant("user", ["Write", "Assign"], [dispute]),
    grant("user", ["Assign"], [disputetask]),
    // A task that is done opens the next one, whoever has it.
    grant("organization", ["Read", "Write", "Append", "AppendTo"], [disputetask]),
    grant("organization", read, [debtor, openitem, department, disputereason, disputeroute]),
    grant("organization", look, [company, invoice, contactpoint, communication, communicationline, promise, plan, planinstalment, hold]),
  ],
  byRules: [
    // A dispute that ends brings its debtor's next action forward.
    grant("organization", ["Write"], [debtor]),
    // Days of a task are business days of the company, whose policy is read as a whole.
    grant("organization", look, [calendar, holiday, contactrule, creditclass, customchannel, paymenttype, segment, strategy, strategystep, stepvariant, template, templatevariant, templatetext]),
  ],
  standard: standardRights,
};
