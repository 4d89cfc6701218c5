import fc from "fast-check";
import { scaled, unscaled } from "../../../local-host/query/decimal";
import type { Order } from "../../../local-host/query/ir";
import { runQuery } from "../../../local-host/query/run";
import { id, insert, metadata, openTiny, queryOf } from "./tiny";

test("a scaled decimal comes back with the same value, whatever its sign and size", () => {
  fc.assert(fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 10 }), (value, scale) => {
    expect(scaled(unscaled(value, scale), scale)).toBe(value);
  }));
});

test.each<[string, number, bigint | null | undefined]>([
  ["12.5", 4, 125000n], ["-0.0001", 4, -1n], ["+3", 0, 3n], [".5", 2, 50n], ["1.230", 2, 123n], ["1.235", 2, undefined], ["", 2, null], ["1e3", 2, null], ["1,5", 2, null],
])("scaled(%j, %d)", (text, scale, expected) => {
  expect(scaled(text, scale)).toBe(expected);
});

const name = fc.option(fc.constantFrom("a", "A", "á", "b", ""), { nil: null });
const row = fc.record({ name, employees: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }), due: fc.option(fc.constantFrom("2026-01-01", "2026-01-02"), { nil: null }) });
const order = fc.uniqueArray(fc.record({ column: fc.constantFrom("name", "employees", "due"), descending: fc.boolean() }), { selector: ({ column }) => column });

test("pages put together are the whole list, for any order with ties and missing values", () => {
  fc.assert(fc.property(fc.array(row, { maxLength: 12 }), order, fc.integer({ min: 1, max: 4 }), (rows, orders, pageSize) => {
    const sql = openTiny();
    rows.forEach((each, index) => { insert(sql, "account", { accountid: id(index), ...each, versionnumber: index }); });
    const query = queryOf("account", { order: orders.map(({ column, descending }): Order => ({ ref: { link: null, column }, descending })) });
    const paged: unknown[] = [];
    let page = runQuery(sql, metadata, { ...query, pageSize });
    paged.push(...page.rows);
    for (let number = 2; page.more; number += 1) {
      page = runQuery(sql, metadata, { ...query, pageSize, page: number, cookie: page.cookie });
      paged.push(...page.rows);
    }
    expect(paged).toEqual(runQuery(sql, metadata, query).rows);
    sql.close();
  }), { numRuns: 60 });
});
