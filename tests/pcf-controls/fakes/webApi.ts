import type { RawRow } from "../../../pcf-controls/shared/row";

/** Rows by logical name; their order does not matter. */
export type Tables = Readonly<Record<string, readonly RawRow[]>>;

interface Call {
  readonly verb: "page" | "create" | "update";
  readonly table: string;
  readonly row?: RawRow;
}

/** A small Dataverse behind `context.webAPI`: filters with eq and gt joined by "and", $orderby, paging by nextLink. Everything else is refused by name. */
export interface FakeWebApi {
  readonly webAPI: ComponentFramework.WebApi;
  readonly calls: readonly Call[];
  rows(table: string): readonly RawRow[];
  /** The next call of a verb on a table fails with this. */
  failNext(verb: Call["verb"], table: string, error: unknown): void;
}

const known = new Set(["$select", "$filter", "$orderby", "$skiptoken"]);

const optionsOf = (query: string): ReadonlyMap<string, string> => {
  const options = new Map(query.replace("?", "").split("&").map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)] as const));
  for (const name of options.keys()) if (!known.has(name)) throw new Error(`The fake does not know the option ${name}`);
  return options;
};

function holds(row: RawRow, condition: string): boolean {
  const match = /^(\w+) (eq|gt) (\S+)$/.exec(condition);
  if (match === null) throw new Error(`The fake does not know the condition ${condition}`);
  const [, column = "", operator, value] = match;
  return operator === "eq" ? String(row[column]) === value : Number(row[column]) > Number(value);
}

const key = (value: unknown): string | number => (typeof value === "number" ? value : String(value ?? ""));

function compareBy(orders: readonly string[]): (a: RawRow, b: RawRow) => number {
  const parts = orders.map((order) => order.split(" "));
  return (a, b) => {
    for (const [column = "", direction] of parts) {
      const [left, right] = [key(a[column]), key(b[column])];
      if (left !== right) return (left < right ? -1 : 1) * (direction === "desc" ? -1 : 1);
    }
    return 0;
  };
}

const boundId = (value: unknown): string => /\((.*)\)/.exec(String(value))?.[1] ?? "";

/** As the server would store it: bound lookups become their value columns. */
const stored = (row: RawRow): RawRow =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => (name.endsWith("@odata.bind") ? [`_${name.replace("@odata.bind", "")}_value`, boundId(value)] : [name, value])));

/** Opens a fake over the given rows; `onCreate` is the server's rule for a new row. */
export function fakeWebApi(tables: Tables, onCreate: (row: RawRow) => RawRow = (row) => row): FakeWebApi {
  const store = new Map(Object.entries(tables).map(([table, rows]) => [table, [...rows]]));
  const calls: Call[] = [];
  const failures: { verb: string; table: string; error: unknown }[] = [];
  const note = (call: Call): void => {
    calls.push(call);
    const index = failures.findIndex((failure) => failure.verb === call.verb && failure.table === call.table);
    if (index >= 0) throw failures.splice(index, 1)[0]?.error;
  };
  const api = {
    retrieveMultipleRecords: async (table: string, query: string, size: number) => {
      note({ verb: "page", table });
      const options = optionsOf(query);
      const conditions = (options.get("$filter") ?? "").split(" and ").filter((condition) => condition !== "");
      const found = (store.get(table) ?? []).filter((row) => conditions.every((condition) => holds(row, condition)));
      found.sort(compareBy((options.get("$orderby") ?? "").split(",").filter((order) => order !== "")));
      const from = Number(options.get("$skiptoken") ?? 0);
      const link = `http://crm.example/api/data/v9.2/${table}s${query.replace(/&\$skiptoken=.*/, "")}&$skiptoken=${from + size}`;
      return { entities: found.slice(from, from + size), nextLink: from + size < found.length ? link : "" };
    },
    createRecord: async (table: string, row: RawRow) => {
      note({ verb: "create", table, row });
      const id = `00000000-0000-4000-8000-${String(calls.length).padStart(12, "0")}`;
      store.set(table, [...(store.get(table) ?? []), onCreate({ [`${table}id`]: id, statuscode: 1, ...stored(row) })]);
      return { id, entityType: table };
    },
    updateRecord: async (table: string, id: string, row: RawRow) => {
      note({ verb: "update", table, row });
      store.set(table, (store.get(table) ?? []).map((old) => (old[`${table}id`] === id ? { ...old, ...row } : old)));
      return { id, entityType: table };
    },
  };
  return {
    webAPI: api as unknown as ComponentFramework.WebApi,
    calls, rows: (table) => store.get(table) ?? [], failNext: (verb, table, error) => void failures.push({ verb, table, error }),
  };
}
