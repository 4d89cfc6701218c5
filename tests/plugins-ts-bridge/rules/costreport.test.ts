import type { CostReport } from "#domain/costs/report";
import { channel, communicationStatus } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

let ledger: Ledger;
const ref = (logicalName: string, id: string) => ({ logicalName, id });
const report = (from = "2026-03-01", to = "2026-03-31"): CostReport =>
  JSON.parse(String(ledger.store.execute("duly_CostReport", { CompanyId: ledger.companyId, From: from, To: to }).Report)) as CostReport;

/** A company in forints that writes ten letters and sends five SMS: two texts each in UCS-2, for they say "ő". */
beforeAll(async () => {
  ledger = new Ledger((await bundle()).text, "2026-03-02");
  const { store } = ledger;
  store.update("duly_company", { id: ledger.companyId }, { duly_currencycode: "HUF" });
  const rate = (by: number, from: string, amount: string, persegment = false) => store.put("duly_costrate", {
    duly_name: `${by} ${from}`, duly_company: ref("duly_company", ledger.companyId), duly_channel: by, duly_validfrom: from, duly_amount: amount, duly_persegment: persegment,
  });
  rate(channel.letter, "2026-01-01", "420.0000");
  rate(channel.letter, "2026-04-01", "500.0000");
  rate(channel.sms, "2026-01-01", "10.0000", true);
  const sms = store.put("duly_template", { duly_name: "SMS", duly_code: "sms" });
  store.put("duly_templatetext", { duly_name: "SMS", duly_template: ref("duly_template", sms), duly_language: 591850000, duly_subject: "SMS", duly_body: `${"ő".repeat(75)}` });
  const strategy = (code: string, by: number, template: string) => {
    const id = store.put("duly_strategy", { duly_name: code, duly_code: code });
    store.put("duly_strategystep", { duly_name: `${code} 1`, duly_strategy: ref("duly_strategy", id), duly_sequence: 1, duly_offsetdays: 3, duly_channel: by, duly_template: ref("duly_template", template) });
    return id;
  };
  const [letters, texts] = [strategy("letters", channel.letter, ledger.templateId), strategy("texts", channel.sms, sms)];
  for (let index = 0; index < 15; index += 1) {
    const debtor = ledger.debtor(`C-${String(index).padStart(2, "0")}`, { duly_strategy: ref("duly_strategy", index < 10 ? letters : texts) });
    store.create("duly_contactpoint", { duly_name: index < 10 ? `there ${index}` : `+36 30 555 01${index}`, duly_debtor: ref("duly_debtor", debtor), duly_channel: index < 10 ? channel.letter : channel.sms });
    ledger.item(debtor, { due: "2026-03-02", amount: "10000", currency: "HUF" });
  }
  store.put("duly_budget", { duly_name: "Letters", duly_company: ref("duly_company", ledger.companyId), duly_channel: channel.letter, duly_startson: "2026-03-01", duly_endson: "2026-03-31", duly_amount: "5000.00" });
});

test("H-20: 10 letters at 420 HUF and 5 SMS at 20 are planned at 4,300 HUF, reported by channel and step with the budget", () => {
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 15, Errors: 0 });
  const costs = ledger.store.all("duly_communication").map((row) => `${String(row.duly_cost)} ${String(row.duly_segments ?? "-")}`);
  expect([...new Set(costs)].sort()).toEqual(["20.0000 2", "420.0000 -"]);
  const { currency, rows, channels, total } = report();
  expect([currency, total.count, total.cost]).toEqual(["HUF", 15, "4300.0000"]);
  expect(rows.map((row) => [row.channel, row.step, row.count, row.cost])).toEqual([["letter", "letters 1", 10, "4200.0000"], ["sms", "texts 1", 5, "100.0000"]]);
  expect(channels.map((row) => [row.channel, row.budget])).toEqual([["letter", "5000.0000"], ["sms", null]]);
});

test("H-21: cost for a unit collected is cost by what was received within 14 days after the last contact; several parts of an item count together, what comes after the period does not", () => {
  const debtor = (number: string) => String(ledger.store.all("duly_debtor").find((row) => row.duly_number === number)?.duly_debtorid);
  ledger.store.nowUtc = "2026-03-19T09:00:00Z";
  for (const amount of ["4000", "6000"]) ledger.pay(debtor("C-00"), amount, {}, "HUF");
  ledger.store.nowUtc = "2026-03-20T09:00:00Z";
  ledger.pay(debtor("C-01"), "5000", {}, "HUF");
  expect(report().total).toMatchObject({ collected: "10000", received: "15000", unprompted: "5000", costPerUnit: "0.4300", costPerUnitReceived: "0.2867" });
  ledger.store.nowUtc = "2026-04-01T09:00:00Z";
  ledger.pay(debtor("C-02"), "10000", {}, "HUF");
  expect(report().total).toMatchObject({ collected: "10000", received: "15000", costPerUnit: "0.4300" });
});

test("a message that was suppressed costs nothing", () => {
  const [letter] = ledger.store.all("duly_communication").filter((row) => row.duly_channel === channel.letter);
  ledger.store.update("duly_communication", { id: String(letter?.duly_communicationid) }, { statecode: 1, statuscode: communicationStatus.suppressed });
  expect(report().total).toMatchObject({ count: 14, cost: "3880.0000" });
});

test.each([["2026-03-31", "2026-03-01", "DULY-COST-001"], ["2025-01-01", "2026-03-01", "DULY-COST-002"], ["soon", "2026-03-01", "DULY-DAY-001"]])("from %s to %s is refused", (from, to, code) => {
  expect(() => report(from, to)).toThrow(code);
});
