import type { TableIr } from "../ir/table";
import { type Element, leaf } from "../xml/element";
import { introduced } from "./texts";

type Flag = readonly [name: string, value: string | number];

const before = (table: TableIr): readonly Flag[] => [
  ["IsDuplicateCheckSupported", 1], ["IsBusinessProcessEnabled", 0], ["IsRequiredOffline", 0], ["IsInteractionCentricEnabled", 0], ["IsCollaboration", 0],
  ["AutoRouteToOwnerQueue", 0], ["IsConnectionsEnabled", 0], ["IsDocumentManagementEnabled", 0], ["AutoCreateAccessTeams", 0],
  ["IsOneNoteIntegrationEnabled", 0], ["IsKnowledgeManagementEnabled", 0], ["IsSLAEnabled", 0], ["IsDocumentRecommendationsEnabled", 0], ["IsBPFEntity", 0],
  ["OwnershipTypeMask", table.ownership === "user" ? "UserOwned" : "OrgOwned"], ["IsAuditEnabled", 0], ["IsRetrieveAuditEnabled", 0], ["IsRetrieveMultipleAuditEnabled", 0],
];

const display: readonly Flag[] = [
  ["IsActivity", 0], ["ActivityTypeMask", ""], ["IsActivityParty", 0], ["IsReplicated", 0], ["IsReplicationUserFiltered", 0], ["IsMailMergeEnabled", 1],
  ["IsVisibleInMobile", 0], ["IsVisibleInMobileClient", 1], ["IsReadOnlyInMobileClient", 0], ["IsOfflineInMobileClient", 0],
  ["DaysSinceRecordLastModified", 0], ["MobileOfflineFilters", ""], ["IsMapiGridEnabled", 1], ["IsReadingPaneEnabled", 1], ["IsQuickCreateEnabled", 0],
  ["SyncToExternalSearchIndex", 0], ["IntroducedVersion", introduced],
];

/** What an admin may change: everything. */
const adaptable: readonly Flag[] = [
  "IsCustomizable", "IsRenameable", "IsMappable", "CanModifyAuditSettings", "CanModifyMobileVisibility", "CanModifyMobileClientVisibility",
  "CanModifyMobileClientReadOnly", "CanModifyMobileClientOffline", "CanModifyConnectionSettings", "CanModifyDuplicateDetectionSettings",
  "CanModifyMailMergeSettings", "CanModifyQueueSettings", "CanCreateAttributes", "CanCreateForms", "CanCreateCharts", "CanCreateViews",
  "CanModifyAdditionalSettings", "CanEnableSyncToExternalSearchIndex",
].map((name): Flag => [name, 1]);

const after: readonly Flag[] = [
  ["EnforceStateTransitions", 0], ["CanChangeHierarchicalRelationship", 1], ["EntityHelpUrlEnabled", 0], ["ChangeTrackingEnabled", 0],
  ["CanChangeTrackingBeEnabled", 1], ["IsEnabledForExternalChannels", 0], ["IsSolutionAware", 0],
];

const related = (table: TableIr): readonly Flag[] => [
  ...(table.notes ? [["HasRelatedNotes", "True"] as const] : []),
  ...(table.activities ? [["HasRelatedActivities", "True"] as const] : []),
];

/** The flags of a table, in the order in which the platform exports them. */
export const flags = (table: TableIr): readonly Element[] =>
  [...before(table), ...display, ...adaptable, ...after, ...related(table)].map(([name, value]) => leaf(name, value));
