import type { LocalHost } from "../../host.contract";
import type { Change } from "../../service/contract";
import { CATALOG_TABLES } from "../catalog";
import { FlowError } from "../error";
import type { FlowPlayer } from "../player";
import { addCallback } from "./callbacks";
import { rowMatches } from "./rows";
import { concerns, type Subscription } from "./subscription";

/** Writes a callback for every change that a switched-on flow waits for, inside the transaction of the change. */
export function listenForChanges(host: LocalHost, player: FlowPlayer): void {
  host.onChange((change) => {
    if (CATALOG_TABLES.includes(change.table)) { player.forgetCatalog(); return; }
    for (const subscription of player.currentCatalog().subscriptions.get(change.table) ?? []) {
      if (!concerns(subscription, change) || !fulfils(host, subscription, change)) continue;
      addCallback(host.sql, { flowId: subscription.flowId, message: change.message, table: change.table, rowId: change.id, runId: player.newGuid(), depth: player.callbackDepth + 1 });
    }
  });
}

/** A filter that fails must not undo the user's change: it is noted and does not match. */
function fulfils(host: LocalHost, { filter, flowId }: Subscription, change: Change): boolean {
  if (filter === null) return true;
  try {
    return rowMatches(host, change, filter);
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    host.unsupported.note("Trigger filter", `${flowId}: ${error.message}`);
    return false;
  }
}
