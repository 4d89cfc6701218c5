import type { ITextField } from "@fluentui/react";
import { DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import * as React from "react";
import { toMajor } from "../shared/amount";
import { Chips } from "../shared/Chips";
import type { Failure } from "../shared/failure";
import { FailureBar } from "../shared/FailureBar";
import type { Host } from "../shared/host";
import { DayField } from "./DayField";
import type { Field } from "./draft";
import { checkDraft, sumChosen, toPromiseRow } from "./draft";
import { ItemPicker } from "./ItemPicker";
import type { Ledger } from "./ledger";
import type { PromiseStyles } from "./PromiseView.styles";
import type { DraftModel } from "./useDraft";
import { promisedIds, useDraft } from "./useDraft";

interface FormProps {
  readonly host: Host;
  readonly ledger: Ledger;
  readonly styles: PromiseStyles;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onSave: (row: Readonly<Record<string, unknown>>) => void;
  readonly onClose: () => void;
}

interface FieldRefs {
  readonly form: React.RefObject<HTMLFormElement>;
  readonly amount: React.RefObject<ITextField>;
  readonly day: React.RefObject<ITextField>;
}

interface FieldsProps {
  readonly form: FormProps;
  readonly model: DraftModel;
  readonly refs: FieldRefs;
}

const sumOf = ({ draft, facts, currency }: DraftModel): number => toMajor(sumChosen(draft.chosen, facts.items), currency.precision);

/** Text of a field's fault, with the sum and today as its values. */
function faultText(host: Host, model: DraftModel, field: Field): string | undefined {
  const key = model.faults[field];
  return key === undefined ? undefined : host.texts(key, host.format.money(sumOf(model), model.currency), host.format.day(model.facts.today));
}

function focusFirst(fields: readonly Field[], refs: FieldRefs): void {
  if (fields.includes("items")) refs.form.current?.querySelector<HTMLElement>("input:not(:disabled)")?.focus();
  else (fields.includes("amount") ? refs.amount : refs.day).current?.focus();
}

function AmountField({ form, model, refs }: FieldsProps): React.ReactElement {
  const { host } = form;
  const { draft, currency } = model;
  const sum = sumOf(model);
  const fault = faultText(host, model, "amount");
  return (
    <TextField
      label={host.texts("Amount")} suffix={currency.code} value={draft.amount ?? (sum === 0 ? "" : host.format.decimal(sum, currency.precision))}
      inputMode="decimal" autoComplete="off" componentRef={refs.amount} {...(fault === undefined ? {} : { errorMessage: fault })}
      onChange={(_, text) => model.change({ amount: text ?? "" }, "amount")}
    />
  );
}

function Fields(props: FieldsProps): React.ReactElement {
  const { form: { host, styles, ledger }, model, refs } = props;
  const promised = React.useMemo(() => promisedIds(ledger), [ledger]);
  return (
    <div className={styles.columns}>
      <ItemPicker
        host={host} styles={styles} items={model.facts.items} currency={model.currency} promised={(id) => promised.has(id)} chosen={model.draft.chosen}
        fault={faultText(host, model, "items")} onChoose={(chosen) => model.change({ chosen, amount: null }, "items")}
      />
      <div className={styles.fields}>
        <AmountField {...props} />
        <DayField
          host={host} styles={styles} value={model.draft.day} sample={model.facts.daySample} fault={faultText(host, model, "day")} field={refs.day}
          onChange={(day) => model.change({ day }, "day")}
        />
      </div>
    </div>
  );
}

/** Takes a new promise; faults stand beside their field, and the first one gets the focus. */
export function PromiseForm(props: FormProps): React.ReactElement {
  const { host, styles } = props;
  const model = useDraft(host, props.ledger);
  const { currency, currencies } = model;
  const refs: FieldRefs = { form: React.useRef(null), amount: React.useRef(null), day: React.useRef(null) };
  React.useEffect(() => focusFirst(["items"], refs), []);
  const onSubmit = (event: React.FormEvent): void => {
    event.preventDefault();
    const result = checkDraft(model.draft, model.facts);
    if ("checked" in result) return props.onSave(toPromiseRow(result.checked, { debtorId: host.debtorId, currency }));
    model.setFaults(result.faults);
    focusFirst(Object.keys(result.faults) as Field[], refs);
  };
  return (
    <form ref={refs.form} noValidate className={styles.form} aria-label={host.texts("NewPromise")} onSubmit={onSubmit}>
      {currencies.length > 1 && (
        <div className={styles.currencies}>
          <Chips label={host.texts("Currency")} chips={currencies.map((one) => ({ key: one.id, text: one.code, on: one.id === currency.id }))} onToggle={model.chooseCurrency} />
        </div>
      )}
      <Fields form={props} model={model} refs={refs} />
      {props.failure !== null && <FailureBar failure={props.failure} title={host.texts("SaveFailed")} />}
      <div className={styles.buttons}>
        <PrimaryButton type="submit" text={host.texts(props.busy ? "Saving" : "Save")} disabled={props.busy} />
        <DefaultButton text={host.texts("Close")} onClick={props.onClose} />
      </div>
    </form>
  );
}
