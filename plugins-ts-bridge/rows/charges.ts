import type { Charge } from "#domain/charges/charge";
import type { Fee, FeeBand } from "#domain/charges/fee";
import { parsePercent, type Percent } from "#domain/charges/percent";
import { fault, FaultError, type Fault } from "#domain/messages/fault";
import type { Reference } from "#solution/generated/names";
import { from } from "../sdk/query";
import { chargeBaseOf, chargeKindOf, chargeStateOf } from "./codes";
import { toMoney, type Currencies } from "./currencies";
import { toDay } from "./debtor";
import { groupBy } from "./group";

/** Steps that charge a fee. */
export const feeQuery = (stepIds: readonly string[]) => from("duly_strategystep")
  .select("duly_strategystepid", "duly_name", "duly_fee", "duly_feeamount", "duly_feepercent", "transactioncurrencyid").where(["duly_strategystepid", "in", stepIds]);
export type FeeColumns = ReturnType<typeof feeQuery>["row"];

export const bandQuery = (stepIds: readonly string[]) => from("duly_feeband")
  .select("duly_feebandid", "duly_strategystep", "duly_sequence", "duly_upto", "duly_amount", "duly_percent", "transactioncurrencyid")
  .where(["duly_strategystep", "in", stepIds], ["statecode", "eq", 0]);
export type BandColumns = ReturnType<typeof bandQuery>["row"];

/** Charges of debtors, whatever became of them. */
export const chargeQuery = (debtorIds: readonly string[]) => from("duly_charge")
  .select("duly_chargeid", "duly_name", "duly_debtor", "duly_openitem", "duly_kind", "duly_amount", "duly_endson", "duly_uniquekey", "statuscode", "transactioncurrencyid")
  .where(["duly_debtor", "in", debtorIds]);
export type ChargeColumns = ReturnType<typeof chargeQuery>["row"];

/** What amounts of policy rows are in when they name no currency. */
export interface Amounts { readonly currencies: Currencies; readonly currency: Reference | null }

/** A value, or the fault of the row that it is read from. */
export function orFault<T>(read: () => T): T | Fault {
  try {
    return read();
  } catch (error) {
    if (error instanceof FaultError) return error.fault;
    throw error;
  }
}

const refused = (found: Fault): never => { throw new FaultError(found); };

export const percentOf = (text: string | null, found: Fault): Percent => (text === null ? null : parsePercent(text)) ?? refused(found);

/** An amount of a policy row; stops with the fault given when it is empty, and names the row when it is none. */
function amountOf(text: string | null, row: { readonly transactioncurrencyid: Reference | null }, { currencies, currency, name, column }: Amounts & { readonly name: string; readonly column: string }) {
  const amount = text === null ? null : toMoney(text, row.transactioncurrencyid ?? currency, { currencies, row: name, column });
  const [table = "", ...rest] = name.split(" ");
  return amount !== null && amount.minor < 0n ? refused(fault("DULY-CHARGE-010", { table, row: rest.join(" "), column })) : amount;
}

function toBand(row: BandColumns, amounts: Amounts & { readonly name: string }): FeeBand {
  const named = { ...amounts, name: `duly_feeband ${amounts.name} ${row.duly_sequence ?? ""}` };
  return {
    upTo: amountOf(row.duly_upto, row, { ...named, column: "duly_upto" }), amount: amountOf(row.duly_amount, row, { ...named, column: "duly_amount" }),
    percent: row.duly_percent === null ? null : percentOf(row.duly_percent, fault("DULY-CHARGE-002", { step: amounts.name, band: row.duly_sequence ?? "", column: "duly_percent" })),
  };
}

/** Bands in their order; the upper ends must rise, and only the last may be open. */
function toBands(rows: readonly BandColumns[], amounts: Amounts & { readonly name: string }): readonly FeeBand[] {
  const ordered = [...rows].sort((left, right) => (left.duly_sequence ?? 0) - (right.duly_sequence ?? 0));
  const bands = ordered.map((row) => toBand(row, amounts));
  bands.slice(1).forEach(({ upTo }, index) => {
    const before = bands[index]?.upTo ?? null;
    const rises = before !== null && (upTo === null || (upTo.currency.code === before.currency.code && upTo.minor > before.minor));
    if (!rises) refused(fault("DULY-CHARGE-002", { step: amounts.name, band: ordered[index + 1]?.duly_sequence ?? "", column: "duly_upto" }));
  });
  return bands;
}

function toFee(row: FeeColumns, bands: readonly BandColumns[], amounts: Amounts): Fee {
  const base = chargeBaseOf(row.duly_fee) ?? "none";
  const named = { ...amounts, name: row.duly_name ?? row.duly_strategystepid };
  const missing = (column: string): Fault => fault("DULY-CHARGE-001", { step: named.name, base, column });
  switch (base) {
    case "none": return { base };
    case "fixed": return { base, amount: amountOf(row.duly_feeamount, row, { ...named, name: `duly_strategystep ${named.name}`, column: "duly_feeamount" }) ?? refused(missing("duly_feeamount")) };
    case "percent": return { base, percent: percentOf(row.duly_feepercent, missing("duly_feepercent")) };
    case "bands": return { base, bands: bands.length === 0 ? refused(missing("duly_feeband")) : toBands(bands, named) };
  }
}

/** Fees by step id. */
export function toFees(steps: readonly FeeColumns[], bands: readonly BandColumns[], amounts: Amounts): ReadonlyMap<string, Fee | Fault> {
  const own = groupBy(bands, (row) => row.duly_strategystep?.id ?? "");
  return new Map(steps.map((row) => [row.duly_strategystepid, orFault(() => toFee(row, own.get(row.duly_strategystepid) ?? [], amounts))]));
}

/** A charge as it is stored; stops when its row cannot be read. */
export function toCharge(row: ChargeColumns, currencies: Currencies): Charge {
  const name = row.duly_name ?? row.duly_chargeid;
  const wrong = (column: string): Fault => fault("DULY-CHARGE-007", { table: "duly_charge", row: name, column });
  return {
    kind: chargeKindOf(row.duly_kind) ?? refused(wrong("duly_kind")), itemId: row.duly_openitem?.id ?? "", key: row.duly_uniquekey ?? row.duly_chargeid,
    amount: toMoney(row.duly_amount, row.transactioncurrencyid, { currencies, row: `duly_charge ${name}`, column: "duly_amount" }), state: chargeStateOf(row.statuscode) ?? refused(wrong("statuscode")), endsOn: toDay(row.duly_endson),
  };
}
