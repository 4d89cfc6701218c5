import { entryOf } from "../../../local-host/entry";
import { parseExpression } from "../../../local-host/query/odata/expression";
import { readXml } from "../../../local-host/query/fetchxml/xml";
import { conditionOf } from "../../../local-host/query/operators/condition";
import { decoded, optionsOf, segmentsOf } from "../../../local-host/http/url";

const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("a table of names has no entry '%s' that nobody wrote", (name) => {
  expect(entryOf<unknown>({ known: 1 }, name)).toBeUndefined();
  expect(entryOf<unknown>({ known: 1 }, "known")).toBe(1);
});

test.each<[string, () => unknown]>([
  ["broken percent-encoding", () => decoded("%E0%A4%A")],
  ["an option that stands twice", () => optionsOf("$top=1&$top=2")],
])("%s is refused with a code", (_what, work) => {
  expect(codeOf(work)).toBe("0x80060888");
});

test.each<[string, string]>([
  ["brackets", `${"(".repeat(5000)}a eq 1${")".repeat(5000)}`],
  ["negations", `${"not ".repeat(20000)}a eq 1`],
])("%s that are nested without end are refused with a code", (_what, filter) => {
  expect(codeOf(() => parseExpression(filter))).toBe("0x80060888");
});

test("elements that are nested without end are refused with a code", () => {
  expect(codeOf(() => readXml(`${"<filter>".repeat(50000)}${"</filter>".repeat(50000)}`))).toBe("0x80041103");
});

test.each(["last-x-days", "next-x-years", "olderthan-x-hours"])("%s beyond the calendar is refused with a code", (operator) => {
  const asker = { userId: "", nowUtc: "2026-03-02T00:00:00Z" };
  expect(codeOf(() => conditionOf({ operator, ref: { link: null, column: "createdon" }, values: ["99999999"], asker }))).toBe("0x80041103");
});

test("slashes inside a key belong to it", () => {
  expect(segmentsOf("accounts(key='a/b')/name").map(({ name, inner }) => [name, inner])).toEqual([["accounts", "key='a/b'"], ["name", null]]);
});
