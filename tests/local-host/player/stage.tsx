import * as React from "react";
import { render, type RenderResult } from "@testing-library/react";
import type { AttributeMetadata, TableMetadata } from "../../../local-host/player/api/metadata.types";
import { webApi } from "../../../local-host/player/api/webapi";
import { makeDialogs } from "../../../local-host/player/shell/dialogs";
import { type Player, PlayerProvider } from "../../../local-host/player/shell/player";
import { registerDrawnIcons } from "../../../local-host/player/shell/icons";
import { makeRouter } from "../../../local-host/player/shell/router";
import { textsIn } from "../../../local-host/player/shell/texts";

registerDrawnIcons();

/** Sessions are changed by scripts and answers outside of React's events, which is what act() warns of; every other error is shown. */
const shown = console.error;
console.error = (...told: unknown[]): void => { if (!String(told[0]).includes("not wrapped in act")) shown(...told); };

/** A column with what matters to the test; everything else is plain. */
export const column = (name: string, kind: AttributeMetadata["kind"], more: Partial<AttributeMetadata> = {}): AttributeMetadata => ({
  name, kind, platformType: "String", label: name.toUpperCase(), description: "", required: "none", rich: false, maxLength: undefined, min: undefined, max: undefined, precision: 2,
  options: [], targets: [], preset: null, createable: true, updatable: true, secured: false, readable: true, ...more,
});

export const room: TableMetadata = {
  name: "x_room", setName: "x_rooms", primaryId: "x_roomid", primaryName: "x_name", label: "Room", pluralLabel: "Rooms",
  attributes: new Map([
    column("x_roomid", "id", { updatable: false }), column("x_name", "text", { required: "required" }), column("x_size", "decimal"), column("x_built", "date"),
    column("x_state", "choice", { options: [{ value: 1, label: "Free" }, { value: 2, label: "Taken" }] }), column("x_house", "lookup", { targets: ["y_house"] }),
  ].map((each) => [each.name, each])),
  relationships: [{ name: "y_house_x_room", column: "x_house", target: "y_house", navigation: "x_House" }],
};

const house: TableMetadata = { ...room, name: "y_house", setName: "y_houses", primaryId: "y_houseid", primaryName: "y_name", attributes: new Map([["y_name", column("y_name", "text")]]), relationships: [] };

export interface Sent { readonly method: string; readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: unknown }
export interface Reply { readonly status?: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }

/** Answers fetch by a function of the request and keeps what was sent. */
export function serve(answer: (request: Sent) => Reply): Sent[] {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<object> => {
    const request = { method: init.method ?? "GET", url: decodeURIComponent(url), headers: init.headers ?? {}, body: init.body ? JSON.parse(init.body) as unknown : undefined };
    sent.push(request);
    const { status = 200, body, headers = {} } = answer(request);
    return { ok: status < 400, status, headers: { get: (name: string) => headers[name] ?? null }, text: async () => (body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body)) };
  };
  Object.assign(globalThis, { fetch });
  return sent;
}

export function makePlayer(lcid = 1033): Player {
  return {
    lcid, locale: lcid === 1038 ? "hu-HU" : "en-US", texts: textsIn(lcid), user: { id: "u1", name: "Ann" }, api: webApi,
    metadata: async (table) => (table === "y_house" ? house : room), router: makeRouter(), dialogs: makeDialogs(),
  };
}

export const show = (player: Player, element: React.ReactElement): RenderResult => render(<PlayerProvider value={player}>{element}</PlayerProvider>);
