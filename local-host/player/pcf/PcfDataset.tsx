import * as React from "react";
import { WebApiFault } from "../api/fault";
import type { CustomControl, FormControl } from "../forms/form.types";
import { useForm } from "../forms/host";
import { readRelated } from "../forms/related";
import { useSession } from "../forms/useSession";
import { usePlayer } from "../shell/player";
import { Empty, Failure, Loaded } from "../shell/States";
import { fill } from "../shell/texts";
import { useLoad } from "../shell/useLoad";
import { gridColumns } from "../views/columns";
import { makeDataset, type DatasetState } from "./dataset";
import { DatasetRows, type DatasetSource } from "./datasetrows";
import { loadControl, type LoadedControl } from "./load";
import { makeParameters } from "./parameters";
import { useControl } from "./useControl";

interface Props { readonly custom: CustomControl; readonly control: FormControl; readonly label: string }

const Mounted: React.FC<Props & { readonly loaded: LoadedControl; readonly source: DatasetSource }> = ({ custom, control, label, loaded, source }) => {
  const player = usePlayer();
  const { session, turn } = useForm();
  const [name = ""] = loaded.manifest.datasets.keys();
  const changed = React.useRef<() => void>(() => undefined);
  const state = React.useMemo<DatasetState>(() => {
    const size = Number(control.parameters.get("RecordsPerPage")) || 25;
    return { rows: new DatasetRows(player, source, () => { changed.current(); }, size), selected: [] };
  }, [player, source, control]);
  const [ref, problem, draw] = useControl({
    loaded, label, disabled: control.disabled || session.readOnly, controlId: control.id, outputs: () => undefined,
    parameters: () => ({
      ...makeParameters({ manifest: loaded.manifest, custom, session, column: null, locale: player.locale, disabled: false }), [name]: makeDataset(state, player),
    }),
  });
  changed.current = () => { draw(["dataset"]); };
  React.useEffect(() => { state.rows.reset(); }, [state, turn]);
  return <>{problem ? <Failure title={fill(player.texts.controlFailed, loaded.name)} problem={problem} /> : null}<div className="mda-pcf" data-control={loaded.name} ref={ref} /></>;
};

/** A PCF dataset control in the place of a subgrid. */
export const PcfDataset: React.FC<Props> = (props) => {
  const player = usePlayer();
  const { session } = useForm();
  useSession(session);
  const { custom, control } = props;
  const { id, table } = session;
  const [load, retry] = useLoad(async () => {
    const settings = new Map([...control.parameters, ...([...custom.datasets.values()][0] ?? [])]);
    const [loaded, related] = await Promise.all([loadControl(custom.name, player.lcid), readRelated(player, table.name, settings)]);
    if (loaded.manifest.datasets.size !== 1) throw new WebApiFault("PLAYER-CONTROL", `${custom.name} has ${loaded.manifest.datasets.size} datasets; the player supports one.`, 0);
    const columns = await gridColumns(related.view, related.table, player.metadata);
    const conditions = related.column && id ? [{ column: related.column, operator: "eq" as const, value: id }] : [];
    return { loaded, source: { table: related.table, view: related.view, columns, conditions } };
  }, [custom, control, id, player]);
  if (id === null) return <Empty>{player.texts.saveFirst}</Empty>;
  return <Loaded load={load} retry={retry}>{(ready) => <Mounted {...props} {...ready} />}</Loaded>;
};
