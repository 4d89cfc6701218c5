import { buildRules } from "#bridge/build";
import type { RuleHostOptions } from "#bridge/host-node/host";
import type { RawRow, Value } from "#bridge/sdk/value";
import { channel, language } from "#solution/generated/names";
import { RuleStore } from "./store";

let built: Promise<{ readonly text: string; readonly sha256: string }> | undefined;

/** The rule bundle; built once a test file. */
export const bundle = (): Promise<{ readonly text: string; readonly sha256: string }> => (built ??= buildRules());

export const reference = (logicalName: string, id: string) => ({ logicalName, id });

/** A company (code S1) with a strategy of e-mails after 3, 10 and 20 days, English and Hungarian texts, EUR and HUF. */
export class Ledger {
  readonly store: RuleStore;
  readonly currencies: Readonly<Record<string, string>>;
  readonly strategyId: string;
  readonly stepIds: readonly string[];
  readonly templateId: string;
  readonly companyId: string;
  private count = 0;

  constructor(text: string, day: string, options: RuleHostOptions = {}) {
    this.store = new RuleStore(text, day, "on", options);
    this.currencies = {
      EUR: this.store.put("transactioncurrency", { isocurrencycode: "EUR", currencyprecision: 2, exchangerate: "1" }),
      HUF: this.store.put("transactioncurrency", { isocurrencycode: "HUF", currencyprecision: 0, exchangerate: "400" }),
      KWD: this.store.put("transactioncurrency", { isocurrencycode: "KWD", currencyprecision: 3, exchangerate: "0.3071428571" }),
    };
    this.templateId = this.store.put("duly_template", { duly_name: "Reminder", duly_code: "reminder" });
    this.text(language.english, "Reminder for {{debtor.name}}", "<p>Dear {{debtor.name}}</p><ul>{{#items}}<li>{{invoice}} {{dueDate}} {{openAmount}}</li>{{/items}}</ul><p>{{total}}</p>");
    this.text(language.hungarian, "Felszólítás: {{debtor.name}}", "<p>Tisztelt {{debtor.name}}</p><ul>{{#items}}<li>{{invoice}} {{dueDate}} {{openAmount}}</li>{{/items}}</ul>");
    this.strategyId = this.store.put("duly_strategy", { duly_name: "Standard", duly_code: "standard" });
    this.stepIds = [3, 10, 20].map((days, index) => this.store.put("duly_strategystep", {
      duly_name: `Step ${index + 1}`, duly_strategy: reference("duly_strategy", this.strategyId), duly_sequence: index + 1, duly_offsetdays: days,
      duly_channel: channel.email, duly_template: reference("duly_template", this.templateId), duly_minimumamount: null, transactioncurrencyid: null,
    }));
    this.companyId = this.company("S1");
  }

  private text(code: number, subject: string, body: string): void {
    this.store.put("duly_templatetext", { duly_name: `Reminder ${code}`, duly_template: reference("duly_template", this.templateId), duly_language: code, duly_subject: subject, duly_body: body });
  }

  company(code: string): string {
    return this.store.put("duly_company", {
      duly_name: `Seller ${code}`, duly_code: code, duly_currencycode: "EUR", duly_language: language.english, duly_sender: "ar@seller.example",
      duly_strategy: reference("duly_strategy", this.strategyId),
    });
  }

  money(code = "EUR"): { readonly transactioncurrencyid: Value } { return { transactioncurrencyid: reference("transactioncurrency", this.currencies[code] ?? "") }; }

  debtor(number: string, columns: RawRow = {}, companyId = this.companyId): string {
    const id = this.store.create("duly_debtor", { duly_name: `Buyer ${number}`, duly_number: number, duly_company: reference("duly_company", companyId), ...columns });
    this.store.create("duly_contactpoint", { duly_name: `pay@${number.toLowerCase()}.example`, duly_debtor: reference("duly_debtor", id), duly_channel: channel.email });
    return id;
  }

  /** An invoice with one instalment; gives the id of the item. */
  item(debtorId: string, parts: { due: string | null; amount: string; issued?: string; currency?: string; kind?: number; columns?: RawRow }): string {
    this.count += 1;
    const debtor = this.store.row("duly_debtor", debtorId);
    const shared = { duly_company: debtor.duly_company ?? null, duly_debtor: reference("duly_debtor", debtorId), ...this.money(parts.currency) };
    const invoice = this.store.create("duly_invoice", {
      duly_name: `INV-${this.count}`, duly_issuedon: parts.issued ?? "2026-01-02", duly_total: parts.amount, ...(parts.kind === undefined ? {} : { duly_kind: parts.kind }), ...shared,
    });
    return this.store.create("duly_openitem", {
      duly_name: `INV-${this.count}/1`, duly_invoice: reference("duly_invoice", invoice), duly_instalment: 1, duly_duedate: parts.due, duly_amount: parts.amount, ...shared, ...parts.columns,
    });
  }

  pay(debtorId: string, amount: string, columns: RawRow = {}, currency = "EUR"): string {
    this.count += 1;
    return this.store.create("duly_payment", {
      duly_name: `BANK-${this.count}`, duly_debtor: reference("duly_debtor", debtorId), duly_company: this.store.row("duly_debtor", debtorId).duly_company ?? null,
      duly_amount: amount, duly_valuedate: this.store.nowUtc.slice(0, 10), ...this.money(currency), ...columns,
    });
  }

  /** Plays the night of a day for a company; gives the answers of the finished run and of its pages together. */
  night(day: string, companyId = this.companyId): RawRow & { readonly pages: number } {
    this.store.nowUtc = `${day}T02:00:00Z`;
    const started = this.store.execute("duly_StartRun", { CompanyId: companyId });
    let { Cursor: cursor = "", Done: done = false } = started;
    let pages = 0;
    for (; done !== true && pages < 1000; pages += 1) {
      const page = this.store.execute("duly_ProcessRunPage", { RunId: started.RunId ?? "", Cursor: cursor });
      [cursor, done] = [page.Cursor ?? "", page.Done ?? false];
    }
    return { ...this.store.execute("duly_FinishRun", { RunId: started.RunId ?? "" }), RunId: started.RunId ?? "", pages };
  }
}

/** A new ledger on a day: debtor C-1 with one item, due on Monday 2 March 2026. */
export async function ledgerOfOneItem(day: string, amount = "100.00"): Promise<{ readonly ledger: Ledger; readonly debtorId: string; readonly itemId: string }> {
  const ledger = new Ledger((await bundle()).text, day);
  const debtorId = ledger.debtor("C-1");
  return { ledger, debtorId, itemId: ledger.item(debtorId, { due: "2026-03-02", amount }) };
}
