import { entryOf } from "../../../local-host/entry";
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

test("slashes inside a key belong to it", () => {
  expect(segmentsOf("accounts(key='a/b')/name").map(({ name, inner }) => [name, inner])).toEqual([["accounts", "key='a/b'"], ["name", null]]);
});
