import type { IButton } from "@fluentui/react";
import { PrimaryButton, Spinner, useTheme } from "@fluentui/react";
import * as React from "react";
import { FailureBar } from "../shared/FailureBar";
import type { Host } from "../shared/host";
import { History } from "./History";
import type { Ledger } from "./ledger";
import { OpenCard } from "./OpenCard";
import { isOpen } from "./promise";
import { PromiseForm } from "./PromiseForm";
import type { PromiseStyles } from "./PromiseView.styles";
import { stylesOf } from "./PromiseView.styles";
import type { LedgerModel } from "./useLedger";
import { useLedger } from "./useLedger";

/** What a screen reader hears after a write. */
function spoken(host: Host, model: LedgerModel): string {
  const { event, ledger } = model;
  if (event === null || ledger === null) return "";
  if (event.kind === "cancelled") return host.texts("Said_Cancelled");
  const saved = ledger.promises.find((promise) => promise.id === event.id);
  if (saved === undefined) return host.texts("Said_Stored");
  return host.texts("Said_Saved", host.format.money(saved.amount, ledger.currencies.get(saved.currencyId)), host.format.day(saved.day));
}

interface PartProps {
  readonly host: Host;
  readonly model: LedgerModel;
  readonly ledger: Ledger;
  readonly styles: PromiseStyles;
}

/** The button that opens the form, or the form. */
function NewPromise(props: PartProps): React.ReactElement | null {
  const { host, model, ledger, styles } = props;
  const [open, setOpen] = React.useState(false);
  const button = React.useRef<IButton>(null);
  const returning = React.useRef(false);
  const close = (): void => {
    returning.current = true;
    model.forgetFailure();
    setOpen(false);
  };
  React.useEffect(() => {
    if (model.event?.kind === "saved") setOpen(false);
    if (model.event?.kind === "cancelled") button.current?.focus();
  }, [model.event]);
  React.useEffect(() => {
    if (!open && returning.current) button.current?.focus();
    returning.current = false;
  }, [open]);

  if (host.disabled) return null;
  if (ledger.items.length === 0) return <div className={styles.empty}>{host.texts("NothingOpen")}</div>;
  if (!open) return <PrimaryButton componentRef={button} text={host.texts("NewPromise")} onClick={() => setOpen(true)} />;
  return <PromiseForm host={host} ledger={ledger} styles={styles} busy={model.busy} failure={model.writeFailure?.kind === "saved" ? model.writeFailure : null} onSave={model.save} onClose={close} />;
}

function Loaded(props: PartProps): React.ReactElement {
  const { host, model, ledger, styles } = props;
  const open = ledger.promises.filter(isOpen);
  return (
    <>
      {open.length === 0 && <div className={styles.empty}>{host.texts("NoPromise")}</div>}
      {open.map((promise) => (
        <OpenCard
          key={promise.id} host={host} promise={promise} ledger={ledger} styles={styles} busy={model.busy}
          fresh={model.event?.kind === "saved" && model.event.id === promise.id} onCancel={() => model.cancel(promise.id)}
        />
      ))}
      {model.writeFailure?.kind === "cancelled" && <FailureBar failure={model.writeFailure} title={host.texts("CancelFailed")} />}
      <NewPromise {...props} />
      <History host={host} promises={ledger.promises.filter((promise) => !isOpen(promise))} ledger={ledger} styles={styles} />
    </>
  );
}

/** A debtor's promises: the open ones, a form for a new one, and how the earlier ones ended. */
export function PromiseView(props: { readonly host: Host }): React.ReactElement {
  const { host } = props;
  const theme = useTheme();
  const styles = React.useMemo(() => stylesOf(theme), [theme]);
  const model = useLedger(host);
  if (host.debtorId === "") return <div className={styles.empty}>{host.texts("NotSaved")}</div>;
  return (
    <section aria-label={host.texts("Name")} className={styles.root}>
      {model.ledger === null && model.busy && <Spinner label={host.texts("Loading")} labelPosition="right" />}
      {model.loadFailure !== null && <FailureBar failure={model.loadFailure} title={host.texts("LoadFailed")} retry={{ text: host.texts("Retry"), run: model.reload }} />}
      {model.ledger !== null && <Loaded host={host} model={model} ledger={model.ledger} styles={styles} />}
      <div role="status" aria-live="polite" className={styles.hidden}>{spoken(host, model)}</div>
    </section>
  );
}
