import { from, pageRows } from "#bridge/sdk/query";
import { read, readTogether, type Reading } from "#bridge/sdk/reading";
import type { RawRow } from "#bridge/sdk/value";
import { parseXml, runFetch } from "../../builders/rules/fetch";

const rows = (count: number): readonly RawRow[] => Array.from({ length: count }, (_, index) => ({ duly_segmentid: `s${String(index).padStart(6, "0")}`, duly_name: `S${index}` }));

/** Answers a rule's reads from one table; gives its result and how often it was asked. */
function answered<T>(reading: Reading<T>, table: readonly RawRow[]): { readonly result: T; readonly trips: number } {
  let step = reading.next([]);
  for (let trips = 0; ; trips += 1) {
    if (step.done === true) return { result: step.value, trips };
    step = reading.next(step.value.map((fetchXml) => runFetch(fetchXml, () => table)));
  }
}

test("a read is FetchXML whose values are escaped", () => {
  const xml = from("duly_debtor").select("duly_name").where(["duly_number", "eq", "A&B <\"'>"], { any: [["duly_level", "gt", 1], ["duly_kind", "in", [1, 2]]] })
    .join({ table: "duly_company", from: "duly_companyid", to: "duly_company", alias: "company", select: ["duly_name"], outer: true }).orderBy("duly_number").first(3).toFetchXml();
  const [entity] = parseXml(xml).children;
  expect(parseXml(xml).attributes).toEqual({ top: "3" });
  expect(entity?.children.map((child) => child.name)).toEqual(["attribute", "filter", "link-entity", "order"]);
  const [condition, group] = entity?.children[1]?.children ?? [];
  expect(condition?.attributes).toEqual({ attribute: "duly_number", operator: "eq", value: "A&B <\"'>" });
  expect([group?.attributes.type, group?.children[1]?.children.map((value) => value.text)]).toEqual(["or", ["1", "2"]]);
  expect(entity?.children[2]?.attributes).toMatchObject({ alias: "company", "link-type": "outer" });
});

test.each([[0, 1], [1, 1], [pageRows - 1, 1], [pageRows, 2], [pageRows + 1, 2], [3 * pageRows + 7, 4]])("%i rows are read in %i pages", (count, pages) => {
  const { result, trips } = answered(read(from("duly_segment").select("duly_segmentid")), rows(count));
  expect([result.length, new Set(result.map((row) => row.duly_segmentid)).size, trips]).toEqual([count, count, pages]);
});

test("several tables are read in one round trip", () => {
  const query = from("duly_segment").select("duly_name");
  const { result, trips } = answered(readTogether(query, query.where(["duly_name", "eq", "S1"])), rows(3));
  expect([result.map((one) => one.length), trips]).toEqual([[3, 1], 1]);
});

test("a list of values that is asked for twice is written alike, an empty one has no value", () => {
  const ids = ["a&b", "c"];
  const xml = () => from("duly_debtor").select("duly_name").where(["duly_number", "in", ids], ["duly_name", "in", []]).toFetchXml();
  expect(xml()).toBe(xml());
  expect(xml()).toContain('<condition attribute="duly_number" operator="in"><value>a&amp;b</value><value>c</value></condition><condition attribute="duly_name" operator="in"/>');
});
