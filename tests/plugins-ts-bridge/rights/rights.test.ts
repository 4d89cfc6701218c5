import { manifest } from "#bridge/rules/manifest";
import { prefixed } from "#solution/model/names";
import type { Privilege, Role } from "#solution/model/role";
import { roles } from "#solution/roles/all";
import { readRole } from "#solution/tools/read/roles";
import { bundle } from "../../builders/rules/ledger";
import { parityCases } from "../parity/cases";
import { needsOf, type Deed } from "./needs";
import { usages, type Usage } from "./usage";

/** Steps and custom APIs run as who wakes them (ADR 012): a role grants what the rules behind its work read and write, seen over the cases that the engines are compared with. */
let seen: ReadonlyMap<string, Usage>;

beforeAll(async () => {
  const { text } = await bundle();
  seen = usages(text, parityCases(text, { seeds: 90, perRule: 110 }).filter(({ odd }) => !odd));
}, 300_000);

const apis = manifest().apis.map(({ id }) => id);
/** The custom APIs that the work of a role calls. */
const calls: Readonly<Record<string, readonly string[]>> = {
  collector: ["duly_RemindNow", "duly_ExplainDecision", "duly_ForecastActivities", "duly_CheckContact", "duly_CheckBeforeSend", "duly_ProposePlan", "duly_ListTermDeviations", "duly_ListSegmentDebtors", "duly_ReceiveReply", "duly_RecordDelivery"],
  "dunning-manager": apis, administrator: apis, auditor: ["duly_ExplainDecision", "duly_ForecastActivities"], service: apis.filter((id) => id !== "duly_RemindNow"),
};

const messages = new Map<Privilege, Deed["message"]>([["Create", "Create"], ["Write", "Update"], ["Delete", "Delete"]]);

/** What a role does itself. The service does nothing but call. */
const deedsOf = ({ key, grants }: Role): readonly Deed[] => (key === "service" ? [] : grants.flatMap(({ tables, privileges }) =>
  tables.flatMap(({ name }) => privileges.flatMap((privilege) => messages.get(privilege) ?? []).map((message) => ({ message, table: prefixed(name) })))));

const needs = (role: Role): ReadonlyMap<string, readonly string[]> => needsOf(deedsOf(role), calls[role.key] ?? [], seen);

test("every rule was seen", () => expect([...manifest().steps, ...manifest().apis].map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]));

test.each(roles.map((role) => [role.name, role] as const))("E-51: %s may do what the rules behind its work do, with rows of everybody", (_name, role) => {
  const granted = new Map(readRole(role).privileges.map(({ name, level }) => [name, level]));
  expect([...needs(role)].filter(([name]) => granted.get(name) !== "Global").map(([name, rules]) => `${name} (${String(granted.get(name) ?? "none")}) for ${rules.join(", ")}`)).toEqual([]);
});

test.each(roles.filter(({ byRules }) => byRules !== undefined).map((role) => [role.name, role] as const))("E-51: %s is granted for rules only what they need", (_name, { byRules = [], ...role }) => {
  const needed = needs(role);
  const { privileges } = readRole({ ...role, grants: byRules, standard: [], tasks: [] });
  expect(privileges.map(({ name }) => name).filter((name) => !needed.has(name))).toEqual([]);
});

test("a right that is taken away is missed", () => {
  const collector = roles.find(({ key }) => key === "collector");
  expect(collector === undefined ? [] : [...needs({ ...collector, byRules: [] })].map(([name]) => name)).toContain("prvCreateduly_communicationline");
});
