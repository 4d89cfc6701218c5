import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RawRow } from "#bridge/sdk/value";
import { channel, communicationStatus, calloutcome, contactrulekind, contactrulepurpose, contactruleStatus, debtorkind } from "#solution/generated/names";
import { bundle, Ledger } from "../builders/rules/ledger";

/** The shipped packs of contact rules, loaded as rows and asked by the rule bundle. */
interface Row {
  readonly code: string; readonly source: string; readonly kind: keyof typeof contactrulekind; readonly channel: keyof typeof channel | null; readonly customchannel: string | null;
  readonly purpose: keyof typeof contactrulepurpose | null; readonly debtorkind: keyof typeof debtorkind | null;
}
interface Pack { readonly name: string; readonly active: boolean; readonly customchannels: readonly { readonly code: string; readonly name: string }[]; readonly contactrules: readonly Row[] }

const folder = join(__dirname, "../../examples/packs/contact");
const packs = readdirSync(folder).filter((file) => file.endsWith(".json")).map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Pack);
const packOf = (name: string): Pack => packs.find((pack) => pack.name === name) ?? (() => { throw new Error(`no pack ${name}`); })();
const reference = (logicalName: string, id: string) => ({ logicalName, id });
const row = (values: object): RawRow => Object.fromEntries(Object.entries(values).map(([name, value]) => [`duly_${name}`, value as string | null]));

let text: string;
beforeAll(async () => { ({ text } = await bundle()); });

/** A company with a pack, as shipped or activated. */
function loaded(pack: Pack, active = pack.active): Ledger {
  const ledger = new Ledger(text, "2026-03-02");
  const { store } = ledger;
  const channels = new Map(pack.customchannels.map((one) => [one.code, store.put("duly_customchannel", row(one))]));
  const state = active ? { statecode: 0, statuscode: contactruleStatus.active } : { statecode: 1, statuscode: contactruleStatus.inactive };
  for (const rule of pack.contactrules) store.put("duly_contactrule", {
    ...row(rule), duly_pack: pack.name, duly_kind: contactrulekind[rule.kind], duly_channel: rule.channel === null ? null : channel[rule.channel],
    duly_purpose: rule.purpose === null ? null : contactrulepurpose[rule.purpose], duly_debtorkind: rule.debtorkind === null ? null : debtorkind[rule.debtorkind],
    duly_customchannel: rule.customchannel === null ? null : reference("duly_customchannel", channels.get(rule.customchannel) ?? ""), ...state,
  });
  return ledger;
}
const check = (ledger: Ledger, debtor: string, Channel: string, input: RawRow = {}) => ledger.store.execute("duly_CheckContact", { DebtorId: debtor, Channel, ...input });

test("L-07: Italy as shipped denies a pre-recorded call to a natural person, not to a company, and not a call by a person", () => {
  const ledger = loaded(packOf("Italy"));
  const [person, company] = [ledger.debtor("P", { duly_kind: debtorkind.naturalPerson, duly_country: "IT" }), ledger.debtor("C", { duly_kind: debtorkind.company, duly_country: "IT" })];
  expect(check(ledger, person, "other", { FurtherChannel: "robocall" })).toMatchObject({ Answer: "deny", Rule: "Italy: no pre-recorded calls" });
  expect([check(ledger, company, "other", { FurtherChannel: "robocall" }).Answer, check(ledger, person, "phone").Answer]).toEqual(["allow", "allow"]);
});

test("L-05: Italy as shipped: no courtesy SMS to a public body, a legal notice by PEC or letter only", () => {
  const ledger = loaded(packOf("Italy"));
  const ente = ledger.debtor("E", { duly_kind: debtorkind.publicBody, duly_country: "IT" });
  expect(check(ledger, ente, "sms", { Purpose: "courtesy" }).Answer).toBe("deny");
  expect(["pec", "letter", "email"].map((by) => check(ledger, ente, by, { Purpose: "statutory" }).Answer)).toEqual(["allow", "allow", "deny"]);
});

test("Regulation F is stored inactive; activated it keeps 8:00 at the debtor's place, seven calls in seven days and seven days after a conversation", () => {
  const person = { duly_kind: debtorkind.naturalPerson, duly_country: "US", duly_timezone: "America/New_York" };
  const idle = loaded(packOf("United States"));
  expect(check(idle, idle.debtor("D", person), "phone", { Moment: "2026-01-12T08:00:00Z" }).Answer).toBe("allow");
  const ledger = loaded(packOf("United States"), true);
  const debtor = ledger.debtor("D", person);
  expect(check(ledger, debtor, "phone", { Moment: "2026-01-12T12:59:00Z" })).toMatchObject({ Answer: "defer", Until: "2026-01-12T13:00:00Z" });
  const call = (day: number, outcome: number) => ledger.store.put("duly_communication", {
    duly_name: "call", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.phone, duly_plannedon: `2026-01-0${day}`, duly_senton: `2026-01-0${day}T15:00:00Z`, duly_scheduledfor: null,
    duly_attempts: 1, duly_outcome: outcome, statuscode: communicationStatus.done, statecode: 1, duly_purpose: null,
  });
  ledger.store.nowUtc = "2026-01-07T15:00:00Z";
  for (let day = 1; day <= 7; day += 1) call(day, calloutcome.noAnswer);
  expect(check(ledger, debtor, "phone", { Moment: "2026-01-07T18:00:00Z" })).toMatchObject({ Answer: "defer", Until: "2026-01-08T13:00:00Z", Rule: "Regulation F: seven calls in seven days" });
  call(3, calloutcome.rightParty);
  expect(check(ledger, debtor, "phone", { Moment: "2026-01-08T18:00:00Z" })).toMatchObject({ Answer: "defer", Until: "2026-01-10T13:00:00Z" });
});

test.each(packs.map((pack) => [pack.name, pack] as const))("%s says where every rule is written, and every row can be read", (_name, pack) => {
  expect(pack.contactrules.filter(({ source }) => source.length < 60).map(({ code }) => code)).toEqual([]);
  expect(new Set(pack.contactrules.map(({ code }) => code)).size).toBe(pack.contactrules.length);
  const ledger = loaded(pack, true);
  for (const kind of Object.values(debtorkind)) {
    for (const country of ["IT", "US", "HU"]) {
      const debtor = ledger.debtor(`${kind}${country}`, { duly_kind: kind, duly_country: country });
      for (const by of Object.keys(channel)) expect(["allow", "defer", "deny"]).toContain(check(ledger, debtor, by).Answer);
    }
  }
});
