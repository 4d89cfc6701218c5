import { entryOf } from "../../entry";
import type { Table } from "../../metadata/model";
import type { Query } from "../ir";
import type { Navigation } from "../navigation";
import { applyQuery } from "./apply";
import { badUri } from "./error";
import { filterCondition } from "./filter";
import type { Ground, ODataContext } from "./ground";
import { orderOf, requiredNavigation, selectedColumns, topOf } from "./select";
import { opened, splitOutside } from "./split";

/** A query with what is to be expanded below its rows. */
export interface TableRequest {
  readonly table: Table;
  readonly query: Query;
  readonly expands: readonly Expand[];
  /** $select as sent, for @odata.context; null = all. */
  readonly selected: string | null;
  /** The options as sent. */
  readonly options: Options;
}

export interface Expand {
  readonly navigation: Navigation;
  readonly request: TableRequest;
  /** `nav/$ref`: references instead of rows. */
  readonly refs: boolean;
}

/** Query options by name ("$filter" -> text). */
export type Options = ReadonlyMap<string, string>;

const TOP_LEVEL = ["$select", "$filter", "$orderby", "$top", "$count", "$expand", "$apply", "$skiptoken"];
const NESTED = ["$select", "$filter", "$orderby", "$top", "$expand"];
const REFUSED: Readonly<Record<string, string>> = { $skip: "Skip Clause is not supported in CRM", $search: "Search Clause is not supported in CRM" };

/** Parses the query options of a table. Paging is the caller's. Throws 0x80060888 or 0x0 by name for what is unknown. */
export function parseRequest(table: Table, options: Options, context: ODataContext): TableRequest {
  refuseUnknown(options, TOP_LEVEL);
  const apply = options.get("$apply");
  if (apply === undefined) return requestOf(table, options, context);
  const extra = [...options.keys()].find((name) => !["$apply", "$count", "$skiptoken"].includes(name));
  if (extra !== undefined) throw badUri(`The query option '${extra}' cannot be used together with $apply.`);
  return { table, query: applyQuery(table, apply, context), expands: [], selected: null, options };
}

function refuseUnknown(options: Options, known: readonly string[]): void {
  const unknown = [...options.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) throw badUri(entryOf(REFUSED, unknown) ?? `The query parameter ${unknown} is not supported`);
}

function requestOf(table: Table, options: Options, context: ODataContext): TableRequest {
  const ground: Ground = { alias: null, table, links: [] };
  const filter = options.get("$filter");
  const select = options.get("$select");
  const query: Query = {
    table: table.logicalName,
    columns: selectedColumns(context.metadata, table, select),
    filter: filter === undefined || filter.trim() === "" ? null : filterCondition(filter, ground, context),
    order: orderOf(context.metadata, ground, options.get("$orderby")),
    links: ground.links,
    aggregate: null, distinct: false, pageSize: 5000, page: 1, cookie: null,
    top: topOf(options.get("$top")),
    count: countOf(options.get("$count")),
  };
  return { table, query, expands: expandsOf(table, options.get("$expand"), context), selected: select ?? null, options };
}

function countOf(count: string | undefined): boolean {
  if (count === undefined || count === "false") return false;
  if (count === "true") return true;
  throw badUri(`Invalid value '${count}' for $count query option found. Valid values are 'true' and 'false'.`);
}

function expandsOf(table: Table, expand: string | undefined, context: ODataContext): Expand[] {
  if (expand === undefined || expand.trim() === "") return [];
  return splitOutside(expand, ",").map((item) => expandOf(table, item, context));
}

function expandOf(table: Table, item: string, context: ODataContext): Expand {
  const { name, inner } = opened(item);
  const refs = name.endsWith("/$ref");
  const navigation = requiredNavigation(context.metadata, table, refs ? name.slice(0, -"/$ref".length) : name);
  const options = new Map(inner === null ? [] : splitOutside(inner, ";").filter((part) => part !== "").map(option));
  refuseUnknown(options, NESTED);
  return { navigation, refs, request: requestOf(navigation.target, options, context) };
}

function option(part: string): [string, string] {
  const equals = part.indexOf("=");
  if (equals < 0) throw badUri(`Syntax error in $expand: '${part}'.`);
  return [part.slice(0, equals).trim(), part.slice(equals + 1).trim()];
}
