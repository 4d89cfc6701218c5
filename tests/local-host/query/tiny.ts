import sqlite from "node-sqlite3-wasm";
import type { Column, ColumnType, ManyToMany, ManyToOne, Metadata, Table } from "../../../local-host/metadata/model";
import type { Query } from "../../../local-host/query/ir";
import type { Sql, SqlRow, SqlValue } from "../../../local-host/store/sql";

/** A tiny schema for the tests of queries: accounts with a parent, contacts, tasks regarding either, and tags many-to-many. */
function column(logicalName: string, type: ColumnType, more: Partial<Column> = {}): [string, Column] {
  return [logicalName, {
    logicalName, schemaName: logicalName, type, labels: { 1033: logicalName }, descriptions: {},
    required: "none", validForCreate: true, validForUpdate: true, isCustom: false, ...more,
  }];
}

function table(logicalName: string, entitySetName: string, columns: readonly [string, Column][]): [string, Table] {
  return [logicalName, {
    logicalName, schemaName: logicalName, entitySetName, labels: { 1033: logicalName }, collectionLabels: { 1033: entitySetName }, descriptions: {},
    primaryId: `${logicalName}id`, primaryName: "name", ownership: "none", isActivity: false, isCustom: false, keys: [],
    columns: new Map([column(`${logicalName}id`, "uniqueidentifier"), column("name", "string"), ...columns]),
  }];
}

const tables = new Map([
  table("account", "accounts", [
    column("revenue", "money"), column("rate", "decimal", { precision: 6 }), column("employees", "integer"), column("active", "boolean"),
    column("createdon", "datetime"), column("due", "dateonly"), column("old", "dateonly"), column("kinds", "multiselect"),
    column("rating", "picklist", { options: [{ value: 1, labels: { 1033: "Zinc" } }, { value: 2, labels: { 1033: "Argon" } }] }),
    column("parentid", "lookup", { targets: ["account"] }), column("partner", "customer", { targets: ["account", "contact"] }),
    column("ownerid", "owner", { targets: ["contact", "account"] }),
  ]),
  table("contact", "contacts", [column("employer", "lookup", { targets: ["account"] }), column("age", "integer")]),
  table("tag", "tags", []),
  ["account_tag", { ...new Map([table("account_tag", "account_tags", [column("accountid", "uniqueidentifier"), column("tagid", "uniqueidentifier")])]).get("account_tag") as Table, primaryName: null }] as [string, Table],
]);

function many(referencingTable: string, referencingColumn: string, more: { table: string; lookup: string; collection: string }): ManyToOne {
  return {
    schemaName: `${referencingTable}_${more.lookup}`, referencingTable, referencingColumn, referencedTable: more.table,
    lookupNavigation: more.lookup, collectionNavigation: more.collection, cascadeDelete: "RemoveLink",
  };
}

const manyToMany: ManyToMany[] = [{
  schemaName: "account_tag", intersectTable: "account_tag",
  firstTable: "account", firstColumn: "accountid", firstNavigation: "account_tags",
  secondTable: "tag", secondColumn: "tagid", secondNavigation: "tag_accounts",
}];

export const metadata: Metadata = {
  version: "1", tables, tablesBySet: new Map([...tables.values()].map((each) => [each.entitySetName, each])),
  manyToOne: [
    many("account", "parentid", { table: "account", lookup: "parentid", collection: "children" }),
    many("account", "partner", { table: "account", lookup: "partner_account", collection: "partners" }),
    many("account", "partner", { table: "contact", lookup: "partner_contact", collection: "partner_accounts" }),
    many("contact", "employer", { table: "account", lookup: "employer", collection: "staff" }),
  ],
  manyToMany, globalChoices: new Map(), languages: [1033],
};

/** Text without case and accents. */
export const fold = (value: SqlValue): SqlValue => (typeof value === "string" ? value.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase() : value);

