import type { Form } from "../model/form";
import { debtorForm } from "./debtor";
import * as ledger from "./ledger";
import * as policy from "./policy";
import * as work from "./work";

/** The main form of every table. */
export const forms: readonly Form[] = [debtorForm, ...Object.values(ledger), ...Object.values(policy), ...Object.values(work)];
