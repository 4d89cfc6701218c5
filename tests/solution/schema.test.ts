import { app } from "#solution/app";
import { forms } from "#solution/forms/all";
import { choices } from "#solution/schema/choices";
import { tables } from "#solution/schema/tables";
import { relationships } from "#solution/tools/read/relationships";
import { tableViews } from "#solution/views/all";

const names = tables.map((table) => table.name);

describe("the schema", () => {
  test.each(tables.map((table) => [table.name, table] as const))("%s has one form, views, a name and keys over its own columns", (name, table) => {
    expect(forms.filter((form) => form.table.name === name)).toHaveLength(1);
    expect(tableViews.filter((views) => views.table.name === name)).toHaveLength(1);
    expect(Object.keys(table.columns)).toContain("name");
    for (const columns of Object.values(table.keys)) for (const column of columns) expect(Object.keys(table.columns)).toContain(column);
  });

  test("relationships have names that no column and no other relationship has", () => {
    const all = relationships(tables).map((entry) => entry.name.toLowerCase());
    const columns = new Set(tables.flatMap((table) => Object.keys(table.columns).map((column) => `duly_${column}`)));
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((name) => columns.has(name))).toEqual([]);
  });

  test("a lookup to an unknown table is refused by name", () => {
    const [company] = tables;
    if (company === undefined) throw new Error("no table");
    const wrong = { ...company, columns: { name: { ...company.columns.strategy, type: "lookup" as const, target: "spaceship", onDelete: "unlink" as const, label: "x", help: "x", required: false, secured: false } } };
    expect(() => relationships([wrong])).toThrow(/DULY-PACK-004 .*spaceship/);
  });

  test("option values and status values are unique and of the publisher, 1 and 2 being the platform's", () => {
    for (const choice of choices) {
      const values = Object.values(choice.options).map((option) => option.value);
      expect(new Set(values).size).toBe(values.length);
      expect(values.filter((value) => value < 591850000 || value > 591859999)).toEqual([]);
    }
    for (const table of tables) {
      const reasons = Object.values(table.statuses);
      expect(new Set(reasons.map((reason) => reason.value)).size).toBe(reasons.length);
      expect(reasons.filter((reason) => reason.value > 2 && reason.value < 591850000)).toEqual([]);
      expect(new Set(reasons.map((reason) => reason.state))).toEqual(new Set([0, 1]));
    }
  });

  test("the site map leads to the tables that people work with; lines are reached from their heads", () => {
    const led = app.areas.flatMap((area) => area.groups.flatMap((group) => group.tables.map((table) => table.name)));
    expect(new Set(led).size).toBe(led.length);
    expect(names.filter((name) => !led.includes(name)).sort()).toEqual([
      "caseitem", "communicationline", "disputeroute", "feeband", "holiday", "planinstalment", "planitem", "promiseline", "runline", "stepvariant", "templatevariant",
    ]);
  });
});
