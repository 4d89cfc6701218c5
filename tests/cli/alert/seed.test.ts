import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { alertkind, alertruleStatus, severity } from "#solution/generated/names";
import { wrongColumn } from "#domain/alerts/rule";
import { readAlerts } from "../../../cli/alert/pack";
import { seedAlerts } from "../../../cli/alert/seed";
import { ledgerStore } from "../../builders/ledger-import";

const folder = join(__dirname, "../../../examples/packs/alert");
const packs = readdirSync(folder).filter((file) => file.endsWith(".json")).map((file) => readAlerts(readFileSync(join(folder, file), "utf8")));

test("the shipped rules become inactive rows that would watch once they are activated", () => {
  const store = ledgerStore();
  for (const pack of packs) seedAlerts(store.service, pack);
  expect(store.rows("duly_alertrule").map((row) => [row.duly_code, row.duly_kind, row.duly_days, row.duly_severity ?? null, row.statecode, row.statuscode])).toEqual([
    ["LATE-30", alertkind.daysPastDue, 30, null, 1, alertruleStatus.inactive], ["DISPUTE-LATE", alertkind.lateDispute, 1, null, 1, alertruleStatus.inactive],
    ["CRITICAL-IDLE", alertkind.noAction, 3, severity.critical, 1, alertruleStatus.inactive],
  ]);
  for (const rule of packs.flatMap(({ alertrules }) => alertrules)) expect(wrongColumn({ ...rule, amount: null, escalationDays: null, managerId: null })).toBeNull();
});

test("a rule that an administrator activated and changed stays so", () => {
  const store = ledgerStore();
  for (const pack of packs) seedAlerts(store.service, pack);
  const [rule] = store.rows("duly_alertrule");
  store.service.update("duly_alertrule", { id: String(rule?.duly_alertruleid) }, { statecode: 0, statuscode: alertruleStatus.active, duly_days: 45 });
  const before = store.writes();
  for (const pack of packs) expect(seedAlerts(store.service, pack)).toBe(0);
  expect(store.writes()).toBe(before);
});

test.each([
  ["a rule on an amount", { kind: "overdueAmount" }, /DULY-POLICY-004 .*alertrules\[0\]\.kind/],
  ["days that are no number", { days: "thirty" }, /DULY-POLICY-004 .*alertrules\[0\]\.days/],
])("a pack with %s is refused, and says where", (_what, changes, message) => {
  expect(() => readAlerts(JSON.stringify({ name: "X", description: "X.", alertrules: [{ code: "X", name: "X", kind: "noAction", days: 1, severity: null, ...changes }] }))).toThrow(message);
});
