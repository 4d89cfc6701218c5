import { describe, WebApiFault } from "../api/fault";
import { ROOT } from "../api/webapi";
import type { Player } from "../shell/player";
import { fill } from "../shell/texts";
import { changedBody } from "./changes";
import type { FormSession } from "./session";

const SAVE_NOTICE = "player.save";

/** Reads the row again from the server; unsaved values stay. Throws WebApiFault. */
export async function refresh(session: FormSession, player: Player): Promise<void> {
  if (session.id === null) return;
  session.load(await player.api.get(`${ROOT}${session.table.setName}(${session.id})`), true);
}

/** Filled in by the server when the form leaves them empty. */
const FILLED_BY_SERVER: readonly string[] = ["Owner", "State", "Status", "Uniqueidentifier"];

function isMissing(session: FormSession, column: string): boolean {
  const attribute = session.attribute(column);
  return session.level(column) === "required" && session.value(column) === null && attribute?.createable === true && attribute.readable && !FILLED_BY_SERVER.includes(attribute.platformType);
}

function missing(session: FormSession, columns: readonly string[], player: Player): string | null {
  const empty = columns.filter((column) => isMissing(session, column));
  const labels = empty.map((column) => session.attribute(column)?.label ?? column);
  return labels.length > 0 ? fill(player.texts.required, labels.join(", ")) : null;
}

async function write(session: FormSession, player: Player): Promise<void> {
  const body = await changedBody(session, player.metadata);
  if (session.id === null) session.id = await player.api.create(session.table.setName, body);
  else await player.api.update(session.table.setName, session.id, { body, etag: session.etag });
  session.load(await player.api.get(`${ROOT}${session.table.setName}(${session.id})`), false);
}

function refuse(session: FormSession, problem: unknown, player: Player): false {
  const { code, message } = describe(problem);
  const conflict = problem instanceof WebApiFault && problem.status === 412;
  session.look.notice({ id: SAVE_NOTICE, level: "ERROR", text: conflict ? `${player.texts.conflict} ${message}` : message, code });
  return false;
}

/**
 * Saves a form: POST when new, else PATCH of the changed columns while nobody else changed the row.
 * @param columns the columns on the form, whose requirement is checked
 * @returns false when the save was prevented or refused; the reason is then a notice on the form
 */
export async function save(session: FormSession, columns: readonly string[], player: Player): Promise<boolean> {
  session.look.clearNotice(SAVE_NOTICE);
  if (!session.maySave()) return false;
  const lack = missing(session, columns, player) ?? session.look.noted().flatMap((id) => [...session.look.control(id).notes.values()])[0];
  if (lack) return refuse(session, Object.assign(new Error(lack), { code: "PLAYER-REQUIRED" }), player);
  if (session.id !== null && session.dirty().length === 0) return true;
  try {
    await write(session, player);
    return true;
  } catch (problem) {
    return refuse(session, problem, player);
  }
}
