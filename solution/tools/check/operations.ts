/** Operations of the connectors that our flows use: those of Dataverse from flows.md section 4, most of Outlook's unverified. Other connectors are not looked at. */
const operations: Readonly<Record<string, ReadonlySet<string>>> = {
  shared_commondataserviceforapps: new Set([
    "SubscribeWebhookTrigger", "BusinessEventsTrigger", "ListRecords", "GetItem", "CreateRecord", "UpdateRecord", "UpdateOnlyRecord", "DeleteRecord", "PerformUnboundAction", "PerformBoundAction",
    "PerformBackgroundOperation", "AssociateEntities", "DisassociateEntities", "GetEntityFileImageFieldContent", "UpdateEntityFileImageFieldContent", "ExecuteChangeset", "GetRelevantRows",
  ]),
  shared_office365: new Set([
    "SendEmailV2", "SharedMailboxSendEmailV2", "SendMailWithOptions", "SendApprovalMail", "DraftEmail", "SendDraftEmail", "UpdateDraftEmail", "ReplyToV3", "ForwardEmail_V2",
    "OnNewEmailV3", "OnFlaggedEmailV3", "OnFlaggedEmailV4", "OnNewMentionMeEmailV3", "SharedMailboxOnNewEmailV2", "GetEmailsV3", "GetEmailV2", "GetEmailsV2", "GetAttachment_V2", "ExportEmail_V2", "MarkAsRead_V3", "Flag_V2",
    "MoveV2", "DeleteEmail_V2", "AssignCategory", "AssignCategoryBulk", "GetOutlookCategoryNames", "GetMailTips_V2", "SetAutomaticRepliesSetting_V2", "HttpRequest",
    "CalendarGetTables_V2", "V4CalendarGetItems", "V4CalendarPostItem", "V4CalendarPatchItem", "V3CalendarGetItem", "CalendarDeleteItem_V2", "GetEventsCalendarViewV3", "RespondToEvent_V2", "FindMeetingTimes_V2",
    "CalendarGetOnNewItemsV3", "CalendarGetOnUpdatedItemsV3", "CalendarGetOnChangedItemsV3", "OnUpcomingEventsV3", "GetRooms_V2", "GetRoomLists_V2", "GetRoomsInRoomList_V2",
    "ContactGetTablesV2", "ContactGetItems_V2", "ContactGetItem_V2", "ContactPostItem_V2", "ContactPatchItem_V2", "ContactDeleteItem_V2", "UpdateMyContactPhoto", "GetContactPhoto_V2",
  ]),
};

/** Could the connector have the operation? Variants for other environments end in WithOrganization; those of AI Builder are many. */
export const isOperation = (connector: string, id: string): boolean => operations[connector]?.has(id.replace(/WithOrganization$/, "")) !== false || /^aibuilder/i.test(id);
