import * as React from "react";
import { tables } from "#solution/generated/names";

/**
 * A write of a control changes nothing else on the form by itself: the platform reads the row, its lists and other controls again only when asked.
 * So a control tells the debtor's id on a channel of the browser, which reaches the form's script (a frame of its own), the other controls and other tabs.
 */
const open = (): BroadcastChannel => new BroadcastChannel(tables.debtor.logicalName);

/** Tells everything else that shows the debtor that rows of it were written. */
export function tellChange(debtorId: string): void {
  const channel = open();
  channel.postMessage(debtorId);
  channel.close();
}

/** Calls `changed` whenever somebody else wrote rows of the debtor. */
export function useChanges(debtorId: string, changed: () => void): void {
  const latest = React.useRef(changed);
  latest.current = changed;
  React.useEffect(() => {
    const channel = open();
    channel.onmessage = ({ data }) => { if (data === debtorId) latest.current(); };
    return () => channel.close();
  }, [debtorId]);
}
