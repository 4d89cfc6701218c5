import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { contactruleStatus } from "#solution/generated/names";
import { readContact } from "../../../cli/contact/pack";
import { seedContact } from "../../../cli/contact/seed";
import { ledgerStore } from "../../builders/ledger-import";

const folder = join(__dirname, "../../../examples/packs/contact");
const packs = readdirSync(folder).filter((file) => file.endsWith(".json")).map((file) => readContact(readFileSync(join(folder, file), "utf8")));

test("every shipped pack of contact rules becomes rows with its name and source; seeding it again writes nothing", () => {
  const store = ledgerStore();
  for (const pack of packs) seedContact(store.service, pack, "inactive");
  expect(store.rows("duly_contactrule").map((row) => [row.duly_code, row.duly_pack, row.duly_source, row.statuscode]))
    .toEqual(packs.flatMap(({ name, contactrules }) => contactrules.map((rule) => [rule.code, name, rule.source, contactruleStatus.inactive])));
  const before = store.writes();
  expect(packs.map((pack) => seedContact(store.service, pack, "active"))).toEqual(packs.map(() => 0));
  expect(store.writes()).toBe(before);
});

test("a rule about a further channel refers to its row", () => {
  const store = ledgerStore();
  for (const pack of packs) seedContact(store.service, pack, "active");
  const [robocall] = store.rows("duly_customchannel");
  expect(store.rows("duly_contactrule").filter((row) => row.duly_customchannel != null).map((row) => row.duly_customchannel)).toEqual([{ logicalName: "duly_customchannel", id: robocall?.duly_customchannelid }]);
});

const rule = { code: "X", name: "X", kind: "window", channel: null, customchannel: null, purpose: null, debtorkind: null, country: null, weekdays: null, fromtime: "08:00", totime: "18:00", most: null, perdays: null, validfrom: "2026-01-01", validto: null, source: "s" };
test.each([
  ["a time that does not exist", { fromtime: "25:00" }, /DULY-POLICY-004 .*contactrules\[0\]\.fromtime/], ["a kind nobody knows", { kind: "maybe" }, /DULY-POLICY-004 .*kind/],
  ["weekdays in words", { weekdays: "Monday" }, /DULY-POLICY-004 .*weekdays/], ["no source", { source: undefined }, /DULY-POLICY-003 .*source/],
])("a pack with %s is refused, and says where", (_what, changes, message) => {
  expect(() => readContact(JSON.stringify({ name: "X", description: "X.", active: true, customchannels: [], contactrules: [{ ...rule, ...changes }] }))).toThrow(message);
});
