import { roles } from "#solution/roles/all";
import { tables } from "#solution/schema/tables";
import { readRole } from "#solution/tools/read/roles";

const privileges = (key: string): ReadonlyMap<string, string> => {
  const role = roles.find((entry) => entry.key === key);
  if (role === undefined) throw new Error(`No role ${key}.`);
  return new Map(readRole(role).privileges.map(({ name, level }) => [name, level]));
};

const may = (key: string, privilege: string): boolean => privileges(key).has(privilege);

describe("roles", () => {
  test.each(roles.map((role) => role.key))("%s reads every table, and names no privilege twice", (key) => {
    const role = roles.find((entry) => entry.key === key);
    expect(tables.filter((table) => !may(key, `prvReadduly_${table.name}`)).map((table) => table.name)).toEqual([]);
    expect(role === undefined ? [] : readRole(role).privileges).toHaveLength(privileges(key).size);
  });

  test.each([
    ["collector", "prvCreateduly_promise", true], ["collector", "prvWriteduly_debtor", true], ["collector", "prvCreateduly_debtor", false],
    ["collector", "prvWriteduly_strategystep", false], ["collector", "prvWriteduly_payment", false], ["collector", "prvDeleteduly_communication", false],
    ["dunning-manager", "prvWriteduly_strategystep", true], ["dunning-manager", "prvCreateduly_run", true], ["dunning-manager", "prvWriteduly_invoice", false],
    ["administrator", "prvDeleteduly_invoice", true],
  ])("%s: %s is %s", (key, privilege, expected) => expect(may(key, privilege)).toBe(expected));

  test("rows without owner are neither assigned nor shared, and their privileges reach everybody", () => {
    const organization = tables.filter((table) => table.ownership === "organization").map((table) => `duly_${table.name}`);
    expect(organization.length).toBeGreaterThan(0);
    for (const [name, level] of roles.flatMap((role) => [...privileges(role.key)])) {
      if (!organization.some((table) => name.endsWith(table))) continue;
      expect([name, level]).toEqual([expect.not.stringMatching(/^prv(Assign|Share)/), "Global"]);
    }
  });
});
