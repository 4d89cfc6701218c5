import { ActionButton } from "@fluentui/react";
import * as React from "react";
import { promiseStatus } from "#solution/generated/names";
import type { Host } from "../shared/host";
import { Pill } from "../shared/Pill";
import type { Ledger } from "./ledger";
import type { TakenPromise } from "./promise";
import { closedStates } from "./promise";
import type { PromiseStyles } from "./PromiseView.styles";

const shownAtFirst = 5;

function Past(props: { readonly host: Host; readonly promise: TakenPromise; readonly ledger: Ledger; readonly styles: PromiseStyles }): React.ReactElement {
  const { host, promise, styles } = props;
  const currency = props.ledger.currencies.get(promise.currencyId);
  const state = closedStates[promise.status];
  return (
    <li className={styles.past}>
      <div className={styles.row} style={{ flex: "1 1 auto", minWidth: 0 }}>
        <span className={styles.money}>{host.format.money(promise.amount, currency)}</span>
        <span className={styles.hint}>{host.texts("Until", host.format.day(promise.day))}</span>
        {promise.paid !== null && promise.status !== promiseStatus.cancelled && <span className={styles.hint}>{host.texts("PaidOf", host.format.money(promise.paid, currency))}</span>}
      </div>
      <Pill text={state === undefined ? promise.label : host.texts(state.key)} tone={state?.tone ?? "plain"} />
    </li>
  );
}

/** Promises that are over, newest first, with the count that tells how far this debtor's word can be trusted. */
export function History(props: { readonly host: Host; readonly promises: readonly TakenPromise[]; readonly ledger: Ledger; readonly styles: PromiseStyles }): React.ReactElement | null {
  const { host, promises, styles } = props;
  const [all, setAll] = React.useState(false);
  if (promises.length === 0) return null;
  const count = (status: number): number => promises.filter((promise) => promise.status === status).length;
  const shown = all ? promises : promises.slice(0, shownAtFirst);
  return (
    <section aria-label={host.texts("History")}>
      <div className={`${styles.row} ${styles.between} ${styles.heading}`}>
        <h3 className={styles.section}>{host.texts("History")}</h3>
        <span className={styles.hint}>{host.texts("Record", count(promiseStatus.kept), count(promiseStatus.partlyKept), count(promiseStatus.broken))}</span>
      </div>
      <ul role="list" className={styles.history}>
        {shown.map((promise) => <Past key={promise.id} host={host} promise={promise} ledger={props.ledger} styles={styles} />)}
      </ul>
      {shown.length < promises.length && <ActionButton text={host.texts("ShowAll", promises.length)} onClick={() => setAll(true)} />}
    </section>
  );
}
