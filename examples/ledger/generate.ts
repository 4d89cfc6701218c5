import { addDays } from "#domain/calendar/arithmetic";
import { parseDay, type Day } from "#domain/calendar/day";
import { customer, type ExampleCustomer } from "./customers";
import { document, dueInvoice, type ExampleLine } from "./documents";
import { random, type Random } from "./random";

export interface ExampleOptions {
  readonly debtors?: number;
  /** Lines of the file: instalments, credit and debit notes. */
  readonly items?: number;
  readonly seed?: number;
  /** Day around which the ledger lies, "YYYY-MM-DD". */
  readonly asOf?: string;
  /** For measuring: every item is an open invoice whose first step is due, every debtor has an address. */
  readonly allDue?: boolean;
}

const columns = [
  "Customer", "Name", "Type", "Country", "Language", "E-mail", "Class", "Document", "Kind", "Instalment", "Issued", "Due", "Amount", "Currency", "Open", "Paid on", "Disputed",
];

/** One debtor is far larger than the others: pages, timelines and messages must bear it. */
const largestDebtor = 600;

/** The text of an example ledger for `example.map.json`; the same options give the same bytes. */
export function generateLedger(options: ExampleOptions = {}): string {
  const { debtors = 1000, items = 5000, seed = 1, asOf = "2026-11-02", allDue = false } = options;
  const day = parseDay(asOf);
  if (day === null) throw new RangeError(`asOf: found "${asOf}"; write a day such as "2026-11-02".`);
  const chance = random(seed);
  const shares = share(items, debtors, chance);
  const lines: ExampleLine[] = [];
  for (const [index, count] of shares.entries()) {
    const who = customer(index, chance, allDue);
    const until = lines.length + count;
    while (lines.length < until) lines.push(...nextDocument(lines, who, { chance, allDue, most: until - lines.length }));
  }
  return [columns.join(";"), ...lines.map((line) => csvLine(line, day)), ""].join("\n");
}

function nextDocument(lines: readonly ExampleLine[], who: ExampleCustomer, how: { chance: Random; allDue: boolean; most: number }) {
  const number = `R-${String(lines.length + 1).padStart(6, "0")}`;
  return how.allDue ? dueInvoice(number, who, how.chance) : document(number, who, how.chance, how.most);
}

/** How many items each debtor has: everyone one, the first 600 (or half of all), the rest as chance has it. */
function share(items: number, debtors: number, { between }: Random): readonly number[] {
  const shares = Array.from({ length: Math.min(debtors, items) }, () => 1);
  let left = items - shares.length;
  const large = shares.length > 1 ? Math.max(0, Math.min(largestDebtor, Math.floor(items / 2)) - 1) : left;
  shares[0] = 1 + Math.min(large, left);
  for (left -= Math.min(large, left); left > 0; left -= 1) {
    const lucky = between(1, shares.length - 1);
    shares[lucky] = (shares[lucky] ?? 0) + 1;
  }
  return shares;
}

function csvLine({ customer: who, ...line }: ExampleLine, asOf: Day): string {
  const money = (minor: number) => (line.currency === "HUF" ? String(minor) : (minor / 100).toFixed(2).replace(".", ","));
  return [
    who.number, who.name, who.kind, who.country, who.language, who.email, who.creditClass,
    line.document, line.kind, String(line.instalment), addDays(asOf, line.issued), addDays(asOf, line.due),
    money(line.amount), line.currency, money(line.open), line.paid === null ? "" : addDays(asOf, line.paid), line.disputed ? "yes" : "no",
  ].map(cell).join(";");
}

const cell = (text: string): string => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
