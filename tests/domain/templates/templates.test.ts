import { formatDay, formatMoney } from "#domain/templates/format";
import { chooseText, type Template } from "#domain/templates/template";
import { languageOfCountry, type Language } from "#domain/templates/language";
import { mergeFields } from "#domain/templates/view";
import { withoutMarkup } from "#domain/templates/visible";
import { addressFor, type ContactPoint } from "#domain/contactpoints/contactpoint";
import { money } from "#domain/money/money";
import { day, eur, huf } from "../../builders/facts";

test.each([
  [123_456_750n, "english", "EUR\u00a01,234,567.50"], [123_456_750n, "hungarian", "1\u00a0234\u00a0567,50\u00a0EUR"], [-123_450n, "german", "-1.234,50\u00a0EUR"], [99_900n, "english", "EUR\u00a0999.00"], [100_000n, "italian", "1.000,00\u00a0EUR"], [5n, "french", "0,05\u00a0EUR"],
] as const)("%s cents in %s are %s", (minor, language, text) => {
  expect(formatMoney(money(minor, eur), language)).toBe(text);
});

test("amounts and days are written as the reader writes them", () => {
  expect([formatMoney(money(123_450n, eur), "english"), formatMoney(money(123_450n, eur), "hungarian"), formatMoney(money(98_000n, huf), "hungarian")])
    .toEqual(["EUR\u00a01,234.50", "1\u00a0234,50\u00a0EUR", "98\u00a0000\u00a0HUF"]);
  expect([formatDay(day("2026-03-05"), "english"), formatDay(day("2026-03-05"), "hungarian"), formatDay(day("2026-03-05"), "german")])
    .toEqual(["5 March 2026", "2026. március 5.", "05.03.2026"]);
});

test.each([
  ["Pay <b>100</b> EUR<br/>now", "Pay 100 EUR\nnow"], ["Pay\t100\r\nnow ,\n\n\n\nplease", "Pay 100\nnow ,\n\nplease"], ["<p>Pay</p>\n  <ul><li>A</li>\n<li>B</li></ul>", "Pay\nA\nB"], ["Pay within <5 days> or 3 < 5", "Pay within <5 days> or 3 < 5"], ["if a < b & c > d", "if a < b & c > d"], ["<!-- note -->Pay</P >", "Pay"], ["Smith&nbsp;&amp; Co. owe &euro;&#160;5 &lt; 6 &#x2013; now&#8203;", "Smith & Co. owe €\u00a05 < 6 – now\u200b"], ["&lt;b&gt; &amp;amp; &other; &#0; &#xD800; &toString; & so on; R&D;", "<b> &amp; &other; &#0; &#xD800; &toString; & so on; R&D;"], ["caf&eacute; &copy;&ensp;&frac12; &Yacute;&thorn;&yuml; &#123;&#x7D; &#337;", "café © ½ Ýþÿ &#123;&#x7D; ő"], ["<!DOCTYPE html><style>p { a > b }</style>Pay", "Pay"],
])("%j as a short message is %j: tags go, and nothing that is none", (html, text) => { expect(withoutMarkup(html)).toBe(text); });

