import { invalidTemplate } from "../../error";
import { toText } from "../../expression/text";
import { isArray, isObject, type FlowValue } from "../../expression/value";
import { textAt } from "../../definition/json";
import type { Compiled } from "../../expression/context";
import { succeeded } from "../outcome";
import type { ActionType } from "../step";
import { arrayOf } from "./data";

interface TableColumn { readonly header: Compiled; readonly value: Compiled }

/** Table: CSV or HTML from an array of objects; values are escaped. */
export const table: ActionType = ({ name, inputs, tree }) => {
  const from = tree(inputs["from"] ?? null);
  const format = (textAt(inputs, "format") ?? "").toUpperCase();
  if (format !== "CSV" && format !== "HTML") throw invalidTemplate(`the format of '${name}' must be CSV or HTML.`);
  const columns = columnsOf(inputs["columns"], tree);
  return {
    blocks: [],
    run: (frame) => {
      const items = arrayOf(name, from(frame));
      const headers = columns ? columns.map(({ header }) => toText(header(frame))) : ownHeaders(items[0] ?? null);
      const rows = items.map((item, at) => columns
        ? columns.map(({ value }) => toText(value(frame.within("", at, item))))
        : headers.map((key) => toText(isObject(item) ? item[key] ?? null : null)));
      return succeeded({ body: format === "CSV" ? csv([headers, ...rows]) : html(headers, rows) });
    },
  };
};

function columnsOf(columns: FlowValue | undefined, tree: (json: FlowValue) => Compiled): TableColumn[] | null {
  if (columns === undefined || !isArray(columns)) return null;
  return columns.flatMap((column) => (isObject(column) ? [{ header: tree(column["header"] ?? ""), value: tree(column["value"] ?? null) }] : []));
}

function ownHeaders(item: FlowValue): string[] {
  return isObject(item) ? Object.keys(item) : [];
}

function csv(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => line.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")).join("\r\n");
}

function html(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[], tag: string): string => `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
  return `<table><thead>${row(headers, "th")}</thead><tbody>${rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(cell: string): string {
  return cell.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
