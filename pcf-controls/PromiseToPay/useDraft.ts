import * as React from "react";
import { signsOf } from "../shared/amount";
import type { Currency } from "../shared/currency";
import type { Host } from "../shared/host";
import type { Draft, DraftFacts, Faults, Field } from "./draft";
import { emptyDraft } from "./draft";
import type { OpenItem } from "./item";
import type { Ledger } from "./ledger";
import { isOpen } from "./promise";

/** A day whose parts cannot be mistaken for each other: it shows the order of the user's format. */
const daySample = "2033-11-22";

/** A row whose currency is not known any more still has two decimals and no sign. */
const unknownCurrency = (id: string): Currency => ({ id, code: "", symbol: "", precision: 2 });

/** Currencies of the open items, in the order in which they fall due. */
const currenciesOf = (ledger: Ledger): readonly Currency[] =>
  [...new Set(ledger.items.map((item) => item.currencyId))].map((id) => ledger.currencies.get(id) ?? unknownCurrency(id));

const factsOf = (host: Host, ledger: Ledger, currency: Currency): DraftFacts => ({
  items: ledger.items.filter((item) => item.currencyId === currency.id), precision: currency.precision,
  signs: signsOf(host.format.decimal(12345.5, 1)), today: host.today(), daySample: host.format.day(daySample),
});

/** Ids of the items that an open promise covers; one without items covers all of its currency. The server refuses to promise them again. */
export function promisedIds(ledger: Ledger): ReadonlySet<string> {
  const open = ledger.promises.filter(isOpen);
  const covered = (item: OpenItem): boolean =>
    open.some((promise) => (promise.itemIds.length === 0 ? promise.currencyId === item.currencyId : promise.itemIds.includes(item.id)));
  return new Set(ledger.items.filter(covered).map((item) => item.id));
}

/** The state of the form: one draft in one currency, and its faults. */
export interface DraftModel {
  readonly draft: Draft;
  readonly faults: Faults;
  readonly facts: DraftFacts;
  readonly currency: Currency;
  readonly currencies: readonly Currency[];
  /** Changes entries of one field; its fault goes. */
  readonly change: (part: Partial<Draft>, field: Field) => void;
  readonly setFaults: (faults: Faults) => void;
  /** Another currency begins anew with its own items. */
  readonly chooseCurrency: (id: string) => void;
}

/** Keeps the draft while the form is open. */
export function useDraft(host: Host, ledger: Ledger): DraftModel {
  const currencies = currenciesOf(ledger);
  const [draft, setDraft] = React.useState<Draft>(emptyDraft);
  const [faults, setFaults] = React.useState<Faults>({});
  const [currencyId, setCurrencyId] = React.useState("");
  const currency = currencies.find((one) => one.id === currencyId) ?? currencies[0] ?? unknownCurrency("");
  const change = (part: Partial<Draft>, field: Field): void => {
    setDraft((before) => ({ ...before, ...part }));
    setFaults(({ [field]: _, ...others }) => others);
  };
  const chooseCurrency = (id: string): void => {
    setCurrencyId(id);
    change({ chosen: new Set(), amount: null }, "items");
  };
  return { draft, faults, setFaults, change, currencies, currency, chooseCurrency, facts: factsOf(host, ledger, currency) };
}
