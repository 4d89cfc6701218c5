import * as React from "react";
import { tellChange } from "../shared/changes";
import type { Failure } from "../shared/failure";
import { toFailure } from "../shared/failure";
import type { Host } from "../shared/host";
import { useGuard } from "../shared/useGuard";
import type { Ledger } from "./ledger";
import { cancelPromise, loadLedger, savePromise } from "./ledger";

/** What just happened to a promise: focus and the live region follow it. */
export interface Event {
  readonly kind: "saved" | "cancelled";
  readonly id: string;
}

/** A write that failed. */
export interface WriteFailure extends Failure {
  readonly kind: Event["kind"];
}

/** The debtor's ledger and what can be done with it. */
export interface LedgerModel {
  readonly ledger: Ledger | null;
  readonly loadFailure: Failure | null;
  /** Failure of the last save or cancel. */
  readonly writeFailure: WriteFailure | null;
  readonly busy: boolean;
  readonly event: Event | null;
  readonly reload: () => void;
  readonly save: (row: Readonly<Record<string, unknown>>) => void;
  readonly cancel: (id: string) => void;
  readonly forgetFailure: () => void;
}

interface State {
  readonly ledger: Ledger | null;
  readonly loadFailure: Failure | null;
  readonly writeFailure: WriteFailure | null;
  readonly busy: boolean;
  readonly event: Event | null;
}

const empty: State = { ledger: null, loadFailure: null, writeFailure: null, busy: true, event: null };

/** Loads the ledger of the host's debtor, and again after every write. */
export function useLedger(host: Host): LedgerModel {
  const [state, setState] = React.useState(empty);
  const guard = useGuard(host.life);
  const current = React.useRef(host.debtorId);
  const change = (part: Partial<State>): void => setState((before) => ({ ...before, ...part }));

  const load = (event: Event | null): void => {
    const { debtorId } = host;
    const still = (part: Partial<State>): void => {
      if (current.current === debtorId) change({ ...part, busy: false });
    };
    change({ busy: true, loadFailure: null });
    guard(loadLedger(host.rows, debtorId), {
      done: (ledger) => still({ ledger, event }),
      failed: (error) => still({ loadFailure: toFailure(error), event }),
    });
  };
  const write = (kind: Event["kind"], writing: Promise<string>): void => {
    change({ busy: true, writeFailure: null, event: null });
    guard(writing, {
      done: (id) => {
        tellChange(host.debtorId);
        load({ kind, id: id.replace(/[{}]/g, "").toLowerCase() });
      },
      failed: (error) => change({ busy: false, writeFailure: { ...toFailure(error), kind } }),
    });
  };

  React.useEffect(() => {
    current.current = host.debtorId;
    setState(empty);
    if (host.debtorId !== "") load(null);
  }, [host.debtorId, host.rows]);

  return {
    ...state,
    reload: () => load(null),
    save: (row) => write("saved", savePromise(host.rows, row)),
    cancel: (id) => write("cancelled", cancelPromise(host.rows, id).then(() => id)),
    forgetFailure: () => change({ writeFailure: null }),
  };
}
