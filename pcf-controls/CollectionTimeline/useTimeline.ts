import * as React from "react";
import { useChanges } from "../shared/changes";
import type { Currencies } from "../shared/currency";
import { loadCurrencies } from "../shared/currency";
import type { Failure } from "../shared/failure";
import { toFailure } from "../shared/failure";
import type { Host } from "../shared/host";
import { useGuard } from "../shared/useGuard";
import type { Entry, Kind } from "./entry";
import { kinds } from "./entry";
import type { Part, Reader } from "./merge";
import { merge, openReader } from "./merge";
import { sources } from "./sources";

/** Entries shown at first and added by each "Load more". */
export const pageSize = 50;

/** What the timeline shows. */
export interface TimelineState {
  readonly entries: readonly Entry[];
  readonly currencies: Currencies;
  /** Number of entries that the last load added; null before the first one. */
  readonly added: number | null;
  readonly done: boolean;
  readonly loading: boolean;
  readonly failure: Failure | null;
}

/** The timeline of a debtor: its state, loading on, and beginning anew. */
export interface TimelineModel extends TimelineState {
  readonly more: () => void;
  readonly refresh: () => void;
}

const empty: TimelineState = { entries: [], currencies: new Map(), added: null, done: false, loading: true, failure: null };

interface Loader {
  take(): Promise<Part & { readonly currencies: Currencies }>;
}

type Readers = Readonly<Record<Kind, Reader>>;

const openReaders = (host: Host): Readers =>
  Object.fromEntries(kinds.map((kind) => [kind, openReader(host.rows, sources[kind], { debtorId: host.debtorId, pageSize })])) as Record<Kind, Reader>;

/** Currencies are asked for once; a failed try is forgotten, so that a retry asks again. */
function onceCurrencies(host: Host): () => Promise<Currencies> {
  let known: Currencies | null = null;
  return async () => (known ??= await loadCurrencies(host.rows));
}

function openLoader(readers: Readers, currencies: () => Promise<Currencies>, shown: readonly Kind[]): Loader {
  const merged = merge(shown.map((kind) => readers[kind]));
  return {
    take: async () => {
      const known = await currencies();
      return { ...(await merged.take(pageSize)), currencies: known };
    },
  };
}

/** Loads the entries of the shown kinds; another filter reads on in the rows that are already here. */
export function useTimeline(host: Host, shown: readonly Kind[]): TimelineModel {
  const [epoch, setEpoch] = React.useState(0);
  const [state, setState] = React.useState(empty);
  const guard = useGuard(host.life);
  const base = React.useMemo(() => ({ readers: openReaders(host), currencies: onceCurrencies(host) }), [host.debtorId, host.rows, epoch]);
  const loader = React.useMemo(() => openLoader(base.readers, base.currencies, shown), [base, shown]);
  const current = React.useRef(loader);

  const load = (from: Loader): void => {
    setState((before) => ({ ...before, loading: true, failure: null }));
    const still = (change: (before: TimelineState) => TimelineState): void => {
      if (current.current === from) setState(change);
    };
    guard(from.take(), {
      done: (part) => still((before) => ({
        entries: [...before.entries, ...part.entries], currencies: part.currencies, added: part.entries.length, done: part.done, loading: false, failure: null,
      })),
      failed: (error) => still((before) => ({ ...before, loading: false, failure: toFailure(error) })),
    });
  };

  React.useEffect(() => {
    current.current = loader;
    setState(empty);
    if (host.debtorId !== "") load(loader);
  }, [loader]);

  const refresh = (): void => setEpoch((before) => before + 1);
  useChanges(host.debtorId, refresh);

  return { ...state, more: () => load(loader), refresh };
}
