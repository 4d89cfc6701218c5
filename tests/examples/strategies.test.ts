import mustache from "mustache";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDay, type Day } from "#domain/calendar/day";
import { money } from "#domain/money/money";
import type { Language } from "#domain/templates/language";
import { brokenPromiseFields } from "#domain/promises/view";
import { mergeFields, type MergeFields, type ToldItem } from "#domain/templates/view";
import { readPack } from "../../cli/ledger/pack";
import { itemOf } from "../builders/facts";

const day = (text: string): Day => parseDay(text) ?? (() => { throw new Error(`${text} is no day`); })();

const packs = ["cautious", "standard", "firm"].map((name) => readPack(readFileSync(join(__dirname, `../../examples/strategies/${name}.json`), "utf8")));
const texts = packs.flatMap((pack) => pack.templates.filter(({ code }) => code !== "promise-broken").flatMap((template) =>
  Object.entries(template.texts).map(([language, text]) => [template.code, language, text] as const)));

const euro = { code: "EUR", decimals: 2 };
const told = (number: string, due: string, late: number, open: bigint): ToldItem => ({
  name: `${number}/1`, documentNumber: number, instalment: 1, issuedOn: day("2026-09-02"), dueOn: day(due), daysPastDue: late, level: 1,
  amount: money(100_000n, euro), open: money(open, euro), charges: money(0n, euro),
});

const message = {
  debtor: { name: "Kovács & <Fiai> Bt.", number: "D00042" }, contact: { salutation: "" }, user: { name: "" }, lastPromise: null, paymentDeadline: null,
  company: { name: "Duna Trade Kft.", iban: "HU42117730161111101800000000", sender: "receivables@dunatrade.example" },
  asOf: day("2026-11-02"), level: 1, total: money(123_456n, euro), charges: { fee: money(0n, euro), interest: money(0n, euro), flatCost: money(0n, euro) },
  items: [told("R-000001", "2026-10-02", 31, 60_000n), told("R-000002", "2026-10-20", 13, 63_456n)],
};

/** Renders, and notes every name that the view does not have: a typing error would be an empty place in a letter. */
function render(source: string, view: MergeFields | ReturnType<typeof brokenPromiseFields>): { html: string; unknown: readonly string[] } {
  const unknown: string[] = [];
  const known = (name: string, context: mustache.Context) => {
    if (context.lookup(name) === undefined) unknown.push(name);
    return context.lookup(name) as unknown;
  };
  class Strict extends mustache.Writer {
    override escapedValue(token: string[], context: mustache.Context): string {
      known(token[1] ?? "", context);
      return mustache.escape(context.lookup(token[1] ?? ""));
    }
    override renderSection(...[token, context, partials, original]: Parameters<mustache.Writer["renderSection"]>): string {
      known(token[1] ?? "", context);
      return super.renderSection(token, context, partials, original);
    }
  }
  const html = new Strict().render(source, view);
  return { html, unknown };
}

test("the rendering below notices a field that no message has", () => {
  const view = mergeFields(message, "english");
  expect(render("{{debtro.name}}{{#items}}{{opnAmount}}{{/items}}{{#itmes}}{{/itmes}}", view).unknown).toEqual(["debtro.name", "opnAmount", "opnAmount", "itmes"]);
});

const inLanguage: Readonly<Record<string, readonly string[]>> = {
  english: ["2 October 2026", "EUR\u00a0600.00", "EUR\u00a0634.56", "EUR\u00a01,234.56"],
  hungarian: ["2026. október 2.", "600,00\u00a0EUR", "634,56\u00a0EUR", "1\u00a0234,56\u00a0EUR"],
};

test.each(texts)("H-08: %s in %s resolves every merge field and leaves none; it names both items, their open amounts, the debtor and the total", (_code, language, { subject, body }) => {
  const view = mergeFields(message, language as Language);
  const rendered = render(body.join("\n"), view);
  expect([...rendered.unknown, ...render(subject, view).unknown]).toEqual([]);
  const everywhere = ["R-000001", "R-000002", "Duna Trade Kft.", "HU42117730161111101800000000", "Kovács &amp; &lt;Fiai&gt; Bt."];
  for (const part of [...everywhere, ...inLanguage[language] ?? []]) expect(rendered.html).toContain(part);
  expect(rendered.html + render(subject, view).html).not.toMatch(/[{}]{2}/);
});

