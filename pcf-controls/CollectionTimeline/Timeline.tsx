import { DefaultButton, IconButton, Spinner, useTheme } from "@fluentui/react";
import * as React from "react";
import { Chips } from "../shared/Chips";
import { FailureBar } from "../shared/FailureBar";
import type { Host } from "../shared/host";
import { Icon } from "../shared/Icon";
import type { Kind } from "./entry";
import { kinds } from "./entry";
import { EntryList } from "./EntryList";
import type { TimelineStyles } from "./Timeline.styles";
import { stylesOf } from "./Timeline.styles";
import type { TimelineModel } from "./useTimeline";
import { useTimeline } from "./useTimeline";

const filterKeys: Readonly<Record<Kind, string>> = {
  invoice: "Filter_Invoices", payment: "Filter_Payments", communication: "Filter_Communications", promise: "Filter_Promises", dispute: "Filter_Disputes",
};

interface Filter {
  readonly shown: readonly Kind[];
  readonly choose: (shown: readonly Kind[]) => void;
}

function FilterBar(props: { readonly host: Host; readonly filter: Filter; readonly styles: TimelineStyles; readonly refresh: () => void }): React.ReactElement {
  const { host, filter, styles } = props;
  const all = filter.shown.length === kinds.length;
  const toggle = (key: Kind | "all"): void => {
    if (key === "all" || all) return filter.choose(key === "all" ? kinds : [key]);
    const chosen = kinds.filter((kind) => (kind === key) !== filter.shown.includes(kind));
    filter.choose(chosen.length === 0 ? kinds : chosen);
  };
  const chips = kinds.map((kind) => ({
    key: kind, text: host.texts(filterKeys[kind]), icon: <Icon name={kind} size={14} />, on: !all && filter.shown.includes(kind),
  }));
  return (
    <div className={styles.bar}>
      <Chips<Kind | "all"> label={host.texts("Filter")} chips={[{ key: "all", text: host.texts("Filter_All"), on: all }, ...chips]} onToggle={toggle} />
      <IconButton className={styles.refresh} ariaLabel={host.texts("Refresh")} title={host.texts("Refresh")} onClick={props.refresh} onRenderIcon={() => <Icon name="refresh" />} />
    </div>
  );
}

function Foot(props: { readonly host: Host; readonly model: TimelineModel; readonly styles: TimelineStyles }): React.ReactElement | null {
  const { host, model, styles } = props;
  if (model.loading) return <div className={styles.foot}><Spinner label={host.texts("Loading")} labelPosition="right" ariaLive="off" /></div>;
  if (model.failure !== null) return <FailureBar failure={model.failure} title={host.texts("LoadFailed")} retry={{ text: host.texts("Retry"), run: model.more }} />;
  if (!model.done) return <div className={styles.foot}><DefaultButton text={host.texts("More")} onClick={model.more} /></div>;
  return model.entries.length === 0
    ? <div className={styles.empty}>{host.texts("Empty")}</div>
    : <div className={styles.foot}><span className={styles.hint}>{host.texts("AllShown", model.entries.length)}</span></div>;
}

/** What a screen reader hears after a load. */
function spoken(host: Host, model: TimelineModel): string {
  if (model.loading || model.failure !== null || model.added === null) return "";
  return host.texts(model.done ? "LoadedAll" : "Loaded", model.added, model.entries.length);
}

/** The history of one debtor in one order, newest first. */
export function Timeline(props: { readonly host: Host }): React.ReactElement {
  const { host } = props;
  const theme = useTheme();
  const styles = React.useMemo(() => stylesOf(theme), [theme]);
  const [shown, choose] = React.useState<readonly Kind[]>(kinds);
  const model = useTimeline(host, shown);
  if (host.debtorId === "") return <div className={styles.empty}>{host.texts("NotSaved")}</div>;
  return (
    <section aria-label={host.texts("Name")} className={styles.root}>
      <FilterBar host={host} filter={{ shown, choose }} styles={styles} refresh={model.refresh} />
      {model.entries.length > 0 && <EntryList host={host} state={model} styles={styles} />}
      <Foot host={host} model={model} styles={styles} />
      <div role="status" aria-live="polite" className={styles.hidden}>{spoken(host, model)}</div>
    </section>
  );
}
