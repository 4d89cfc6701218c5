import * as React from "react";
import type { Host } from "../shared/host";
import { EntryLine } from "./EntryLine";
import type { TimelineStyles } from "./Timeline.styles";
import type { TimelineState } from "./useTimeline";

const moves: Readonly<Record<string, (place: number, last: number) => number>> = {
  ArrowDown: (place, last) => Math.min(place + 1, last),
  ArrowUp: (place) => Math.max(place - 1, 0),
  PageDown: (place, last) => Math.min(place + 10, last),
  PageUp: (place) => Math.max(place - 10, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** The list of entries: one tab stop, arrow keys, Home and End inside. */
export function EntryList(props: { readonly host: Host; readonly state: TimelineState; readonly styles: TimelineStyles }): React.ReactElement {
  const { host, state, styles } = props;
  const list = React.useRef<HTMLUListElement>(null);
  const [place, setPlace] = React.useState(0);
  const reachable = Math.min(place, state.entries.length - 1);

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll("button")[move(reachable, state.entries.length - 1)]?.focus();
  };
  return (
    // Safari drops the list role of a list without bullets.
    <ul ref={list} role="list" aria-label={host.texts("List")} aria-busy={state.loading} className={styles.list} onKeyDown={onKeyDown}>
      {state.entries.map((entry, index) => (
        <EntryLine
          key={`${entry.table} ${entry.id}`} host={host} entry={entry} currencies={state.currencies} styles={styles}
          place={index} size={state.done ? state.entries.length : -1} reachable={index === reachable} onFocus={setPlace}
        />
      ))}
    </ul>
  );
}
