import type { ITextField } from "@fluentui/react";
import { DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import * as React from "react";
import { signsOf, toMajor } from "../shared/amount";
import { Chips } from "../shared/Chips";
import type { Currency } from "../shared/currency";
import type { Failure } from "../shared/failure";
import { FailureBar } from "../shared/FailureBar";
import type { Host } from "../shared/host";
import { DayField } from "./DayField";
import type { Draft, DraftFacts, Faults, Field } from "./draft";
import { checkDraft, emptyDraft, sumChosen, toPromiseRow } from "./draft";
import type { OpenItem } from "./item";
import { ItemPicker } from "./ItemPicker";
import type { Ledger } from "./ledger";
import { isOpen } from "./promise";
import type { PromiseStyles } from "./PromiseView.styles";

interface FormProps {
  readonly host: Host;
  readonly ledger: Ledger;
  readonly styles: PromiseStyles;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onSave: (row: Readonly<Record<string, unknown>>) => void;
  readonly onClose: () => void;
}

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

/** Ids of the items that an open promise covers; one without items covers all of its currency. */
function promisedIds(ledger: Ledger): ReadonlySet<string> {
  const open = ledger.promises.filter(isOpen);
  const covered = (item: OpenItem): boolean =>
    open.some((promise) => (promise.itemIds.length === 0 ? promise.currencyId === item.currencyId : promise.itemIds.includes(item.id)));
  return new Set(ledger.items.filter(covered).map((item) => item.id));
}

/** The state of the form: one draft in one currency. */
function useDraft(props: FormProps) {
  const { host, ledger } = props;
  const currencies = currenciesOf(ledger);
  const [draft, setDraft] = React.useState<Draft>(emptyDraft);
  const [faults, setFaults] = React.useState<Faults>({});
  const [currencyId, setCurrencyId] = React.useState("");
  const currency = currencies.find((one) => one.id === currencyId) ?? currencies[0] ?? unknownCurrency("");
  const change = (part: Partial<Draft>, field: Field): void => {
    setDraft((before) => ({ ...before, ...part }));
    setFaults(({ [field]: _, ...others }) => others);
  };
  const choose = (id: string): void => {
    setCurrencyId(id);
    change({ chosen: new Set(), amount: null }, "items");
  };
  return { draft, faults, setFaults, change, currencies, currency, choose, facts: factsOf(host, ledger, currency) };
}

/** Takes a new promise; faults stand beside their field, and the first one gets the focus. */
export function PromiseForm(props: FormProps): React.ReactElement {
  const { host, styles } = props;
  const { draft, faults, setFaults, change, currencies, currency, choose, facts } = useDraft(props);
  const form = React.useRef<HTMLFormElement>(null);
  const amount = React.useRef<ITextField>(null);
  const day = React.useRef<ITextField>(null);
  const promised = React.useMemo(() => promisedIds(props.ledger), [props.ledger]);
  const sum = toMajor(sumChosen(draft.chosen, facts.items), currency.precision);
  const focusItems = (): void => form.current?.querySelector<HTMLElement>("input:not(:disabled)")?.focus();
  const faultText = (field: Field): string | undefined => {
    const key = faults[field];
    return key === undefined ? undefined : host.texts(key, host.format.money(sum, currency), host.format.day(facts.today));
  };

  const amountFault = faultText("amount");

  React.useEffect(focusItems, []);
  const onSubmit = (event: React.FormEvent): void => {
    event.preventDefault();
    const result = checkDraft(draft, facts);
    if ("checked" in result) return props.onSave(toPromiseRow(result.checked, { debtorId: host.debtorId, currency }));
    setFaults(result.faults);
    if (result.faults.items !== undefined) focusItems();
    else (result.faults.amount === undefined ? day : amount).current?.focus();
  };
  return (
    <form ref={form} noValidate className={styles.form} aria-label={host.texts("NewPromise")} onSubmit={onSubmit}>
      {currencies.length > 1 && (
        <div style={{ marginBottom: 10 }}>
          <Chips label={host.texts("Currency")} chips={currencies.map((one) => ({ key: one.id, text: one.code, on: one.id === currency.id }))} onToggle={choose} />
        </div>
      )}
      <div className={styles.columns}>
        <ItemPicker
          host={host} styles={styles} items={facts.items} currency={currency} promised={(id) => promised.has(id)} chosen={draft.chosen} fault={faultText("items")}
          onChoose={(chosen) => change({ chosen, amount: null }, "items")}
        />
        <div className={styles.fields}>
          <TextField
            label={host.texts("Amount")} suffix={currency.code} value={draft.amount ?? (sum === 0 ? "" : host.format.decimal(sum, currency.precision))} inputMode="decimal" autoComplete="off"
            componentRef={amount} {...(amountFault === undefined ? {} : { errorMessage: amountFault })} onChange={(_, text) => change({ amount: text ?? "" }, "amount")}
          />
          <DayField host={host} styles={styles} value={draft.day} sample={facts.daySample} fault={faultText("day")} field={day} onChange={(text) => change({ day: text }, "day")} />
        </div>
      </div>
      {props.failure !== null && <FailureBar failure={props.failure} title={host.texts("SaveFailed")} />}
      <div className={styles.buttons}>
        <PrimaryButton type="submit" text={host.texts(props.busy ? "Saving" : "Save")} disabled={props.busy} />
        <DefaultButton text={host.texts("Close")} onClick={props.onClose} />
      </div>
    </form>
  );
}
