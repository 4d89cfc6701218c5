import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RawRow } from "#bridge/sdk/value";
import { chargekind, debtorkind, interestruleStatus, ratefixing } from "#solution/generated/names";
import { bundle, Ledger } from "../builders/rules/ledger";

/** The shipped packs of statutory interest, loaded as rows and reckoned by the rule bundle. */
interface Pack {
  readonly name: string;
  readonly description: string;
  readonly active: boolean;
  readonly interestrules: readonly { readonly code: string; readonly name: string; readonly debtorkind: keyof typeof debtorkind; readonly fixing: keyof typeof ratefixing; readonly source: string; readonly country: string | null; readonly currencycode: string | null; readonly validfrom: string; readonly ratecode: string | null }[];
  readonly interestrates: readonly { readonly code: string; readonly validfrom: string; readonly rate: string; readonly source: string }[];
}

const folder = join(__dirname, "../../examples/packs/interest");
const packs = readdirSync(folder).filter((file) => file.endsWith(".json")).map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Pack);
const packOf = (name: string): Pack => packs.find((pack) => pack.name === name) ?? (() => { throw new Error(`no pack ${name}`); })();
const row = (values: object): RawRow => Object.fromEntries(Object.entries(values).map(([name, value]) => [`duly_${name}`, value as string | null]));

let text: string;
beforeAll(async () => { ({ text } = await bundle()); });

interface Claim { readonly due: string; readonly paidOn: string; readonly amount: string; readonly currency: string; readonly kind?: number }

/** A company with a pack, activated or as shipped, and one claim that is paid; gives what the reminder of the day of payment charges. */
function charged(pack: Pack, { due, paidOn, amount, currency, kind = debtorkind.company }: Claim, { country, active = true }: { readonly country: string; readonly active?: boolean }) {
  const ledger = new Ledger(text, paidOn);
  const { store } = ledger;
  store.update("duly_company", { id: ledger.companyId }, { duly_country: country });
  store.update("duly_strategystep", { id: ledger.stepIds[0] ?? "" }, { duly_interest: true });
  const state = active || pack.active ? { statecode: 0, statuscode: interestruleStatus.active } : { statecode: 1, statuscode: interestruleStatus.inactive };
  for (const rule of pack.interestrules) store.put("duly_interestrule", { ...row(rule), duly_debtorkind: debtorkind[rule.debtorkind], duly_fixing: ratefixing[rule.fixing], ...state });
  for (const rate of pack.interestrates) store.put("duly_interestrate", { ...row(rate), duly_name: `${rate.code} ${rate.validfrom}` });
  store.put("duly_dailyrate", { duly_name: "EUR", duly_fromcurrency: "EUR", duly_tocurrency: "HUF", duly_day: "2022-06-16", duly_rate: "395.50" });
  const debtor = ledger.debtor("C-1", { duly_kind: kind });
  ledger.item(debtor, { due, amount, currency, issued: "2022-01-03" });
  store.execute("duly_RemindNow", { DebtorId: debtor, MoveLadder: true });
  return store.all("duly_charge").map((one) => `${one.duly_kind === chargekind.interest ? "interest" : "flat"} ${String(one.duly_amount)}`);
}

const euro = { due: "2026-05-31", paidOn: "2026-07-31", amount: "10000.00", currency: "EUR" };
const forint = { due: "2022-06-15", paidOn: "2022-07-31", amount: "1000000", currency: "HUF" };

test.each(["European Union", "Italy"])("L-01: %s: 10,000 EUR from 1 June to 31 July 2026 are 171.75, and L-02: 40 once", (name) => {
  expect(charged(packOf(name), euro, { country: "IT" })).toEqual(["interest 171.75", "flat 40.00"]);
});

test("L-01: an older claim goes by the rates of its half-years: 10,000 EUR over the second half of 2023 at 12 %, over the first of 2024 at 12.5 %", () => {
  // 184 and 182 days; 8 points on 4.00 and 4.50, the rates of 1 July 2023 and 1 January 2024.
  expect(charged(packOf("European Union"), { ...euro, due: "2023-06-30", paidOn: "2023-12-31" }, { country: "DE" })).toEqual(["interest 604.93", "flat 40.00"]);
  expect(charged(packOf("Italy"), { ...euro, due: "2023-12-31", paidOn: "2024-06-30" }, { country: "IT" })).toEqual(["interest 623.29", "flat 40.00"]);
});

/** First day of the half-year of a day. */
const halfYear = (day: string): string => `${day.slice(0, 4)}-${day.slice(5, 7) < "07" ? "01" : "07"}-01`;

test.each(packs.map((pack) => [pack.name, pack] as const))("%s has a rate for the half-year in which each of its rules begins, so that no claim stops for want of one", (_name, pack) => {
  const lacking = pack.interestrules.filter(({ ratecode, validfrom }) => !pack.interestrates.some((rate) => rate.code === ratecode && rate.validfrom <= halfYear(validfrom)));
  expect([pack.interestrules.length > 0, lacking.map(({ code }) => code)]).toEqual([true, []]);
});

test("the rate of the European Central Bank is there for every half-year, and the same in all packs", () => {
  const rates = packs.map((pack) => pack.interestrates.filter(({ code }) => code === "ECB-MRO").map(({ validfrom, rate }) => `${validfrom} ${rate}`));
  const longest = packOf("European Union").interestrates.map(({ validfrom }) => validfrom);
  expect(longest).toEqual(longest.map((_day, index) => `${2013 + Math.floor(index / 2)}-${index % 2 === 0 ? "01" : "07"}-01`));
  expect(longest.length).toBeGreaterThan(26);
  const [european] = rates.sort((left, right) => right.length - left.length);
  expect(rates.filter((own) => !own.every((rate) => european?.includes(rate)))).toEqual([]);
});

test("H-02: Hungary: L-04 17,651 HUF by the MNB rate of the half-year, L-03 15,820 HUF at 395.50 on the first day of interest", () => {
  expect(charged(packOf("Hungary"), forint, { country: "HU" })).toEqual(["interest 17651", "flat 15820"]);
});

test("H-02: a Hungarian natural person owes the base rate alone and no flat cost; a claim in EUR goes by the European Central Bank", () => {
  expect(charged(packOf("Hungary"), { ...forint, kind: debtorkind.naturalPerson }, { country: "HU" })).toEqual(["interest 7568"]);
  expect(charged(packOf("Hungary"), euro, { country: "HU" })).toEqual(["interest 171.75", "flat 40.00"]);
});

test.each(packs.map((pack) => [pack.name, pack] as const))("L-18: %s charges nothing until it is activated, and says where every row is written", (_name, pack) => {
  expect(charged(pack, pack.name === "Hungary" ? forint : euro, { country: pack.name === "Hungary" ? "HU" : "IT", active: false })).toEqual([]);
  expect([...pack.interestrules, ...pack.interestrates].filter(({ source }) => source.length < 40)).toEqual([]);
  const conditions = pack.interestrules.map(({ country, debtorkind: kind, currencycode }) => `${country} ${kind} ${currencycode}`);
  expect(new Set(conditions).size).toBe(conditions.length);
});
