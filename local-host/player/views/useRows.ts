import * as React from "react";
import type { JsonObject } from "../api/json";
import { usePlayer } from "../shell/player";
import { changeFetch, type FetchChange, innerCookie } from "./fetch";

export const PAGE_SIZE = 50;

export interface Rows {
  readonly rows: readonly JsonObject[];
  readonly more: boolean;
  readonly busy: boolean;
  readonly problem: unknown;
  readonly loadMore: () => void;
}

interface State { readonly rows: readonly JsonObject[]; readonly page: number; readonly cookie: string | null; readonly more: boolean }
interface Asked { readonly set: string; readonly fetchXml: string; readonly change: FetchChange; /** Anything whose change means: read again. */ readonly turn: unknown }
const NOTHING: State = { rows: [], page: 0, cookie: null, more: false };

/** Reads the rows of a view page by page; rows stay visible while their successors are read. */
export function useRows({ set, fetchXml, change, turn }: Asked): Rows {
  const { api } = usePlayer();
  const [state, setState] = React.useState(NOTHING);
  const [busy, setBusy] = React.useState(true);
  const [problem, setProblem] = React.useState<unknown>(null);
  const latest = React.useRef(0);
  const load = (from: State): void => {
    const ticket = ++latest.current;
    setBusy(true);
    const page = from.page + 1;
    const query = changeFetch(fetchXml, { ...change, pageSize: PAGE_SIZE, page, ...(from.cookie ? { cookie: from.cookie } : {}) });
    api.fetchXml(set, query).then((answer) => {
      if (ticket !== latest.current) return;
      setProblem(null);
      setState({ rows: [...from.rows, ...answer.rows], page, cookie: innerCookie(answer.cookie ?? undefined), more: answer.more });
    }).catch((thrown: unknown) => { if (ticket === latest.current) setProblem(thrown); })
      .finally(() => { if (ticket === latest.current) setBusy(false); });
  };
  React.useEffect(() => {
    load(NOTHING);
    return () => { latest.current += 1; };
  }, [api, set, fetchXml, JSON.stringify(change), turn]);
  return { rows: state.rows, more: state.more, busy, problem, loadMore: () => { load(state); } };
}
