import { permit, type Profile } from "../model/profile";
import { debtor } from "../schema/ledger";

/** Who sees why a customer is vulnerable: the one circle that needs it to treat them well. */
const vulnerable: Profile = {
  key: "vulnerable-customers", name: "Duly Vulnerable Customers",
  help: "Members see and record why a debtor is vulnerable. Everybody else sees that the debtor is, and no reason.",
  permissions: [permit(debtor, ["vulnerabilityreason"], ["Read", "Create", "Update"])],
};

export const profiles: readonly Profile[] = [vulnerable];
