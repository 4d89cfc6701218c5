import { channel, debtorkind, language } from "#solution/generated/names";
import { readPack } from "../../../cli/ledger/pack";
import { seedPolicy } from "../../../cli/ledger/seed";
import { ledgerStore, mapOf } from "../../builders/ledger-import";
import { packJson, step, strategy, template } from "../../builders/pack";

const { company } = mapOf();
const two = { languages: ["english"], segments: [{ code: "persons", name: "Persons", order: 10, debtorKind: "naturalPerson", strategy: "s" }] };

test("a pack becomes strategies with steps, templates with texts, segments, credit classes and the company's strategy", () => {
  const store = ledgerStore();
  const json = packJson({ ...two, ...strategy(step(3, { minimumAmount: { amount: "10.00", currency: "EUR" } }), step(10)), creditClasses: [{ code: "OFF", name: "Off", dunnable: false }] });
  seedPolicy(store.service, readPack(json), company);
  const [first] = store.rows("duly_strategystep");
  expect(store.rows("duly_strategystep").map((row) => [row.duly_sequence, row.duly_offsetdays, row.duly_minimumamount])).toEqual([[1, 3, "10.00"], [2, 10, null]]);
  expect(first).toMatchObject({ duly_strategy: { logicalName: "duly_strategy" }, duly_template: { logicalName: "duly_template" } });
  expect(store.rows("duly_templatetext")[0]).toMatchObject({ duly_language: language.english, duly_subject: "Reminder", duly_body: "<p>{{total}}</p>" });
  expect(store.rows("duly_segment")[0]).toMatchObject({ duly_code: "persons", duly_debtorkind: debtorkind.naturalPerson, duly_sequence: 10 });
  expect(store.rows("duly_creditclass").at(-1)).toMatchObject({ duly_code: "OFF", duly_dunnable: false });
  expect(store.rows("duly_company")[0]).toMatchObject({ duly_code: "ACME", duly_strategy: { logicalName: "duly_strategy" } });
});

test("payment types and the variants of templates become rows, found again by code and order", () => {
  const store = ledgerStore();
  const json = packJson({
    templates: [template(), template({ code: "riba" }), template({ code: "card" })], paymentTypes: [{ code: "RIBA", name: "RiBa", dunnable: true, channel: "letter", graceDays: 10 }, { code: "CARD", name: "Card", dunnable: true }],
    templateVariants: [{ template: "t", variant: "riba", paymentType: "RIBA" }, { template: "t", variant: "card", paymentType: "CARD" }],
  });
  seedPolicy(store.service, readPack(json), company);
  expect(store.rows("duly_paymenttype").map((row) => [row.duly_code, row.duly_dunnable, row.duly_channel, row.duly_gracedays])).toEqual([["RIBA", true, channel.letter, 10], ["CARD", true, null, null]]);
  const codeOf = (table: string, value: unknown) => store.rows(table).find((row) => row[`${table}id`] === (value as { id: string }).id)?.duly_code;
  expect(store.rows("duly_templatevariant").map((row) => [codeOf("duly_template", row.duly_template), row.duly_sequence, codeOf("duly_template", row.duly_variant), codeOf("duly_paymenttype", row.duly_paymenttype)]))
    .toEqual([["t", 1, "riba", "RIBA"], ["t", 2, "card", "CARD"]]);
  expect(seedPolicy(store.service, readPack(json), company)).toMatchObject({ created: 0, updated: 0 });
});

test("seeding the same pack again writes nothing", () => {
  const store = ledgerStore();
  const first = seedPolicy(store.service, readPack(packJson(two)), company);
  const written = store.writes();
  expect(seedPolicy(store.service, readPack(packJson(two)), company)).toEqual({ created: 0, updated: 0, unchanged: first.created });
  expect(store.writes()).toBe(written);
});

test("a changed pack writes what changed; a step that it no longer has is deactivated, and back again", () => {
  const store = ledgerStore();
  const seed = (...steps: readonly unknown[]) => seedPolicy(store.service, readPack(packJson(strategy(...steps))), company);
  seed(step(3), step(10));
  expect(seed(step(5))).toMatchObject({ created: 0, updated: 2 });
  expect(store.rows("duly_strategystep").map((row) => [row.duly_offsetdays, row.statecode])).toEqual([[5, 0], [10, 1]]);
  expect(seed(step(5), step(10))).toMatchObject({ created: 0, updated: 1 });
  expect(store.rows("duly_strategystep").map((row) => row.statecode)).toEqual([0, 0]);
});

test("a company that already follows a strategy keeps it", () => {
  const store = ledgerStore();
  seedPolicy(store.service, readPack(packJson()), company);
  const [before] = store.rows("duly_company");
  const other = { ...JSON.parse(packJson()) as object, companyStrategy: "o", strategies: [{ code: "o", name: "O", description: "O.", steps: [step(1)] }] };
  seedPolicy(store.service, readPack(JSON.stringify(other)), company);
  expect(store.rows("duly_company")[0]?.duly_strategy).toEqual(before?.duly_strategy);
});

test("a minimum amount in a currency that the store lacks is refused by name", () => {
  const json = packJson(strategy(step(3, { minimumAmount: { amount: "10", currency: "CHF" } })));
  expect(() => seedPolicy(ledgerStore().service, readPack(json), company)).toThrow(/DULY-POLICY-020 .*"CHF".*EUR, HUF, KWD/);
});
