import type { LocalHost } from "../../local-host/host.contract";
import type { DrainProgress } from "../../local-host/flows/runtime";
import { progress } from "../output";

/** Tells how many debtors a dunning run has decided, page by page, from the row of the run itself. */
export function tellOfRuns(host: LocalHost): void {
  const tell = progress("debtors decided:");
  host.onChange(({ table, message, id, columns }) => {
    if (table !== "duly_run" || message !== "Update" || !columns.has("duly_debtors")) return;
    tell(Number(host.sql.get("SELECT duly_debtors AS n FROM duly_run WHERE duly_runid = ?", [id])?.["n"] ?? 0), null);
  });
}

/** Tells of the flows that follow a run: how many have ended, of how many. */
export function tellOfFlows(): DrainProgress {
  const tell = progress("flow runs:");
  return (done, owed) => { tell(done, () => done + owed()); };
}