/** An SQLite database in memory with the schema above. */
export function openTiny(): Sql {
  const database = new sqlite.Database(":memory:");
  database.function("fold", fold as never, { deterministic: true });
  for (const each of tables.values()) database.run(createText(each));
  return {
    run: (statement, parameters = []) => { database.run(statement, [...parameters] as never); },
    all: (statement, parameters = []) => database.all(statement, [...parameters] as never) as SqlRow[],
    get: (statement, parameters = []) => (database.get(statement, [...parameters] as never) as SqlRow | undefined) ?? null,
    transaction: (work) => work(),
    onCommit: (work) => { work(); },
    close: () => { database.close(); },
  };
}

function createText(each: Table): string {
  const columns = [...each.columns.values()].flatMap(({ logicalName, targets }) =>
    (targets !== undefined && targets.length > 1 ? [`"${logicalName}"`, `"${logicalName}__type"`] : [logicalName === each.primaryId ? `"${logicalName}" TEXT PRIMARY KEY` : `"${logicalName}"`]));
  return `CREATE TABLE "${each.logicalName}" (${columns.join(", ")}, "versionnumber" INTEGER)`;
}

/** A readable id: id(7) ends in 7. */
export const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** Inserts a row in stored form. */
export function insert(sql: Sql, into: string, row: Readonly<Record<string, SqlValue>>): void {
  const names = Object.keys(row);
  sql.run(`INSERT INTO "${into}" (${names.map((name) => `"${name}"`).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`, Object.values(row));
}

/** A query over a table with nothing asked. */
export function queryOf(tableName: string, more: Partial<Query> = {}): Query {
  return {
    table: tableName, columns: [], filter: null, links: [], order: [], aggregate: null, distinct: false,
    pageSize: 5000, page: 1, cookie: null, top: null, count: false, ...more,
  };
}

/** Who asks in these tests, and when. */
export const asker = { nowUtc: "2026-03-15T10:00:00Z", userId: id(900) };

/** Accounts: 1 Árvíz Kft. <- 2 Alpha -> partner contact 11; 3 beta; 4 nameless. Contacts 11, 12 work for 1, 13 for 3. Tag 21 on 1 and 3. */
export function filled(): Sql {
  const sql = openTiny();
  const accounts: Readonly<Record<string, SqlValue>>[] = [
    { accountid: id(1), name: "Árvíz Kft.", revenue: 125000, rate: 1500000, employees: 5, active: 1, rating: 1, kinds: ",1,5,", createdon: "2026-03-15T09:00:00Z", due: "2026-03-15", old: "2026-03-01", ownerid: id(11), ownerid__type: "contact" },
    { accountid: id(2), name: "Alpha", revenue: 30001, employees: 7, active: 0, rating: 2, kinds: ",2,", createdon: "2026-03-10T00:00:00Z", due: "2026-02-28", parentid: id(1), partner: id(11), partner__type: "contact", ownerid: id(900), ownerid__type: "contact" },
    { accountid: id(3), name: "beta 100%", revenue: 0, employees: null, active: 1, rating: 1, createdon: "2025-12-31T23:59:59Z", due: "2025-12-31", parentid: id(1), partner: id(1), partner__type: "account" },
    { accountid: id(4), name: null, revenue: null, employees: 5, active: null, createdon: "2026-03-16T00:00:00Z", due: "2026-03-16", old: "2026-03-16" },
  ];
  accounts.forEach((row, index) => { insert(sql, "account", { ...row, versionnumber: index + 1 }); });
  for (const [n, employer, age] of [[11, 1, 30], [12, 1, 50], [13, 3, 20]] as const) {
    insert(sql, "contact", { contactid: id(n), name: `C${n}`, employer: id(employer), age, versionnumber: n });
  }
  insert(sql, "tag", { tagid: id(21), name: "vip", versionnumber: 21 });
  for (const n of [1, 3]) insert(sql, "account_tag", { account_tagid: id(30 + n), accountid: id(n), tagid: id(21), versionnumber: 1 });
  return sql;
}
