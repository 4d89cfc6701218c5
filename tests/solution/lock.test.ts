import { acceptedIds, checkIds, type History } from "#solution/tools/check";
import { both, inEntry, inPart, shippedEntries, tablePart, withoutEntry } from "./package";

/** The lock as the present package leaves it. */
const lock = ((): string => {
  const accepted = acceptedIds(shippedEntries, { lock: "", changelog: "" });
  if (typeof accepted !== "string") throw new Error(JSON.stringify(accepted));
  return accepted;
})();

const history = (changelog = ""): History => ({ lock, changelog });
const rulesOf = (entries: typeof shippedEntries, past: History): readonly string[] => [...new Set(checkIds(entries, past).map((finding) => finding.rule))];
const viewId = "3f5bd05c-0000-5000-8000-000000000000";
const moved = inPart(tablePart("duly_hold"), /<savedqueryid>\{[^}]+\}/, `<savedqueryid>{${viewId}}`);
const removed = withoutEntry(/^environmentvariabledefinitions\/duly_worker\//);

describe("H-03: ids that were shipped", () => {
  test("an unchanged package agrees with its lock", () => expect(checkIds(shippedEntries, history())).toEqual([]));

  test("the lock lists components of every kind with their ids", () => {
    const kinds = JSON.parse(lock) as Record<string, Record<string, string>>;
    expect(Object.keys(kinds)).toEqual([
      "API parameter", "app", "assembly", "chart", "choice", "column", "connection reference", "control", "custom API", "dashboard", "environment variable", "field security profile", "flow", "form", "key",
      "option", "plug-in type", "relationship", "role", "site map", "status reason", "step", "step image", "table", "view", "web resource",
    ]);
    expect(kinds["column"]?.["duly_debtor.duly_level"]).toBe("int");
    expect(kinds["flow"]?.["f0278747-bf58-5d9d-8788-7012f8cd5c38"]).toBe("Duly | Send e-mail");
  });

  test("a view that gets another id is noticed twice: the old one is gone, the new one is not accepted", () =>
    expect(rulesOf(moved(shippedEntries), history())).toEqual(["DULY-CHECK-074", "DULY-CHECK-075"]));

  test("a component that disappears fails, unless the changelog tells its removal", () => {
    const gone = removed(shippedEntries);
    expect(rulesOf(gone, history())).toEqual(["DULY-CHECK-074"]);
    expect(rulesOf(gone, history("## 0.2.0\n\nThe variable `duly_worker` is gone.\n"))).toEqual(["DULY-CHECK-074"]);
    expect(rulesOf(gone, history("## 0.2.0\n\n### Removals\n\n- `duly_worker`: nobody read it.\n\n## 0.1.0\n"))).toEqual([]);
  });

  test("a column cannot change its type, a variable not its", () => {
    const change = both(inPart(tablePart("duly_debtor"), /<Type>int(<\/Type>\s*<Name>duly_level<)/, "<Type>decimal$1"), inEntry(/^environmentvariabledefinitions\/duly_worker\//, "<type>100000002<", "<type>100000000<"));
    expect(checkIds(change(shippedEntries), history()).map(({ rule, component }) => `${rule} ${component}`))
      .toEqual(["DULY-CHECK-076 column duly_debtor.duly_level", "DULY-CHECK-076 environment variable duly_worker"]);
  });

  test("accepting takes in what is new, and refuses to lose what the changelog does not tell", () => {
    const kinds = JSON.parse(lock) as Record<string, Record<string, string>>;
    const fewer = Object.entries(kinds["environment variable"] ?? {}).filter(([name]) => name !== "duly_worker");
    const older = JSON.stringify({ ...kinds, "environment variable": Object.fromEntries(fewer) });
    expect(rulesOf(shippedEntries, { lock: older, changelog: "" })).toEqual(["DULY-CHECK-075"]);
    expect(acceptedIds(shippedEntries, { lock: older, changelog: "" })).toBe(lock);
    expect(acceptedIds(removed(shippedEntries), history())).toEqual([expect.objectContaining({ rule: "DULY-CHECK-074", problem: "A shipped component is gone or has another id: duly_worker." })]);
  });

  test.each(["{", "[]", "{\"table\": 1}"])("a lock that reads %s is named", (text) => expect(rulesOf(shippedEntries, { lock: text, changelog: "" })).toEqual(["DULY-CHECK-077"]));
});
