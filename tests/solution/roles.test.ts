import { app } from "#solution/app";
import { roles } from "#solution/roles/all";
import { policyTables } from "#solution/roles/tables";
import { tables } from "#solution/schema/tables";
import { profiles } from "#solution/profiles/all";
import { readProfile } from "#solution/tools/read/profiles";
import { readRole } from "#solution/tools/read/roles";

const privileges = (key: string): ReadonlyMap<string, string> => {
  const role = roles.find((entry) => entry.key === key);
  if (role === undefined) throw new Error(`No role ${key}.`);
  return new Map(readRole(role).privileges.map(({ name, level }) => [name, level]));
};

const may = (key: string, privilege: string): boolean => privileges(key).has(privilege);
const unread = (key: string): readonly string[] => tables.map((table) => table.name).filter((name) => !may(key, `prvReadduly_${name}`));
const changing = /^prv(Create|Write|Delete|Append|AppendTo|Assign|Share)/;
const ledger = ["company", "invoice", "openitem", "payment", "allocation"];
const policy = policyTables.map((table) => table.name);
const runs = ["run", "runline"];
const history = ["segmentmembership", "delinquency", "alert"];
const without = (names: readonly string[], ...kept: readonly string[]): readonly string[] => names.filter((name) => !kept.includes(name));

describe("roles", () => {
  test.each(roles.map((role) => role.key))("%s names no privilege twice and says what it is for", (key) => {
    const role = roles.find((entry) => entry.key === key);
    expect(role === undefined ? [] : readRole(role).privileges).toHaveLength(privileges(key).size);
    expect(role?.help).toMatch(/^[A-Z].*\.$/);
  });

  test("are seven, and all but the service may open the app", () => {
    expect(roles.map((role) => role.key)).toEqual(["collector", "dunning-manager", "dispute-owner", "sales-reader", "administrator", "auditor", "service"]);
    expect(roles.map((role) => role.key).filter((key) => !app.roles.includes(key))).toEqual(["service"]);
  });

  test.each([
    ["collector", []], ["dunning-manager", []], ["administrator", []], ["auditor", []], ["service", []],
    ["dispute-owner", ["payment", "allocation", "charge", "feeband", "interestrule", "interestrate", "dailyrate", "costrate", "budget", "plantemplate", "alertrule", "collector", ...runs, "promiseline", "planitem", "optout", "collectioncase", "caseitem", ...history]],
    ["sales-reader", ["contactpoint", "allocation", ...without(policy, "disputereason"), ...runs, "optout", ...history]],
  ])("E-51: %s does not see: %j", (key, hidden) => expect(unread(key)).toEqual(hidden));

  test.each([
    ["collector", "prvCreateduly_promise", true], ["collector", "prvWriteduly_debtor", true], ["collector", "prvCreateduly_debtor", false],
    ["collector", "prvWriteduly_strategystep", false], ["collector", "prvWriteduly_payment", false], ["collector", "prvDeleteduly_communication", false], ["collector", "prvCreateduly_communication", true], ["collector", "prvDeleteduly_charge", false],
    ["dunning-manager", "prvWriteduly_strategystep", true], ["dunning-manager", "prvCreateduly_run", true], ["dunning-manager", "prvWriteduly_invoice", false],
    ["dunning-manager", "prvDeleteduly_allocation", false], ["dunning-manager", "prvDeleteduly_charge", false],
    ["dispute-owner", "prvWriteduly_dispute", true], ["dispute-owner", "prvCreateduly_dispute", false], ["dispute-owner", "prvWriteduly_openitem", false],
    ["administrator", "prvDeleteduly_invoice", true],
    ["service", "prvCreateduly_communication", true], ["service", "prvWriteduly_openitem", true], ["service", "prvDeleteduly_communication", false], ["service", "prvDeleteduly_charge", false], ["service", "prvDeleteduly_segmentmembership", false],
    ["service", "prvWriteduly_strategy", false], ["service", "prvCreateduly_payment", false], ["service", "prvReadAccount", false],
  ])("E-51: %s: %s is %s", (key, privilege, expected) => expect(may(key, privilege)).toBe(expected));

  test("E-51: a dispute owner changes the disputes of their own and no others", () =>
    expect([privileges("dispute-owner").get("prvReadduly_dispute"), privileges("dispute-owner").get("prvWriteduly_dispute")]).toEqual(["Global", "Basic"]));

  test.each(["sales-reader", "auditor"])("E-51: %s changes nothing at all", (key) => expect([...privileges(key).keys()].filter((name) => changing.test(name))).toEqual([]));

  test("E-51: only an auditor sees the audit history by its role", () =>
    expect(roles.map((role) => role.key).filter((key) => may(key, "prvReadRecordAuditHistory"))).toEqual(["auditor"]));

  test("E-51: the service deletes nothing but the subscriptions of its flows, gives away nothing but calls, debtors and alerts, and changes neither ledger documents nor policy", () => {
    const names = [...privileges("service").keys()];
    expect(names.filter((name) => /^prv(Delete|Assign|Share)/.test(name))).toEqual(["prvAssignActivity", "prvAssignduly_alert", "prvAssignduly_communication", "prvAssignduly_debtor", "prvDeleteCallbackRegistration"]);
    const documents = [...ledger.filter((name) => name !== "openitem"), ...policy];
    expect(documents.flatMap((name) => names.filter((privilege) => privilege.endsWith(`duly_${name}`) && /^prv(Create|Write|Append(?!To))/.test(privilege)))).toEqual([]);
  });

  test("rows without owner are neither assigned nor shared, and their privileges reach everybody", () => {
    const organization = tables.filter((table) => table.ownership === "organization").map((table) => `duly_${table.name}`);
    expect(organization.length).toBeGreaterThan(0);
    for (const [name, level] of roles.flatMap((role) => [...privileges(role.key)])) {
      if (!organization.some((table) => name.endsWith(table))) continue;
      expect([name, level]).toEqual([expect.not.stringMatching(/^prv(Assign|Share)/), "Global"]);
    }
  });
});

describe("field security profiles", () => {
  test("L-12: the reason of vulnerability is the one secured column of the debtor, and one profile gives it, with every right", () => {
    const secured = tables.flatMap((table) => Object.entries(table.columns).filter(([, column]) => column.secured).map(([key]) => `duly_${table.name}.duly_${key}`));
    const given = profiles.map(readProfile).flatMap(({ name, permissions }) => permissions.map(({ table, column, read, create, update }) => [name, `${table}.${column}`, read, create, update]));
    expect(secured).toEqual(["duly_debtor.duly_vulnerabilityreason"]);
    expect(given).toEqual([["Duly Vulnerable Customers", "duly_debtor.duly_vulnerabilityreason", true, true, true]]);
  });
});
