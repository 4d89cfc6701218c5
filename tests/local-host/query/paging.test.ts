import type { Query, QueryPage } from "../../../local-host/query/ir";
import { readAggregate } from "../../../local-host/query/rows/aggregate";
import { runQuery } from "../../../local-host/query/run";
import type { Sql } from "../../../local-host/store/sql";
import { id, insert, metadata, openTiny, queryOf } from "./tiny";

function numbered(count: number): Sql {
  const sql = openTiny();
  for (let n = 1; n <= count; n += 1) insert(sql, "account", { accountid: id(n * 10), name: n % 3 === 0 ? null : `n${n % 2}`, employees: n, versionnumber: n });
  return sql;
}

/** All pages of a query; `between` runs before each further page. */
function pages(sql: Sql, query: Query, between: () => void = () => undefined): string[][] {
  const all: string[][] = [];
  let page: QueryPage = runQuery(sql, metadata, query);
  for (let number = 2; ; number += 1) {
    all.push(page.rows.map((row) => String(Number(String(row["accountid"]).slice(-6)))));
    if (!page.more) return all;
    between();
    page = runQuery(sql, metadata, { ...query, page: number, cookie: page.cookie });
  }
}

test("pages by the primary id when no order is asked", () => {
  expect(pages(numbered(5), queryOf("account", { pageSize: 2 }))).toEqual([["10", "20"], ["30", "40"], ["50"]]);
});

test("ties and missing values break no page, up or down", () => {
  const sql = numbered(7);
  const order = (descending: boolean) => [{ ref: { link: null, column: "name" }, descending }];
  expect(pages(sql, queryOf("account", { pageSize: 2, order: order(false) })).flat()).toEqual(["30", "60", "20", "40", "10", "50", "70"]);
  expect(pages(sql, queryOf("account", { pageSize: 2, order: order(true) })).flat()).toEqual(["10", "50", "70", "20", "40", "30", "60"]);
});

test("rows written or deleted behind the page neither repeat nor hide a row", () => {
  const sql = numbered(6);
  let n = 0;
  const write = () => {
    insert(sql, "account", { accountid: id((n += 1)), name: "early", versionnumber: 1 });
    sql.run(`DELETE FROM "account" WHERE "accountid" = ?`, [id(20)]);
  };
  expect(pages(sql, queryOf("account", { pageSize: 2 }), write)).toEqual([["10", "20"], ["30", "40"], ["50", "60"]]);
});

test("top ends the pages; count counts all, 5,000 at most", () => {
  const sql = numbered(6);
  expect(pages(sql, queryOf("account", { pageSize: 2, top: 3 }))).toEqual([["10", "20"], ["30"]]);
  expect(pages(sql, queryOf("account", { pageSize: 2, top: 4 }))).toEqual([["10", "20"], ["30", "40"]]);
  expect(runQuery(sql, metadata, queryOf("account", { pageSize: 2, count: true })).total).toBe(6);
});

test("a cookie of another query is refused", () => {
  const sql = numbered(3);
  const { cookie } = runQuery(sql, metadata, queryOf("account", { pageSize: 1 }));
  const other = queryOf("account", { pageSize: 1, page: 2, cookie, order: [{ ref: { link: null, column: "name" }, descending: false }] });
  expect(() => runQuery(sql, metadata, other)).toThrow("cookie");
});

test("an aggregate over 50,001 rows fails with 0x8004E023", () => {
  const sql = openTiny();
  sql.run(`INSERT INTO "account" ("accountid", "versionnumber") WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) SELECT printf('00000000-0000-4000-8000-%012d', i), i FROM n`);
  const query = queryOf("account", { aggregate: { measures: [{ alias: "n", ref: null, function: "count", distinct: false }], groups: [], order: [] } });
  expect(readAggregate(sql, metadata, query).rows).toEqual([{ n: 50000 }]);
  insert(sql, "account", { accountid: id(50001), versionnumber: 1 });
  expect(() => readAggregate(sql, metadata, query)).toThrow(expect.objectContaining({ code: "0x8004E023" }));
});

test("names of lookups are read only when asked for", () => {
  const sql = numbered(2);
  insert(sql, "account", { accountid: id(5), parentid: id(10), versionnumber: 9 });
  const query = queryOf("account", { columns: [{ column: "parentid" }], top: 1 });
  expect(runQuery(sql, metadata, query).rows[0]?.["parentid"]).toEqual({ logicalName: "account", id: id(10), name: "n1" });
  expect(runQuery(sql, metadata, { ...query, lookupNames: false }).rows[0]?.["parentid"]).toEqual({ logicalName: "account", id: id(10) });
});
