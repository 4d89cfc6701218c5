import { alertkind, severity } from "#solution/generated/names";
import { list, object, oneOf, orNull, readJson, text, wholeNumber } from "../ledger/shape";

const namesOf = <T extends object>(choice: T) => Object.keys(choice) as (keyof T & string)[];

/** An alert rule without an amount, which is each house's own; a property is a column of duly_alertrule without its prefix. */
export interface PackAlertRule {
  readonly code: string;
  readonly name: string;
  readonly kind: Exclude<keyof typeof alertkind, "overdueAmount">;
  readonly days: number;
  readonly severity: keyof typeof severity | null;
}

/** Alert rules as a file. They are stored inactive: who is the manager, only an administrator knows. */
export interface AlertPack { readonly name: string; readonly description: string; readonly alertrules: readonly PackAlertRule[] }

const kinds = namesOf(alertkind).flatMap((kind) => (kind === "overdueAmount" ? [] : [kind]));

const rule = object<PackAlertRule>({
  code: text('a short code such as "LATE-30" (at most 50 characters)', (value) => value.length <= 50), name: text("a name (at most 100 characters)", (value) => value.length <= 100),
  kind: oneOf(kinds), days: wholeNumber("a number of days"), severity: orNull(oneOf(namesOf(severity))),
});

const pack = object<AlertPack>({ name: text("a name"), description: text("a text"), alertrules: list(rule, "a list of alert rules") });

/** Reads a pack of alert rules. Throws LedgerError with every fault found (DULY-POLICY-…). */
export const readAlerts = (json: string): AlertPack => readJson(json, "POLICY", pack);
