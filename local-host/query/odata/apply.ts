import { entryOf } from "../../entry";
import type { Table } from "../../metadata/model";
import { isText } from "../../metadata/column-kinds";
import type { Aggregate, Condition, Query } from "../ir";
import { badUri } from "./error";
import { filterCondition } from "./filter";
import { follow, type Found, type Ground, type ODataContext } from "./ground";
import { opened, splitOutside } from "./split";

type Measure = Aggregate["measures"][number];
type Group = Aggregate["groups"][number];

const FUNCTIONS: Readonly<Record<string, Measure["function"]>> = { sum: "sum", average: "avg", min: "min", max: "max" };

/** What the transformations of an $apply have said so far. */
interface Applied { readonly filters: readonly Condition[]; readonly groups: readonly Group[]; readonly measures: readonly Measure[] }

/** An $apply as an aggregate query: `filter(…)/groupby((a,nav/b),aggregate(x with sum as total,$count as n))`. */
export function applyQuery(table: Table, source: string, context: ODataContext): Query {
  const ground: Ground = { alias: null, table, links: [] };
  const parts = splitOutside(source, "/").map(opened);
  const applied = parts.reduce<Applied>((sum, part, index) => {
    if (part.inner === null) throw badUri(`Syntax error in $apply: '${part.name}'.`);
    if (part.name === "filter") return { ...sum, filters: [...sum.filters, filterCondition(part.inner, ground, context)] };
    if (index !== parts.length - 1) throw badUri(`'${part.name}' must be the last transformation of $apply here.`);
    return { ...sum, ...transformation(part.name, part.inner, { ground, context }) };
  }, { filters: [], groups: [], measures: [] });
  if (applied.groups.length + applied.measures.length === 0) throw badUri("$apply needs groupby or aggregate; for a filter alone use $filter.");
  return {
    table: table.logicalName, columns: [], filter: applied.filters.length === 0 ? null : { kind: "and", all: applied.filters }, links: ground.links,
    order: [], aggregate: { measures: applied.measures, groups: applied.groups, order: [] },
    distinct: false, pageSize: 5000, page: 1, cookie: null, top: null, count: false,
  };
}

interface Where { readonly ground: Ground; readonly context: ODataContext }

function transformation(name: string, inner: string, where: Where): Pick<Applied, "groups" | "measures"> {
  if (name === "aggregate") return { groups: [], measures: splitOutside(inner, ",").map((part) => measureOf(part, where)) };
  if (name !== "groupby") throw badUri(`The transformation '${name}' of $apply is not supported.`);
  const [columns = "", aggregate, extra] = splitOutside(inner, ",");
  const list = opened(columns);
  if (list.name !== "" || list.inner === null || extra !== undefined) throw badUri(`Syntax error in groupby: '${inner}'.`);
  const groups = splitOutside(list.inner, ",").map((path) => groupOf(path, where));
  if (aggregate === undefined) return { groups, measures: [] };
  const call = opened(aggregate);
  if (call.name !== "aggregate" || call.inner === null) throw badUri(`groupby can be followed by aggregate(…) only, not by '${aggregate}'.`);
  return { groups, measures: transformation("aggregate", call.inner, where).measures };
}

function groupOf(path: string, { ground, context }: Where): Group {
  const { ref, column } = follow(context.metadata, ground, path.split("/"));
  if (column.type === "datetime") throw badUri(`Grouping by the date and time column '${path}' is not supported in $apply.`);
  return { alias: path.replaceAll("/", "_"), ref, part: "value" };
}

function measureOf(part: string, where: Where): Measure {
  const [, column, method, alias] = /^([\w/]+)\s+with\s+(\w+)\s+as\s+(\w+)$/.exec(part) ?? [];
  const [, counted] = /^\$count\s+as\s+(\w+)$/.exec(part) ?? [];
  if (counted !== undefined) return { alias: counted, ref: null, function: "count", distinct: false };
  if (column === undefined || method === undefined || alias === undefined) throw badUri(`Syntax error in aggregate: '${part}'.`);
  const name = entryOf(FUNCTIONS, method);
  if (name === undefined) throw badUri(`The aggregation method '${method}' is not supported; known are sum, average, min, max and $count.`);
  return { alias, ref: measured(follow(where.context.metadata, where.ground, column.split("/")), method).ref, function: name, distinct: false };
}

function measured(found: Found, method: string): Found {
  if (isText(found.column)) throw badUri(`The column '${found.column.logicalName}' is text and cannot be aggregated with ${method}.`);
  return found;
}
