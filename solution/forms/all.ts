import type { Form } from "../model/form";
import * as alerts from "./alerts";
import * as calendars from "./calendars";
import * as cases from "./cases";
import * as charges from "./charges";
import * as contacts from "./contacts";
import { debtorForm } from "./debtor";
import * as disputes from "./disputes";
import * as ledger from "./ledger";
import * as plans from "./plans";
import * as policy from "./policy";
import * as segments from "./segments";
import * as work from "./work";

const modules = [ledger, policy, work, alerts, calendars, cases, charges, contacts, disputes, plans, segments];

/** The main form of every table. */
export const forms: readonly Form[] = [debtorForm, ...modules.flatMap((module): readonly Form[] => Object.values(module))];
