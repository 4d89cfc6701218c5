import type { WebHandler } from "../../../http/contract";
import type { Connector } from "../contract";
import { associate, boundAction, disassociate, unboundAction } from "./actions";
import { listRecords } from "./list";
import { createRecord, deleteRecord, getItem, updateOnlyRecord, upsertRecord } from "./rows";

/** The Dataverse connector: every operation becomes a Web API request, so answers and errors are the Web API's own. */
export function dataverseConnector(web: WebHandler): Connector {
  return {
    ListRecords: listRecords(web), GetItem: getItem(web), CreateRecord: createRecord(web),
    UpdateOnlyRecord: updateOnlyRecord(web), UpdateRecord: upsertRecord(web), DeleteRecord: deleteRecord(web),
    PerformUnboundAction: unboundAction(web), PerformBoundAction: boundAction(web),
    AssociateEntities: associate(web), DisassociateEntities: disassociate(web),
  };
}
