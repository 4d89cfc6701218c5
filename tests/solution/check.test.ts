import { manifest } from "#bridge/rules/manifest";
import { checkEntries, checkLabels, told } from "#solution/tools/check";
import { catalogue } from "#solution/tools/check/catalogue";
import { customerOf } from "./customer";
import { mutations as others } from "./mutations";
import { codeMutations } from "./mutations-code";
import { columnMutations } from "./mutations-columns";
import { flowMutations } from "./mutations-flows";
import { partMutations } from "./mutations-parts";
import { runMutations } from "./mutations-runs";
import { shapeMutations } from "./mutations-shape";
import { fewTables, inPart, shippedEntries, tablePart } from "./package";

const mutations = [...others, ...columnMutations, ...partMutations, ...codeMutations, ...flowMutations, ...runMutations, ...shapeMutations];

describe("H-03: the linter of a package that is to be imported", () => {
  test("finds nothing in ours", () => expect(checkEntries(shippedEntries).map(told)).toEqual([]));

  const before = new Set(checkEntries(fewTables).map(told));

  test.each(mutations.map(([rule, what, change, says = ""]) => ({ rule, what, change, says })))("$rule notices $what", ({ rule, change, says }) => {
    const found = checkEntries(change(fewTables)).map(told).filter((line) => !before.has(line));
    expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${rule} .*${says.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`)));
  });

  test("a column for customers with both relationships is as it should be", () => expect(checkEntries(customerOf("Contact")(fewTables)).map(told).filter((line) => !before.has(line))).toEqual([]));

  test("every rule of the catalogue is proven by a mutation, here or beside the lock, the labels and the rules", () => {
    const elsewhere = ["DULY-CHECK-036", "DULY-CHECK-037", "DULY-CHECK-074", "DULY-CHECK-075", "DULY-CHECK-076", "DULY-CHECK-077", "DULY-CHECK-093", "DULY-CHECK-094", "DULY-CHECK-096"];
    expect([...new Set([...mutations.map(([rule]) => rule), ...elsewhere])].sort()).toEqual(Object.keys(catalogue));
  });

  test("a finding tells rule, component, path, problem and mend", () => {
    const [found] = checkEntries(inPart(tablePart("duly_debtor"), "<AttributeName>duly_number<", "<AttributeName>duly_no<")(shippedEntries));
    expect(found).toEqual({
      rule: "DULY-CHECK-006", component: "table duly_debtor", path: "customizations.xml/Entities/duly_debtor",
      problem: "An alternate key names the column duly_no, which the table lacks.", mend: "Correct the table's keys in solution/schema/.",
    });
  });

  test("a malformed part is named", () => {
    expect(() => checkEntries(inPart(/<\/Roles>/, "</Roles>", "")(shippedEntries))).toThrow(/DULY-PACK-008 customizations.xml/);
  });
});

describe("H-02: the translations", () => {
  test("are complete and none is left over", () => expect(checkLabels(manifest().apis)).toEqual([]));

  test("a missing and a superfluous one are found", () => {
    const found = checkLabels(manifest().apis, { "column.debtor.shoesize": "Cipőméret", "api.duly_StartRun.request.ShoeSize.help": "A cipőméret." }).map(({ rule, problem }) => `${rule} ${problem.split(" ")[0] ?? ""}`);
    expect(found).toContain("DULY-CHECK-036 table.debtor");
    expect(found).toContain("DULY-CHECK-037 column.debtor.shoesize");
    expect(found).toEqual(expect.arrayContaining(["api.duly_StartRun", "api.duly_StartRun.help", "api.duly_StartRun.request.CompanyId.help", "api.duly_StartRun.response.RunId"].map((key) => `DULY-CHECK-036 ${key}`)));
    expect(found).toContain("DULY-CHECK-037 api.duly_StartRun.request.ShoeSize.help");
  });
});
