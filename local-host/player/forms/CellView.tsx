import { MessageBar, MessageBarType } from "@fluentui/react";
import * as React from "react";
import { reportUnsupported } from "../api/local";
import { PcfDataset } from "../pcf/PcfDataset";
import { usePlayer } from "../shell/player";
import { fill } from "../shell/texts";
import { labelIn } from "../xml/labels";
import { SUBGRID, WEB_RESOURCE } from "./classes";
import { FieldCell } from "./FieldCell";
import type { FormCell, FormControl } from "./form.types";
import { useForm } from "./host";
import { Subgrid } from "./Subgrid";
import { useSession } from "./useSession";

const Unsupported: React.FC<{ readonly classId: string }> = ({ classId }) => {
  const { texts } = usePlayer();
  React.useEffect(() => { reportUnsupported("form control", classId); }, [classId]);
  return <MessageBar messageBarType={MessageBarType.warning}>{fill(texts.controlUnsupported, classId)}</MessageBar>;
};

const WebResource: React.FC<{ readonly control: FormControl; readonly label: string }> = ({ control, label }) => {
  const name = control.parameters.get("Url") ?? "";
  return <iframe className="mda-webresource" title={label || name} src={`/WebResources/${name}`} />;
};

const Content: React.FC<{ readonly cell: FormCell; readonly control: FormControl; readonly heading: string }> = ({ cell, control, heading }) => {
  const { lcid } = usePlayer();
  const label = labelIn(cell.labels, lcid);
  if (control.custom && control.custom.datasets.size > 0) return <PcfDataset custom={control.custom} control={control} label={label} />;
  if (control.isSubgrid || control.classId === SUBGRID) return <Subgrid control={control} label={label} showLabel={cell.showLabel && label !== heading} />;
  if (control.column) return <FieldCell cell={cell} control={control} column={control.column} />;
  return control.classId === WEB_RESOURCE ? <WebResource control={control} label={label} /> : <Unsupported classId={control.classId} />;
};

interface Props {
  readonly cell: FormCell;
  /** How many cells stand beside each other. */
  readonly columns: number;
  /** Title of the section, which a subgrid of the same name does not repeat. */
  readonly heading: string;
}

/** A place on a form; a hidden one keeps nothing, an empty one keeps its room. */
export const CellView: React.FC<Props> = ({ cell, columns, heading }) => {
  const { session } = useForm();
  useSession(session);
  const hidden = cell.control !== null && !session.look.control(cell.control.id).visible;
  if (!cell.visible || hidden) return null;
  const place = { gridColumn: `span ${Math.min(cell.colspan, columns)}` };
  return <div style={place}>{cell.control ? <Content cell={cell} control={cell.control} heading={heading} /> : null}</div>;
};
