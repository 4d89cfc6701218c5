import type { Column, Metadata, Table } from "../../metadata/model";
import { isLookup } from "../../metadata/column-kinds";
import type { EntityReference, Row, Value } from "../../service/contract";
import type { Call } from "../call";
import { jsonNumber } from "../json";
import { wants } from "../prefer";
import type { Currencies } from "./currencies";
import { formatOf } from "./formats";
import { localizedTexts } from "./localized";

export const FORMATTED = "OData.Community.Display.V1.FormattedValue";
const LOOKUP_NAME = "Microsoft.Dynamics.CRM.lookuplogicalname";
const NAVIGATION = "Microsoft.Dynamics.CRM.associatednavigationproperty";

/** Writes one property of a row, with its annotations, into the JSON object. */
export type WriteProperty = (row: Row, out: Record<string, unknown>) => void;

/** A column of a result: its name in the row, and the property name that it gets. */
export interface Shown { readonly name: string; readonly property: string; readonly column: Column; readonly table: Table; readonly omitNull: boolean }

/** The writer of a column; made once a query, called once a row. Annotations come before their property. */
export function propertyWriter(call: Call, shown: Shown, currencies: Currencies): WriteProperty {
  if (isLookup(shown.column)) return lookupWriter(call, shown);
  let row: Row = {};
  const format = wants(call.prefer, FORMATTED) ? formatOf(shown.column, call.language, () => currencies.style(row)) : null;
  const raw = rawOf(shown.column);
  const inLanguage = localizedTexts(call, shown);
  const annotation = `${shown.property}@${FORMATTED}`;
  return (current, out) => {
    const value = current[shown.name];
    if (value === null || value === undefined) return writeNull(shown, out);
    row = current;
    annotate(out, annotation, format?.(value) ?? null);
    out[shown.property] = inLanguage(current) ?? raw(value);
  };
}

function writeNull(shown: Shown, out: Record<string, unknown>): void {
  if (!shown.omitNull) out[shown.property] = null;
}

function annotate(out: Record<string, unknown>, name: string, text: string | null): void {
  if (text !== null) out[name] = text;
}

function lookupWriter(call: Call, shown: Shown): WriteProperty {
  const { property } = shown;
  const formatted = wants(call.prefer, FORMATTED);
  const navigation = wants(call.prefer, NAVIGATION);
  const logicalName = wants(call.prefer, LOOKUP_NAME);
  const names = new Map((shown.column.targets ?? []).map((target) => [target, navigationName(call.metadata, shown, target)]));
  return (row, out) => {
    const value = row[shown.name] as EntityReference | null | undefined;
    if (value === null || value === undefined) return writeNull(shown, out);
    if (formatted) annotate(out, `${property}@${FORMATTED}`, value.name ?? null);
    if (navigation) annotate(out, `${property}@${NAVIGATION}`, names.get(value.logicalName) ?? null);
    if (logicalName) out[`${property}@${LOOKUP_NAME}`] = value.logicalName;
    out[property] = value.id;
  };
}

function navigationName(metadata: Metadata, { table, column }: Shown, target: string): string | null {
  const found = metadata.manyToOne.find((each) =>
    each.referencingTable === table.logicalName && each.referencingColumn === column.logicalName && each.referencedTable === target);
  return found?.lookupNavigation ?? null;
}

function rawOf(column: Column): (value: Value) => unknown {
  if (column.type === "money" || column.type === "decimal") return (value) => jsonNumber(String(value));
  if (column.type === "multiselect") return (value) => (Array.isArray(value) ? value.join(",") : value);
  return (value) => value;
}

