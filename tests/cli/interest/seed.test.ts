import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { interestruleStatus } from "#solution/generated/names";
import { readInterest } from "../../../cli/interest/pack";
import { seedInterest } from "../../../cli/interest/seed";
import { ledgerStore } from "../../builders/ledger-import";

const folder = join(__dirname, "../../../examples/packs/interest");
const packs = readdirSync(folder).filter((file) => file.endsWith(".json")).map((file) => readInterest(readFileSync(join(folder, file), "utf8")));

test("every shipped pack of statutory interest becomes inactive rules and its rates; the same rate in two packs is one row", () => {
  const store = ledgerStore();
  for (const pack of packs) seedInterest(store.service, pack);
  const rules = packs.flatMap(({ interestrules }) => interestrules);
  expect(store.rows("duly_interestrule").map(({ duly_code, duly_margin, statecode, statuscode }) => [duly_code, duly_margin, statecode, statuscode]))
    .toEqual(rules.map(({ code, margin }) => [code, margin, 1, interestruleStatus.inactive]));
  const rates = packs.flatMap(({ interestrates }) => interestrates.map(({ code, validfrom }) => `${code} ${validfrom}`));
  expect(store.rows("duly_interestrate").map((row) => row.duly_name)).toEqual([...new Set(rates)]);
});

test("a rule that an administrator activated and changed stays so", () => {
  const store = ledgerStore();
  const [pack] = packs;
  if (pack === undefined) throw new Error("no pack");
  seedInterest(store.service, pack);
  const [rule] = store.rows("duly_interestrule");
  store.service.update("duly_interestrule", { id: String(rule?.duly_interestruleid) }, { statecode: 0, statuscode: interestruleStatus.active, duly_margin: "9" });
  const before = store.writes();
  expect(seedInterest(store.service, pack)).toBe(0);
  expect(store.writes()).toBe(before);
});

test.each([
  ["a rate that is no number", { interestrates: [{ code: "X", validfrom: "2026-01-01", rate: "two", source: "s" }] }, /DULY-POLICY-004 .*interestrates\[0\]\.rate/],
  ["a day that does not exist", { interestrates: [{ code: "X", validfrom: "2026-02-30", rate: "2", source: "s" }] }, /DULY-POLICY-004 .*validfrom/],
  ["no state", { active: undefined }, /DULY-POLICY-003 .*active/],
])("a pack with %s is refused, and says where", (_what, changes, message) => {
  expect(() => readInterest(JSON.stringify({ name: "X", description: "X.", active: false, interestrules: [], interestrates: [], ...changes }))).toThrow(message);
});
