import * as React from "react";
import type { Currencies } from "../shared/currency";
import type { Host } from "../shared/host";
import { Icon } from "../shared/Icon";
import { Pill } from "../shared/Pill";
import type { Entry, Phrase } from "./entry";
import type { TimelineStyles } from "./Timeline.styles";

/** Text of a detail in the user's language and format. */
export function phraseText(host: Host, phrase: Phrase, currency: ReturnType<Currencies["get"]>): string {
  if ("words" in phrase) return phrase.words;
  if ("day" in phrase) return host.texts(phrase.key, host.format.day(phrase.day));
  if ("money" in phrase) return host.texts(phrase.key, host.format.money(phrase.money, currency));
  return host.texts(phrase.key, phrase.count ?? "");
}

interface EntryLineProps {
  readonly host: Host;
  readonly entry: Entry;
  readonly currencies: Currencies;
  readonly styles: TimelineStyles;
  readonly place: number;
  readonly size: number;
  /** Only one title of the list can be tabbed to; the arrow keys move between them. */
  readonly reachable: boolean;
  readonly onFocus: (place: number) => void;
}

/** One entry; its title opens the row. `size` is -1 while more may come. */
export const EntryLine = React.memo(function EntryLine(props: EntryLineProps): React.ReactElement {
  const { host, entry, styles } = props;
  const currency = props.currencies.get(entry.currencyId);
  const kind = host.texts(entry.kindKey);
  const details = entry.details.map((phrase) => phraseText(host, phrase, currency));
  return (
    <li className={styles.entry} aria-setsize={props.size} aria-posinset={props.place + 1}>
      <span className={styles.mark}><Icon name={entry.kind} /></span>
      <div className={styles.body}>
        <div className={styles.head}>
          <button type="button" className={styles.title} tabIndex={props.reachable ? 0 : -1} onFocus={() => props.onFocus(props.place)} onClick={() => host.open(entry.table, entry.id)}>
            {entry.title === "" ? kind : entry.title}
          </button>
          {entry.amount !== null && <span className={styles.amount}>{host.format.money(entry.amount, currency)}</span>}
        </div>
        <div className={styles.facts}>
          <span className={styles.day}>{entry.day === "" ? host.texts("NoDay") : host.format.day(entry.day)}</span>
          {entry.title !== "" && <span className={styles.kind}>{kind}</span>}
          {details.map((text) => <span key={text}>{text}</span>)}
          <span className={styles.pill}><Pill text={entry.state.key === null ? entry.state.label : host.texts(entry.state.key)} tone={entry.state.tone} /></span>
        </div>
      </div>
    </li>
  );
});
