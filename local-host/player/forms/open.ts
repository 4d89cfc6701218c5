import { ROOT } from "../api/webapi";
import type { Player } from "../shell/player";
import type { Parent } from "../shell/route";
import { FormSession } from "./session";

/** The server sets these itself. */
const SET_BY_SERVER: readonly string[] = ["State", "Status"];

function setPresets(session: FormSession): void {
  for (const { name, preset, createable, platformType } of session.table.attributes.values()) {
    if (preset !== null && createable && !SET_BY_SERVER.includes(platformType)) session.seed(name, preset);
  }
}

interface Wanted { readonly table: string; /** null = a new row. */ readonly id: string | null; readonly parent: Parent | null }

/** Opens a row for a form, or a new one with its parent and the presets of its choices filled in. Throws WebApiFault. */
export async function openSession({ api, metadata }: Pick<Player, "api" | "metadata">, { table, id, parent }: Wanted): Promise<FormSession> {
  const session = new FormSession(await metadata(table));
  if (id !== null) {
    session.load(await api.get(`${ROOT}${session.table.setName}(${id})`), false);
    return session;
  }
  setPresets(session);
  if (parent && session.attribute(parent.column)) session.seed(parent.column, { id: parent.id, name: parent.name, entityType: parent.table });
  return session;
}
