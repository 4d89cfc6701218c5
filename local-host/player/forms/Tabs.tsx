import { Pivot, PivotItem } from "@fluentui/react";
import * as React from "react";
import { usePlayer } from "../shell/player";
import { labelIn } from "../xml/labels";
import { useForm } from "./host";
import { TabView } from "./TabView";
import { useSession } from "./useSession";

/** The tabs of a form; a single one needs no tab row. All stay mounted once seen, so that nothing typed in them is lost. */
export const Tabs: React.FC = () => {
  const { texts, lcid } = usePlayer();
  const { session, model } = useForm();
  useSession(session);
  const shown = model.tabs.filter((tab) => session.look.partVisible(tab.name) ?? tab.visible);
  const [key, setKey] = React.useState("");
  const current = shown.find((tab) => tab.id === key) ?? shown[0];
  const [seen, setSeen] = React.useState<readonly string[]>([]);
  const open = (id: string): void => { setKey(id); setSeen([...new Set([...seen, current?.id ?? "", id])]); };
  if (!current) return null;
  return (
    <>
      {shown.length > 1 ? <Pivot aria-label={texts.tabs} headersOnly selectedKey={current.id} overflowBehavior="menu" onLinkClick={(item) => { open(item?.props.itemKey ?? ""); }}>
        {shown.map((tab) => <PivotItem key={tab.id} itemKey={tab.id} headerText={labelIn(tab.labels, lcid) || texts.general} />)}
      </Pivot> : null}
      {shown.filter((tab) => tab === current || seen.includes(tab.id)).map((tab) => <div key={tab.id} hidden={tab !== current}><TabView tab={tab} /></div>)}
    </>
  );
};
