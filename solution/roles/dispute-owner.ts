import { grant, look, read, type Role } from "../model/role";
import { department, dispute, disputereason, disputeroute, disputetask } from "../schema/disputes";
import { company, contactpoint, debtor, invoice, openitem } from "../schema/ledger";
import { plan, planinstalment } from "../schema/plans";
import { communication, communicationline, hold, promise } from "../schema/work";
import { standardRights } from "./standard";

export const disputeOwner: Role = {
  key: "dispute-owner", name: "Duly Dispute Owner",
  help: "Clears up the disputes and tasks assigned to them: reads what a dispute is about, changes and hands on their own.",
  grants: [
    grant("organization", look, [dispute, disputetask]),
    grant("user", ["Write", "Append", "AppendTo", "Assign"], [dispute, disputetask]),
    // A dispute that ends brings its debtor's next action forward, in the name of who ends it.
    grant("organization", ["Read", "Write", "AppendTo"], [debtor]),
    grant("organization", read, [openitem, department, disputereason, disputeroute]),
    grant("organization", look, [company, invoice, contactpoint, communication, communicationline, promise, plan, planinstalment, hold]),
  ],
  standard: standardRights,
};
