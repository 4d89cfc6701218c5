import { ledgerFault, LedgerError, quoted, type Fault } from "./fault";
import type { Columns, LedgerMap, Pattern, Source } from "./map";

/** Reads a cell of a record by what the map calls it. An unmapped one reads as "". Cells are trimmed. */
export interface Cells {
  of(name: keyof Columns): string;
}

/** The column that a source names; null for a fixed or absent one. */
function columnOf(source: Columns[keyof Columns]): string | null {
  if (source === null || typeof source === "string") return source;
  return "column" in source ? source.column : null;
}

/**
 * Binds the map to the first line of the file and gives a reader of its records.
 * Throws LedgerError (DULY-MAP-005) naming each mapped column that the header lacks, and (DULY-MAP-008) each that it has twice.
 */
export function bindHeader(map: LedgerMap, header: readonly string[]): (fields: readonly string[]) => Cells {
  const names = header.map((each) => each.trim());
  const faults = Object.entries(map.columns).flatMap(([key, source]) => columnFaults(key, columnOf(source), names));
  if (faults.length > 0) throw new LedgerError("The map", faults);
  const positions = new Map(Object.entries(map.columns).map(([key, source]) => [key, names.indexOf(columnOf(source) ?? "")]));
  return (fields) => ({ of: (name) => content(map.columns[name], fields[positions.get(name) ?? -1]) });
}

function columnFaults(key: string, column: string | null, names: readonly string[]): readonly Fault[] {
  const found = column === null ? 1 : names.filter((name) => name === column.trim()).length;
  if (found === 1) return [];
  return found === 0
    ? [ledgerFault("DULY-MAP-005", { key, column: quoted(column), header: names.map((each) => quoted(each)).join(", ") })]
    : [ledgerFault("DULY-MAP-008", { key, column: quoted(column), times: found })];
}

function content(source: Columns[keyof Columns], field: string | undefined): string {
  if (isFixed(source)) return source.fixed;
  const cell = (field ?? "").trim();
  if (isPattern(source)) return cell === "" ? "" : source.pattern.replaceAll("{}", () => cell);
  return isTranslated(source) && Object.hasOwn(source.values, cell) ? (source.values[cell] ?? cell) : cell;
}

const isFixed = (source: Columns[keyof Columns]): source is Extract<Source, { fixed: string }> =>
  source !== null && typeof source === "object" && "fixed" in source;

const isPattern = (source: Columns[keyof Columns]): source is Pattern =>
  source !== null && typeof source === "object" && "pattern" in source;

const isTranslated = (source: Columns[keyof Columns]): source is { column: string; values: Readonly<Record<string, string>> } =>
  source !== null && typeof source === "object" && "values" in source && source.values !== null;
