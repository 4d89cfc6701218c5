import type { Player } from "../shell/player";
import type { Records } from "../xrm/records";

/** The size that a control may use; -1 until it asks to be told. */
export interface Allocated { readonly width: number; readonly height: number }

/** What a control's context is built from, asked anew for every draw. */
export interface ControlPlace {
  readonly player: Player;
  readonly records: Records;
  readonly strings: ReadonlyMap<string, string>;
  readonly label: string;
  readonly disabled: () => boolean;
  readonly visible: () => boolean;
  /** The row that the control stands on; id "" for a new one. */
  readonly row: () => { readonly id: string; readonly table: string; readonly name: string };
  readonly allocated: () => Allocated;
  readonly trackSize: (track: boolean) => void;
  readonly requestRender: () => void;
}
