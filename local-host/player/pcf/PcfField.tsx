import * as React from "react";
import type { CustomControl } from "../forms/form.types";
import { useForm } from "../forms/host";
import { usePlayer } from "../shell/player";
import { Failure, Loaded } from "../shell/States";
import { fill } from "../shell/texts";
import { useLoad } from "../shell/useLoad";
import { fromClient } from "../xrm/convert";
import { loadControl, type LoadedControl } from "./load";
import { boundColumn, makeParameters } from "./parameters";
import { useControl } from "./useControl";

interface Props {
  readonly custom: CustomControl;
  readonly controlId: string;
  readonly column: string;
  readonly label: string;
  readonly disabled: boolean;
}

const Mounted: React.FC<Props & { readonly loaded: LoadedControl }> = ({ loaded, custom, controlId, column, label, disabled }) => {
  const { locale, texts } = usePlayer();
  const { session } = useForm();
  const { manifest } = loaded;
  const [ref, problem] = useControl({
    loaded, label, disabled, controlId,
    parameters: () => makeParameters({ manifest, custom, session, column, locale, disabled }),
    outputs: (values) => {
      for (const property of manifest.properties.filter((each) => each.name in values)) {
        const target = boundColumn({ manifest, custom, column }, property);
        const attribute = target ? session.attribute(target) : undefined;
        if (attribute) session.edit(attribute.name, fromClient(attribute, values[property.name]));
      }
    },
  });
  return <>{problem ? <Failure title={fill(texts.controlFailed, loaded.name)} problem={problem} /> : null}<div className="mda-pcf" data-control={loaded.name} ref={ref} /></>;
};

/** A PCF control in the place of a field. */
export const PcfField: React.FC<Props> = (props) => {
  const { lcid } = usePlayer();
  const [load, retry] = useLoad(() => loadControl(props.custom.name, lcid), [props.custom.name, lcid]);
  return <Loaded load={load} retry={retry}>{(loaded) => <Mounted {...props} loaded={loaded} />}</Loaded>;
};
