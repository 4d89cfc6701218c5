import type { NewCharge } from "#domain/charges/charge";
import type { PlanCommunication } from "#domain/dunning/actions";
import { decimalText } from "#domain/money/decimal";
import { chargekind, chargeStatus } from "#solution/generated/names";
import { currencyReference } from "../../rows/currencies";
import { create, type Effect } from "../../sdk/effect";
import { reference } from "../../sdk/value";
import type { Sending } from "../run/communication";

const labels: Readonly<Record<NewCharge["kind"], string>> = { fee: "Dunning fee", interest: "Late-payment interest", flatCost: "Flat recovery cost" };

/** Letters of the column of rates. */
const ratesLength = 4000;

/** The charges that a message makes, as rows: shown, or posted where the company posts charges. */
export const chargeEffects = ({ charges }: PlanCommunication, communication: string, { debtor, charging, read }: Sending): readonly Effect[] =>
  charges.flatMap(({ added }) => added).map((charge) => create("duly_charge", {
    duly_name: `${labels[charge.kind]} – ${charge.itemName}`.slice(0, 200), duly_debtor: reference("duly_debtor", debtor.id), duly_openitem: reference("duly_openitem", charge.itemId),
    duly_communication: { logicalName: "duly_communication", created: communication }, duly_strategystep: reference("duly_strategystep", charge.stepId),
    duly_kind: chargekind[charge.kind], duly_amount: decimalText(charge.amount), duly_startson: charge.startsOn, duly_endson: charge.endsOn,
    duly_rates: charge.rates.slice(0, ratesLength), duly_uniquekey: charge.key, transactioncurrencyid: currencyReference(charge.amount, read.currencies),
    statuscode: charging?.posts === true ? chargeStatus.posted : chargeStatus.shown,
  }));
