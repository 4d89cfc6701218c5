import { DefaultButton, PrimaryButton } from "@fluentui/react";
import * as React from "react";
import type { Host } from "../shared/host";
import { Pill } from "../shared/Pill";
import type { Ledger } from "./ledger";
import type { TakenPromise } from "./promise";
import { nearness } from "./promise";
import type { PromiseStyles } from "./PromiseView.styles";

const namesShown = 3;

/** "3 items: RE-1, RE-2, RE-3"; items that are settled meanwhile are counted but not named. */
export function itemsText(host: Host, promise: TakenPromise, ledger: Ledger): string {
  if (promise.itemIds.length === 0) return host.texts("AllItems");
  const known = ledger.items.filter((item) => promise.itemIds.includes(item.id)).map((item) => item.name);
  const head = host.texts(promise.itemIds.length === 1 ? "ItemCount_One" : "ItemCount", promise.itemIds.length);
  const shown = known.slice(0, namesShown).join(", ");
  return known.length === 0 ? head : `${head}: ${shown}${promise.itemIds.length > Math.min(known.length, namesShown) ? " …" : ""}`;
}

function Confirm(props: { readonly host: Host; readonly styles: PromiseStyles; readonly busy: boolean; readonly onYes: () => void; readonly onNo: () => void }): React.ReactElement {
  const { host } = props;
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === "Escape") props.onNo();
  };
  return (
    <div role="group" aria-label={host.texts("CancelQuestion")} className={props.styles.row} onKeyDown={onKeyDown} style={{ marginTop: 8 }}>
      <strong>{host.texts("CancelQuestion")}</strong>
      <PrimaryButton text={host.texts("CancelYes")} disabled={props.busy} onClick={props.onYes} />
      <DefaultButton autoFocus text={host.texts("CancelNo")} onClick={props.onNo} />
    </div>
  );
}

/** An open promise; cancelling it asks first. */
export function OpenCard(props: {
  readonly host: Host;
  readonly promise: TakenPromise;
  readonly ledger: Ledger;
  readonly styles: PromiseStyles;
  readonly busy: boolean;
  /** True once after it was saved: it takes the focus. */
  readonly fresh: boolean;
  readonly onCancel: () => void;
}): React.ReactElement {
  const { host, promise, styles } = props;
  const [asking, setAsking] = React.useState(false);
  const card = React.useRef<HTMLDivElement>(null);
  const near = nearness(promise.day, host.today());
  React.useEffect(() => {
    if (props.fresh) card.current?.focus();
  }, [props.fresh]);
  const keep = (): void => {
    setAsking(false);
    card.current?.focus();
  };
  return (
    <div ref={card} tabIndex={-1} role="group" aria-label={host.texts("OpenPromise")} className={styles.card}>
      <div className={`${styles.row} ${styles.between}`}>
        <span className={styles.row}>
          <span className={styles.big}>{host.format.money(promise.amount, props.ledger.currencies.get(promise.currencyId))}</span>
          <span className={styles.day}>{host.texts("Until", host.format.day(promise.day))}</span>
          <Pill text={host.texts(near.key, near.days)} tone={near.tone} />
        </span>
        {!host.disabled && !asking && <DefaultButton text={host.texts("Cancel")} disabled={props.busy} onClick={() => setAsking(true)} />}
      </div>
      <div className={styles.hint} style={{ marginTop: 4 }}>
        {promise.takenOn === "" ? "" : `${host.texts("TakenOn", host.format.day(promise.takenOn))} · `}{itemsText(host, promise, props.ledger)}
      </div>
      {asking && <Confirm host={host} styles={styles} busy={props.busy} onYes={props.onCancel} onNo={keep} />}
    </div>
  );
}