test.each(texts)("%s in %s closes what it opens", (_code, _language, { body }) => {
  const open: string[] = [];
  for (const [, slash, name = ""] of body.join("\n").matchAll(/<(\/?)(\w+)[^>]*>/g)) {
    if (name === "br") continue;
    if (slash) expect(open.pop()).toBe(name);
    else open.push(name);
  }
  expect(open).toEqual([]);
});

test("a code of a template or strategy means the same in all packs, so that several can live in one store", () => {
  for (const part of ["templates", "strategies"] as const) {
    const rows = packs.flatMap((pack): readonly { readonly code: string }[] => pack[part]);
    for (const row of rows) expect(rows.filter(({ code }) => code === row.code)).toEqual(rows.filter(({ code }) => code === row.code).map(() => row));
  }
});

const promised = packs.flatMap((pack) => pack.templates.filter(({ code }) => code === "promise-broken").flatMap(({ texts: words }) =>
  Object.entries(words).map(([language, text]) => [pack.name, language, text] as const)));

test.each(promised)("%s tells in %s of a broken promise: what was promised, what came, what is missing", (_name, language, { subject, body }) => {
  const money60 = money(60_000n, euro);
  const signal = {
    channel: "email", address: "", amount: money60, paid: money(25_000n, euro), promisedOn: day("2026-10-30"), items: [itemOf("R-000001", { dueOn: day("2026-10-02") })], needsApproval: false,
    text: { name: "", language: language as Language, subject, body: body.join("\n") },
  } as const;
  const view = brokenPromiseFields({ signal, debtor: message.debtor, company: message.company, asOf: message.asOf });
  const rendered = render(signal.text.body, view);
  expect([...rendered.unknown, ...render(subject, view).unknown]).toEqual([]);
  const words = { english: ["EUR\u00a0600.00", "EUR\u00a0250.00", "EUR\u00a0350.00", "30 October 2026"], hungarian: ["600,00\u00a0EUR", "250,00\u00a0EUR", "350,00\u00a0EUR", "2026. október 30."] };
  for (const part of ["R-000001", ...words[language as keyof typeof words]]) expect(rendered.html).toContain(part);
});

test("every pack can tell of a broken promise", () => {
  expect(promised).toHaveLength(packs.length * 2);
});

test.each(packs.map((pack) => [pack.name, pack] as const))("%s ships bank transfer, direct debit, RiBa, card and cash: cash is never dunned, direct debit and RiBa wait and have words of their own", (_name, pack) => {
  const types = new Map((pack.paymentTypes ?? []).map((type) => [type.code, [type.dunnable, type.graceDays]]));
  expect([...types]).toEqual([["BANK_TRANSFER", [true, null]], ["DIRECT_DEBIT", [true, 8]], ["RIBA", [true, 10]], ["CARD", [true, 3]], ["CASH", [false, null]]]);
  expect(new Set((pack.templateVariants ?? []).map(({ paymentType, variant }) => `${paymentType} ${variant}`))).toEqual(new Set(["RIBA unpaid-riba", "DIRECT_DEBIT returned-direct-debit"]));
});

test("every pack has its own ladder for natural persons, no sooner than that of companies, and a class that is never reminded", () => {
  for (const pack of packs) {
    const ladder = (code: string) => pack.strategies.find((strategy) => strategy.code === code)?.steps.map(({ offsetDays }) => offsetDays) ?? [];
    const persons = pack.segments.find(({ debtorKind }) => debtorKind === "naturalPerson");
    expect(persons?.strategy).not.toBe(pack.companyStrategy);
    expect(ladder(persons?.strategy ?? "")[0]).toBeGreaterThan(ladder(pack.companyStrategy)[0] ?? Infinity);
    expect(pack.creditClasses).toContainEqual(expect.objectContaining({ code: "MGMT", dunnable: false }));
  }
});
