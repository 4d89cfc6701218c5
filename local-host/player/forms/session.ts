import type { JsonObject } from "../api/json";
import { asNumber, asText } from "../api/json";
import type { AttributeMetadata, TableMetadata } from "../api/metadata.types";
import { type FieldValue, sameValue, valueOf } from "../api/values";
import { makeLook, type Look } from "./look";
import type { Level, SaveEvent } from "./session.types";

type ChangeHandler = (column: string) => void;
type SaveHandler = (event: SaveEvent) => void;

/** One row open in a form: its values, what was changed and what scripts said. Listeners are told after each change. */
export class FormSession {
  /** null until a new row is saved. */
  id: string | null = null;
  etag: string | null = null;
  /** A control on the form wrote rows since the last refresh. */
  stale = false;
  row: JsonObject = {};
  readonly look: Look;
  private saved = new Map<string, FieldValue>();
  private edited = new Map<string, FieldValue>();
  /** Columns of a new row that still hold what the form began with. */
  private readonly seeded = new Set<string>();
  private levels = new Map<string, Level>();
  private readonly gridTurns = new Map<string, number>();
  /** Columns that a script only shows otherwise: their values are never saved. */
  private readonly unsent = new Set<string>();
  private readonly changeHandlers = new Map<string, Set<ChangeHandler>>();
  private readonly saveHandlers = new Set<SaveHandler>();
  private readonly loadHandlers = new Set<() => void>();
  private readonly listeners = new Set<() => void>();

  constructor(readonly table: TableMetadata) {
    this.look = makeLook(() => { this.tell(); });
  }

  /** Puts in a row as the server gave it; with `keepEdits` unsaved values stay as they are. */
  load(row: JsonObject, keepEdits: boolean): void {
    this.row = row;
    this.id = asText(row[this.table.primaryId]) || this.id;
    this.etag = asText(row["@odata.etag"]) || null;
    this.saved = new Map([...this.table.attributes.values()].map((attribute) => [attribute.name, valueOf(row, attribute)]));
    if (!keepEdits) this.edited.clear();
    for (const column of this.unsent) this.edited.delete(column);
    this.stale = false;
    for (const handler of this.loadHandlers) handler();
    this.tell();
  }

  attribute(column: string): AttributeMetadata | undefined { return this.table.attributes.get(column); }
  value(column: string): FieldValue { return this.edited.has(column) ? this.edited.get(column) ?? null : this.saved.get(column) ?? null; }
  savedValue(column: string): FieldValue { return this.saved.get(column) ?? null; }

  /** Sets a value without telling change handlers, as scripts do. */
  set(column: string, value: FieldValue): void {
    this.seeded.delete(column);
    if (sameValue(value, this.saved.get(column) ?? null)) this.edited.delete(column);
    else this.edited.set(column, value);
    this.tell();
  }

  /** Sets a value that a new row begins with: it is saved, but leaving the form loses nothing. */
  seed(column: string, value: FieldValue): void {
    this.set(column, value);
    this.seeded.add(column);
  }

  /** Sets a value as the user does: change handlers run. */
  edit(column: string, value: FieldValue): void {
    if (sameValue(value, this.value(column))) return;
    this.set(column, value);
    this.fireChange(column);
  }

  /** Columns whose values are to be saved. */
  dirty(): readonly string[] { return [...this.edited.keys()].filter((column) => !this.unsent.has(column)); }
  /** Columns changed since the form was opened. */
  touched(): readonly string[] { return this.dirty().filter((column) => !this.seeded.has(column)); }
  get readOnly(): boolean { return this.id !== null && (asNumber(this.saved.get("statecode")) ?? 0) !== 0; }

  isSent(column: string): boolean { return !this.unsent.has(column); }
  /** Whether a save may write the column; one that is not sent leaves the form unchanged, whatever it shows. */
  setSent(column: string, sent: boolean): void {
    if (sent) this.unsent.delete(column);
    else this.unsent.add(column);
    this.tell();
  }

  level(column: string): Level { return this.levels.get(column) ?? this.attribute(column)?.required ?? "none"; }
  setLevel(column: string, level: Level): void { this.levels.set(column, level); this.tell(); }

  fireChange(column: string): void { for (const handler of this.changeHandlers.get(column) ?? []) handler(column); }
  onChange(column: string, handler: ChangeHandler): void { this.changeHandlers.set(column, new Set([...(this.changeHandlers.get(column) ?? []), handler])); }
  offChange(column: string, handler: ChangeHandler): void { this.changeHandlers.get(column)?.delete(handler); }

  onSave(handler: SaveHandler): void { this.saveHandlers.add(handler); }
  offSave(handler: SaveHandler): void { this.saveHandlers.delete(handler); }
  /** Runs the save handlers; false when one of them prevents the save. */
  maySave(): boolean {
    const event: SaveEvent = { prevented: false };
    for (const handler of this.saveHandlers) handler(event);
    return !event.prevented;
  }
  /** Told whenever a row was put in, also the first time. */
  onLoaded(handler: () => void): () => void { this.loadHandlers.add(handler); return () => { this.loadHandlers.delete(handler); }; }

  /** Times that a list on the form was asked to read its rows again. */
  gridTurn(control: string): number { return this.gridTurns.get(control) ?? 0; }
  refreshGrid(control: string): void { this.gridTurns.set(control, this.gridTurn(control) + 1); this.tell(); }

  markStale(): void { this.stale = true; this.tell(); }
  listen(listener: () => void): () => void { this.listeners.add(listener); return () => { this.listeners.delete(listener); }; }
  private tell(): void { for (const listener of this.listeners) listener(); }
}
