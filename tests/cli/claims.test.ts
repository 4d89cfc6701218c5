import { brokenCases, carriesId, idsOfTitle, verdicts } from "../../cli/test/claims";

test.each([
  ["H-32: reminded only after the promise date", ["H-32"]],
  ["dunning A-04, A-22: offset is exact", ["A-04", "A-22"]],
  ["no id here", []],
  ["a range 10-20: not an id", []],
  ["UTF-16: no id either", []],
])("ids of '%s'", (title, ids) => {
  expect(idsOfTitle(title)).toEqual(ids);
});

test("an id passes when every test that carries it passed, fails when one failed, is none without a test", () => {
  const map = verdicts(["A-01", "A-02", "A-03"], [
    { title: "A-01: one", status: "passed" }, { title: "A-02: one", status: "passed" }, { title: "A-02: other", status: "failed" }, { title: "A-03: later", status: "pending" },
  ]);
  expect(Object.fromEntries(map)).toEqual({ "A-01": "pass", "A-02": "fail", "A-03": "none" });
});

test.each([
  ['test("H-32: the promise holds", () => {', true],
  ['["dunning A-04, A-22: offset is exact", 3],', true],
  ['test("10-20: a range", () => {', false],
])("a file with %s is run for its ids: %s", (source, expected) => {
  expect(carriesId(source)).toBe(expected);
});

test("the ids of a file that could not be run fail, also where other tests carry them", () => {
  const map = verdicts(["A-01", "A-02", "A-03"], [{ title: "A-01: one", status: "passed" }, { title: "A-03: one", status: "passed" }, ...brokenCases(['test("A-01, A-02: the other", () => {'])]);
  expect(Object.fromEntries(map)).toEqual({ "A-01": "fail", "A-02": "fail", "A-03": "pass" });
});
