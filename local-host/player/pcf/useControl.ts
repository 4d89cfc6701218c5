import * as React from "react";
import { useForm } from "../forms/host";
import type { FormSession } from "../forms/session";
import { type Player, usePlayer } from "../shell/player";
import { makeRecords } from "../xrm/records";
import { makeContext, makeFixedContext } from "./context";
import type { ControlPlace } from "./host.types";
import { ControlInstance } from "./instance";
import type { LoadedControl } from "./load";
import { type SizeTracker, trackSize } from "./track";

/** What is to be shown where; functions are asked anew for every draw. */
export interface WantedControl {
  readonly loaded: LoadedControl;
  readonly label: string;
  readonly disabled: boolean;
  readonly controlId: string;
  readonly parameters: () => Record<string, object>;
  readonly outputs: (values: Readonly<Record<string, unknown>>) => void;
}

interface Mount { readonly host: HTMLElement; readonly player: Player; readonly session: FormSession; readonly wanted: () => WantedControl; readonly failed: (problem: unknown) => void }
interface Living { readonly draw: (names: readonly string[]) => void; readonly stop: () => void }

/** Names of the parameters whose values differ. */
const changed = (before: Record<string, object>, after: Record<string, object>): readonly string[] =>
  Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));

function makePlace({ player, session, wanted }: Mount, size: SizeTracker, requestRender: () => void): ControlPlace {
  const { table } = session;
  const { loaded, label, controlId } = wanted();
  return {
    player, label, requestRender, strings: loaded.strings, allocated: size.allocated, trackSize: size.track,
    records: makeRecords(player, () => { session.markStale(); }),
    disabled: () => wanted().disabled,
    visible: () => session.look.control(controlId).visible,
    row: () => ({ id: session.id ?? "", table: table.name, name: String((table.primaryName ? session.value(table.primaryName) : null) ?? "") }),
  };
}

/** Makes the control in its element and draws it whenever the form changes what it shows or reads the row again. */
function mount(at: Mount): Living {
  const { host, session, wanted, failed } = at;
  let instance: ControlInstance | null = null;
  const draw = (names: readonly string[]): void => { instance?.update(names); };
  const size = trackSize(host, () => { draw(["layout"]); });
  const place = makePlace(at, size, () => { draw([]); });
  const fixed = makeFixedContext(place);
  let before = wanted().parameters();
  instance = new ControlInstance(wanted().loaded, host, {
    context: (names) => makeContext(fixed, place, wanted().parameters(), names), outputs: (values) => { wanted().outputs(values); }, failed,
  });
  const stops = [session.onLoaded(() => { draw([]); }), session.listen(() => {
    const after = wanted().parameters();
    const names = changed(before, after);
    before = after;
    if (names.length > 0) draw(names);
  })];
  return { draw, stop: () => { for (const stop of stops) stop(); size.stop(); instance?.destroy(); } };
}

/**
 * Lets a control live in an element of the form.
 * Gives the ref of the element, the error that the control threw, and a way to draw it again.
 */
export function useControl(wanted: WantedControl): readonly [React.RefObject<HTMLDivElement>, unknown, (names: readonly string[]) => void] {
  const player = usePlayer();
  const { session } = useForm();
  const element = React.useRef<HTMLDivElement>(null);
  const living = React.useRef<Living | null>(null);
  const [problem, setProblem] = React.useState<unknown>(null);
  const latest = React.useRef(wanted);
  latest.current = wanted;
  React.useEffect(() => {
    if (!element.current) return;
    living.current = mount({ host: element.current, player, session, wanted: () => latest.current, failed: setProblem });
    return () => { living.current?.stop(); living.current = null; };
  }, [player, session, wanted.loaded]);
  const draw = React.useCallback((names: readonly string[]) => { living.current?.draw(names); }, []);
  React.useEffect(() => { draw([]); }, [draw, wanted.disabled, wanted.label]);
  return [element, problem, draw];
}
