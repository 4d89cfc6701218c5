import * as React from "react";
import type { Metadata } from "../api/metadata";
import type { WebApi } from "../api/webapi";
import type { Dialogs } from "./dialogs";
import type { Router } from "./router";
import type { Texts } from "./texts";

/** What every part of the player works with. */
export interface Player {
  /** Language of the user and its BCP 47 tag. */
  readonly lcid: number;
  readonly locale: string;
  readonly texts: Texts;
  /** Who acts; id "" when the server does not tell. */
  readonly user: { readonly id: string; readonly name: string };
  readonly api: WebApi;
  readonly metadata: Metadata;
  readonly router: Router;
  readonly dialogs: Dialogs;
}

const Context = React.createContext<Player | null>(null);

export const PlayerProvider = Context.Provider;

/** The player around the component. */
export function usePlayer(): Player {
  const player = React.useContext(Context);
  if (!player) throw new Error("PLAYER-CONTEXT: a component of the player stands outside PlayerProvider.");
  return player;
}
