import type { Metadata } from "../../local-host/metadata/model";
import type { Condition, Link, Query, QueryPage } from "../../local-host/query/ir";
import { DataverseError } from "../../local-host/service/error";
import type { OrganizationService, Row, RowKey, Value } from "../../local-host/service/contract";
import { tables } from "#solution/schema/tables";

/** An organisation service in memory for tests of callers: ids, alternate keys, equality filters, inner joins, pages and roll-back. Everything else it refuses. */
export interface MemoryOrganization {
  readonly service: OrganizationService;
  readonly transaction: <T>(work: () => T) => T;
  /** Creates and updates so far. */
  writes(): number;
  rows(table: string): readonly Row[];
  /** Called after each create, as a post-operation rule would be. */
  afterCreate: (table: string, id: string, row: Row) => void;
}

const refuse = (what: string): never => { throw new Error(`MemoryOrganization does not do ${what}; use the local host for this test`); };
const idOf = (value: Value | undefined): string => (typeof value === "object" && value !== null && "id" in value ? value.id : String(value ?? ""));
const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function memoryOrganization(): MemoryOrganization {
  const store = new Map<string, Map<string, Row>>();
  const undo: (() => void)[] = [];
  let written = 0;
  const table = (name: string) => store.get(name) ?? store.set(name, new Map()).get(name) ?? refuse(name);

  const put = (name: string, id: string, row: Row) => {
    const before = table(name).get(id);
    refuseDuplicate(name, id, row);
    table(name).set(id, row);
    written += 1;
    undo.push(() => (before ? table(name).set(id, before) : table(name).delete(id)));
  };

  function refuseDuplicate(name: string, id: string, row: Row) {
    const keys = tables.find((each) => `duly_${each.name}` === name)?.keys ?? {};
    for (const columns of Object.values(keys)) {
      const key = (each: Row) => fold(columns.map((column) => idOf(each[`duly_${column}`])).join("\u0001"));
      const other = columns.length > 0 && findByKey(name, columns.join(), key, row);
      if (other && other !== id) throw new DataverseError("0x80060892", `A record with the key ${key(row)} exists in ${name}.`, 412);
    }
  }

  const indexes = new Map<string, Map<string, string>>();
  function findByKey(name: string, columns: string, key: (row: Row) => string, row: Row): string | undefined {
    const index = indexes.get(`${name}.${columns}`) ?? new Map<string, string>();
    indexes.set(`${name}.${columns}`, index);
    const found = index.get(key(row));
    if (found !== undefined && table(name).has(found)) return found;
    index.set(key(row), String(row[`${name}id`]));
    return undefined;
  }

  function find(name: string, key: RowKey): Row {
    const id = "id" in key ? key.id : refuse("access by alternate key");
    return table(name).get(id) ?? (() => { throw new DataverseError("0x80040217", `${name} ${id} does not exist.`, 404); })();
  }

  const holds = (row: Row, condition: Condition | null): boolean => {
    if (condition === null) return true;
    if (condition.kind !== "compare" || condition.operator !== "eq" || condition.right.kind !== "value") return refuse(`the condition ${condition.kind}`);
    return idOf(row[condition.ref.column]) === String(condition.right.value);
  };
  const joins = (row: Row, link: Link): boolean => {
    const other = table(link.table).get(idOf(row[link.to]));
    return other !== undefined && holds(other, link.filter);
  };

  function retrieveMultiple(query: Query): QueryPage {
    const all = [...table(query.table).values()].filter((row) => holds(row, query.filter) && query.links.every((link) => joins(row, link)));
    const start = (query.page - 1) * query.pageSize;
    const rows = all.slice(start, start + query.pageSize).map((row) =>
      Object.fromEntries((query.columns ?? []).map(({ column }) => [column, row[column] ?? null])));
    return { rows, more: start + query.pageSize < all.length, cookie: null, total: null };
  }

  let count = 0;
  const service: OrganizationService = {
    metadata: { tables: new Map() } as unknown as Metadata,
    create(name, row) {
      count += 1;
      const id = `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
      const statuscode = row.statuscode ?? 1;
      put(name, id, { ...row, [`${name}id`]: id, statuscode, statecode: row.statecode ?? 0 });
      memory.afterCreate(name, id, row);
      return id;
    },
    retrieve: (name, key) => find(name, key),
    update(name, key, row) {
      const stored = find(name, key);
      put(name, String(stored[`${name}id`]), { ...stored, ...row });
    },
    retrieveMultiple,
    upsert: () => refuse("upsert"), delete: () => refuse("delete"), associate: () => refuse("associate"),
    disassociate: () => refuse("disassociate"), fetch: () => refuse("FetchXML"), execute: () => refuse("custom APIs"),
  };

  function transaction<T>(work: () => T): T {
    const mark = undo.length;
    try {
      return work();
    } catch (error) {
      while (undo.length > mark) undo.pop()?.();
      throw error;
    }
  }

  const memory: MemoryOrganization = {
    service, transaction, writes: () => written, rows: (name) => [...table(name).values()], afterCreate: () => undefined,
  };
  return memory;
}
