import type { Views } from "../model/view";
import * as ledger from "./ledger";
import * as policy from "./policy";
import * as work from "./work";

/** The views of every table. */
export const tableViews: readonly Views[] = [...Object.values(ledger), ...Object.values(policy), ...Object.values(work)];
