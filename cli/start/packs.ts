import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OrganizationService } from "../../local-host/service/contract";
import { readAlerts } from "../alert/pack";
import { seedAlerts } from "../alert/seed";
import { readContact } from "../contact/pack";
import { seedContact } from "../contact/seed";
import { readInterest } from "../interest/pack";
import { seedInterest } from "../interest/seed";
import { inRoot } from "../root";

/** Texts of the packs of one kind that ship. */
function packs(kind: "interest" | "contact" | "alert"): readonly string[] {
  const folder = inRoot("examples", "packs", kind);
  return readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((name) => readFileSync(join(folder, name), "utf8"));
}

/** Statutory interest and contact rules of every country that ships, and alert rules, for an administrator to activate: none of them acts until then. */
export function seedPacks(service: OrganizationService): void {
  for (const text of packs("interest")) seedInterest(service, { ...readInterest(text), active: false });
  for (const text of packs("contact")) seedContact(service, readContact(text), "inactive");
  for (const text of packs("alert")) seedAlerts(service, readAlerts(text));
}
