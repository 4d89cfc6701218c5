import * as React from "react";
import { toMajor } from "../shared/amount";
import { Chips } from "../shared/Chips";
import type { Currency } from "../shared/currency";
import { daysBetween } from "../shared/day";
import type { Host } from "../shared/host";
import { sumChosen } from "./draft";
import type { OpenItem } from "./item";
import type { PromiseStyles } from "./PromiseView.styles";

interface ItemProps {
  readonly host: Host;
  readonly item: OpenItem;
  readonly currency: Currency;
  readonly styles: PromiseStyles;
  readonly on: boolean;
  readonly promised: boolean;
  readonly onToggle: (id: string) => void;
}

function ItemLine(props: ItemProps): React.ReactElement {
  const { host, item, styles } = props;
  const late = item.due === "" ? 0 : daysBetween(item.due, host.today());
  return (
    <li>
      <label className={styles.item}>
        <input type="checkbox" checked={props.on} disabled={props.promised} onChange={() => props.onToggle(item.id)} />
        <span className={styles.itemText}>
          <span>{item.name}</span>{" "}
          <span className={styles.hint}>
            {item.due === "" ? host.texts("NoDueDate") : host.texts("DueOn", host.format.day(item.due))}{props.promised ? ` · ${host.texts("AlreadyPromised")}` : ""}
          </span>{" "}
          {late > 0 && <span className={styles.late}>{host.texts("DaysLate", late)}</span>}
        </span>
        <span className={styles.money}>{host.format.money(toMajor(item.open, props.currency.precision), props.currency)}</span>
      </label>
    </li>
  );
}

/** A debtor may have hundreds of items: only lines that change are drawn again. */
const ItemLineMemo = React.memo(ItemLine, (before, after) =>
  before.on === after.on && before.item === after.item && before.styles === after.styles && before.promised === after.promised);

interface PickerProps {
  readonly host: Host;
  readonly items: readonly OpenItem[];
  readonly currency: Currency;
  readonly promised: (id: string) => boolean;
  readonly styles: PromiseStyles;
  readonly chosen: ReadonlySet<string>;
  readonly fault: string | undefined;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Turns one item on or off. The lines are memoised and keep their first handler, so it must read the newest choice. */
function useToggle(props: PickerProps): (id: string) => void {
  const latest = React.useRef(props);
  latest.current = props;
  return React.useCallback((id) => {
    const next = new Set(latest.current.chosen);
    if (!next.delete(id)) next.add(id);
    latest.current.onChoose(next);
  }, []);
}

/** Chooses many items at once; those that are promised already are left out. */
function SetChips(props: PickerProps): React.ReactElement {
  const { host } = props;
  const today = host.today();
  const free = props.items.filter((item) => !props.promised(item.id));
  const sets = { overdue: free.filter((item) => item.due !== "" && item.due < today), all: free, none: [] };
  const chips = [
    { key: "overdue" as const, text: host.texts("Choose_Overdue") }, { key: "all" as const, text: host.texts("Choose_All") },
    { key: "none" as const, text: host.texts("Choose_None") },
  ];
  return <Chips label={host.texts("Choose")} chips={chips} onToggle={(key) => props.onChoose(new Set(sets[key].map((item) => item.id)))} />;
}

/** Chooses the items that a promise is for. */
export function ItemPicker(props: PickerProps): React.ReactElement {
  const { host, items, chosen, styles, currency, fault } = props;
  const toggle = useToggle(props);
  const sum = host.format.money(toMajor(sumChosen(chosen, items), currency.precision), currency);
  return (
    <fieldset className={styles.items} aria-describedby={fault === undefined ? undefined : "duly-items-fault"}>
      <legend className={styles.legend}>{host.texts("Items")}</legend>
      <SetChips {...props} />
      <ul role="list" className={styles.list}>
        {items.map((item) => (
          <ItemLineMemo key={item.id} host={host} item={item} currency={currency} styles={styles} on={chosen.has(item.id)} promised={props.promised(item.id)} onToggle={toggle} />
        ))}
      </ul>
      <div className={styles.count}>{host.texts("Chosen", chosen.size, items.length, sum)}</div>
      {fault !== undefined && <p id="duly-items-fault" role="alert" className={styles.fault}>{fault}</p>}
    </fieldset>
  );
}
