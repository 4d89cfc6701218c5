import type { ConnectionReference } from "./model/environment";

export const connectionReferences: readonly ConnectionReference[] = [
  { logicalName: "duly_dataverse", label: "Duly Dataverse", connector: "shared_commondataserviceforapps" },
  { logicalName: "duly_outlook", label: "Duly Outlook", connector: "shared_office365" },
];
