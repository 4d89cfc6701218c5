import { DllError } from "./fault";
import { type Column, layout } from "./layout";

/** Rows of one table; each row is its columns' numbers: values, or places in a heap, or row numbers from 1. */
export type Table = readonly (readonly number[])[];

const heapBits = { string: 1, guid: 2, blob: 4 } as const;

/** Bytes of a column: places and references are wide where the heap or a table is large (ECMA-335 II.24.2.6). */
function width(column: Column, heapSizes: number, rows: readonly number[]): number {
  if (typeof column === "number") return column;
  if (typeof column === "string") return (heapSizes & heapBits[column]) === 0 ? 2 : 4;
  return Math.max(...column.tables.map((table) => rows[table] ?? 0)) < 2 ** (16 - column.tagBits) ? 2 : 4;
}

/** How many rows each of the 64 tables has, and where these begin. */
function rowCounts(stream: DataView): { readonly rows: readonly number[]; readonly start: number } {
  const present = stream.getBigUint64(8, true);
  let at = 24;
  const rows = Array.from({ length: 64 }, (_, table) => {
    if ((present >> BigInt(table) & 1n) === 0n) return 0;
    at += 4;
    return stream.getUint32(at - 4, true);
  });
  return { rows, start: at };
}

/** The tables of the wanted numbers out of the stream #~; throws DllError when one does not fit into it. */
export function tablesOf(stream: DataView, wanted: readonly number[]): readonly Table[] {
  const { rows, start } = rowCounts(stream);
  const widths = layout.map((columns) => columns.map((column) => width(column, stream.getUint8(6), rows)));
  const rowSizes = widths.map((columns) => columns.reduce((sum, size) => sum + size, 0));
  const number = (at: number, size: number): number => (size === 2 ? stream.getUint16(at, true) : stream.getUint32(at, true));
  const rowAt = (at: number, columns: readonly number[]): readonly number[] => columns.map((size, column) => number(at + columns.slice(0, column).reduce((sum, before) => sum + before, 0), size));
  return wanted.map((table) => {
    const from = rowSizes.slice(0, table).reduce((place, size, before) => place + size * (rows[before] ?? 0), start);
    const [size, count] = [rowSizes[table] ?? 0, rows[table] ?? 0];
    if (from + size * count > stream.byteLength) throw new DllError("its tables are longer than their stream");
    return Array.from({ length: count }, (_, row) => rowAt(from + size * row, widths[table] ?? []));
  });
}
