import { findDotNet } from "../../../cli/build/dotnet";
import { builtRecord, hostDll, type HostRecord, hostStep } from "../../../cli/build/host";
import { staleness } from "../../../cli/build/lock";
import { trxResults } from "../../../cli/test/host";

const lock: HostRecord = { fullName: "Duly.TsHost, Version=1.0.0.0, Culture=neutral, PublicKeyToken=00", sha256: "aa", inputs: "11", sdk: "10.0.1" };

describe("the committed record of the C# host", () => {
  test.each([
    ["nothing was built here", "11", null, ""],
    ["the same was built here", "11", lock, ""],
    ["other sources", "22", lock, "older than the sources"],
    ["other sources, nothing built", "22", null, "older than the sources"],
    ["the same sources give another assembly", "11", { ...lock, sha256: "bb" }, "does not name the assembly"],
    ["the key was changed", "11", { ...lock, fullName: "Duly.TsHost, Version=1.0.0.0, Culture=neutral, PublicKeyToken=01" }, "does not name the assembly"],
    ["another SDK may give other bytes", "11", { ...lock, sdk: "10.0.2", sha256: "bb" }, ""],
    ["what was built is of older sources and says nothing", "11", { ...lock, inputs: "00", sha256: "bb" }, ""],
  ] as const)("%s", (_case, inputs, built, expected) => {
    expect(staleness(lock, inputs, built)).toContain(expected);
    if (expected === "") expect(staleness(lock, inputs, built)).toBe("");
  });
});

test("an assembly that is gone or damaged is built anew, as when its record is", () => {
  expect([hostStep.output].flat()).toEqual(expect.arrayContaining([hostDll, builtRecord]));
});

test("a machine without .NET is told so, not failed", () => {
  expect(findDotNet({ PATH: __dirname })).toEqual({ missing: "there is no .NET SDK on the PATH" });
});

test("results of dotnet test are counted by outcome, and whatever is neither passed nor skipped failed", () => {
  const result = (name: string, outcome: string): string => `<UnitTestResult testName="${name}" outcome="${outcome}"/>`;
  const trx = `<TestRun><Results>${result("H-03: a", "Passed")}${result("b", "Failed")}${result("c", "Timeout")}${result("d", "NotExecuted")}</Results></TestRun>`;
  expect(trxResults(trx)).toMatchObject({ passed: 1, failed: 2, skipped: 1, cases: [{ title: "H-03: a", status: "passed" }, {}, {}, {}] });
});
