import mustache from "mustache";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPack } from "../../cli/ledger/pack";

const packs = ["cautious", "standard", "firm"].map((name) => readPack(readFileSync(join(__dirname, `../../examples/strategies/${name}.json`), "utf8")));
const texts = packs.flatMap((pack) => pack.templates.flatMap((template) =>
  Object.entries(template.texts).map(([language, text]) => [template.code, language, text] as const)));

/** What a message knows; see examples/strategies/README.md. */
const view = {
  debtor: { name: "Kovács & <Fiai> Bt.", number: "D00042" },
  company: { name: "Duna Trade Kft.", iban: "HU42117730161111101800000000", sender: "receivables@dunatrade.example" },
  items: [
    { invoice: "R-000001", instalment: 1, issuedOn: "2026-09-02", dueDate: "2026-10-02", daysPastDue: 31, amount: "100.00 EUR", openAmount: "60.00 EUR" },
    { invoice: "R-000002", instalment: 2, issuedOn: "2026-09-20", dueDate: "2026-10-20", daysPastDue: 13, amount: "40.00 EUR", openAmount: "40.00 EUR" },
  ],
  total: "100.00 EUR", days: 31,
};

/** Renders, and notes every name that the view does not have: a typing error would be an empty place in a letter. */
function render(source: string): { html: string; unknown: readonly string[] } {
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

test.each(texts)("%s in %s names both items, their open amounts, the debtor and the total", (_code, _language, { subject, body }) => {
  const message = render(body.join("\n"));
  expect([...message.unknown, ...render(subject).unknown]).toEqual([]);
  for (const part of ["R-000001", "R-000002", "2026-10-02", "60.00 EUR", "40.00 EUR", "100.00 EUR", "Duna Trade Kft.", "Kovács &amp; &lt;Fiai&gt; Bt."]) {
    expect(message.html).toContain(part);
  }
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

test("codes of templates and strategies are unique over all packs, so that several can live in one store", () => {
  for (const part of ["templates", "strategies"] as const) {
    const codes = packs.flatMap((pack) => pack[part].map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
  }
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
