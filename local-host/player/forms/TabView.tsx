import * as React from "react";
import { usePlayer } from "../shell/player";
import { labelIn } from "../xml/labels";
import { CellView } from "./CellView";
import type { FormSection, FormTab } from "./form.types";
import { useForm } from "./host";
import { useSession } from "./useSession";

const Section: React.FC<{ readonly tab: string; readonly section: FormSection }> = ({ tab, section }) => {
  const { lcid } = usePlayer();
  const { session } = useForm();
  useSession(session);
  const label = section.showLabel ? labelIn(section.labels, lcid) : "";
  if (!(session.look.partVisible(`${tab}.${section.name}`) ?? section.visible)) return null;
  return (
    <section className="mda-card mda-section" role="group" {...(label ? { "aria-label": label } : {})}>
      {label ? <h2>{label}</h2> : null}
      <div className="mda-cells" style={{ gridTemplateColumns: `repeat(${section.columnCount}, minmax(0, 1fr))` }}>
        {section.cells.map((cell) => <CellView key={cell.id} cell={cell} columns={section.columnCount} heading={label} />)}
      </div>
    </section>
  );
};

/** Shares of the width: "67%" and "33%" to a grid template. */
const template = (tab: FormTab): string => tab.columns.map((column) => `minmax(0, ${parseFloat(column.width) || 100}fr)`).join(" ");

/** The columns and sections of one tab. */
export const TabView: React.FC<{ readonly tab: FormTab }> = ({ tab }) => (
  <div className="mda-tab" style={{ gridTemplateColumns: template(tab) }}>
    {tab.columns.map((column, place) => (
      <div key={place}>{column.sections.map((section) => <Section key={section.id || section.name} tab={tab.name} section={section} />)}</div>
    ))}
  </div>
);