describe("A-20: the text is in the debtor's language, else the company's, else English with a warning, never empty", () => {
  const text = (language: Language, body = "words") => ({ name: "", language, subject: "", body });
  const template = (...texts: Template["texts"]): Template => ({ id: "t", name: "T", channel: null, texts });
  test.each([
    ["the debtor's", template(text("english"), text("hungarian")), "hungarian", "english", ["hungarian", null]],
    ["the company's when the debtor has none", template(text("english"), text("german")), null, "german", ["german", null]],
    ["the company's when the debtor's is missing", template(text("german")), "hungarian", "german", ["german", "hungarian"]],
    ["English when both are missing", template(text("english")), "hungarian", "german", ["english", "hungarian"]],
    ["another when the wanted one is empty", template(text("hungarian", "  "), text("english")), "hungarian", "english", ["english", "hungarian"]],
  ] as const)("%s", (_, one, debtor, company, [language, missing]) => {
    const chosen = chooseText(one, { debtor, country: null, company });
    expect([chosen?.text.language, chosen?.missing]).toEqual([language, missing]);
  });
  test.each([
    [{ debtor: "french", country: "HU", company: "spanish" }, "french"],
    [{ debtor: null, country: "HU", company: "spanish" }, "hungarian"], [{ debtor: null, country: "CH", company: "spanish" }, "spanish"],
  ] as const)("%j is written to in %s: debtor, country, company", ({ country, ...wanted }, language) => {
    const all = template(...(["english", "hungarian", "italian", "french", "spanish"] as const).map((one) => ({ name: "", language: one, subject: "", body: "words" })));
    expect(chooseText(all, { ...wanted, country: languageOfCountry(country) })?.text.language).toBe(language);
  });
  test("a debtor whose own language has no text is written to in its country's before the company's, and the run is told which was missing", () => {
    const chosen = chooseText(template(text("english"), text("italian")), { debtor: "german", country: "italian", company: "english" });
    expect([chosen?.text.language, chosen?.missing]).toEqual(["italian", "german"]);
    expect(chooseText(template(text("english"), text("spanish")), { debtor: "german", country: "italian", company: "spanish" })?.text.language).toBe("spanish");
  });
  test("none at all", () => {
    expect(chooseText(template(text("german")), { debtor: "hungarian", country: null, company: "hungarian" })).toBeNull();
    expect(chooseText(undefined, { debtor: "english", country: null, company: "english" })).toBeNull();
  });
});

test("the merge fields tell exactly the items of the message", () => {
  const item = (name: string, open: bigint, late: number) => ({
    name: `${name}/1`, documentNumber: name, instalment: 1, issuedOn: day("2026-01-02"), dueOn: day("2026-03-02"), daysPastDue: late, level: 1, amount: money(10_000n, eur), open: money(open, eur), charges: money(name === "A" ? 530n : 0n, eur),
  });
  const fields = mergeFields({
    debtor: { name: "Buyer", number: "C-1" }, contact: { salutation: "" }, user: { name: "" }, lastPromise: null, paymentDeadline: null, company: { name: "Seller", iban: "HU1", sender: "" }, asOf: day("2026-03-05"), level: 1, total: money(16_000n, eur),
    charges: { fee: money(500n, eur), interest: money(30n, eur), flatCost: money(0n, eur) }, items: [item("A", 10_000n, 3), item("B", 6_000n, 9)],
  }, "english");
  expect(fields).toMatchObject({ total: "EUR\u00a0160.00", days: "9", count: "2", date: "5 March 2026" });
  expect(fields).toMatchObject({ fee: "EUR\u00a05.00", interest: "EUR\u00a00.30", flatCost: "", charges: "EUR\u00a05.30", grandTotal: "EUR\u00a0165.30" });
  expect(fields.items.map((one) => one.charges)).toEqual(["EUR\u00a05.30", ""]);
  expect(fields.items.map((one) => [one.invoice, one.openAmount, one.daysPastDue])).toEqual([["A", "EUR\u00a0100.00", "3"], ["B", "EUR\u00a060.00", "9"]]);
});

test("A-39: the dunning address goes before billing, billing before main, the primary one first, and one that bounced is passed over", () => {
  const point = (address: string, parts: Partial<ContactPoint>): ContactPoint => ({ address, channel: "email", purpose: "main", primary: false, bounced: false, invalid: false, ...parts });
  const points = [point("main", { primary: true }), point("billing", { purpose: "billing" }), point("second", { purpose: "dunning" }), point("first", { purpose: "dunning", primary: true }), point("phone", { channel: "phone", purpose: "dunning" })];
  const without = (...gone: readonly string[]) => points.map((one) => ({ ...one, bounced: gone.includes(one.address) }));
  expect([points, without("first"), without("first", "second"), without("first", "second", "billing"), without("first", "second", "billing", "main")].map((all) => addressFor(all, "email")))
    .toEqual(["first", "second", "billing", "main", null]);
});
