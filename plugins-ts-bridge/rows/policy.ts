import { weekendsOnly } from "#domain/calendar/business";
import { utc, type Zone } from "#domain/calendar/zones";
import type { Company, CreditClass, PaymentType, Policy } from "#domain/dunning/policy";
import { fault, isFault, stop, type Fault } from "#domain/messages/fault";
import type { Money } from "#domain/money/money";
import type { Template, TemplateText } from "#domain/templates/template";
import type { Reference } from "#solution/generated/names";
import { from } from "../sdk/query";
import type { Answers } from "../sdk/reading";
import { calendarOf, calendarQuery, companyZone, holidayQuery, toCalendars } from "./calendar";
import { orFault } from "./charges";
import { groupBy } from "./group";
import { contactRuleQuery, toContactRules } from "./contactrule";
import { channelOf, holdCountingOf, languageOf } from "./codes";
import { currencyQuery, toCurrencies, toMoney, type Currencies } from "./currencies";
import { segmentQuery, toSegments } from "./segment";
import { stepQuery, stepVariantQuery, strategyQuery, toStrategies } from "./strategy";
import { templateVariantQuery, toTemplateVariant } from "./templatevariant";
import { toTerms, type TermsColumns } from "./terms";

const active = ["statecode", "eq", 0] as const;

/** A template that is switched off has no text. */
const template = { table: "duly_template", from: "duly_templateid", to: "duly_template", alias: "template", select: ["duly_code", "duly_name", "duly_channel"], where: [active] } as const;

/** Texts of templates. */
export const textQuery = () => from("duly_templatetext").select("duly_templatetextid", "duly_name", "duly_template", "duly_language", "duly_subject", "duly_body").join(template).where(active);

/** Texts of templates without their words, which are most of a policy. */
export const wordlessQuery = () => from("duly_templatetext").select("duly_templatetextid", "duly_name", "duly_template", "duly_language").join(template).where(active);

/** The reads that together are the policy; a company's own row is read beside them. */
export const policyQueries = <Texts>(texts: Texts, holidays = holidayQuery()) => [
  strategyQuery(),
  stepQuery(),
  segmentQuery(),
  from("duly_creditclass").select("duly_creditclassid", "duly_name", "duly_dunnable", "duly_strategy", "duly_channel", "duly_gracedays").where(active),
  texts,
  currencyQuery(),
  stepVariantQuery(),
  from("duly_paymenttype").select("duly_paymenttypeid", "duly_name", "duly_dunnable", "duly_channel", "duly_gracedays").where(active),
  calendarQuery(),
  holidays,
  templateVariantQuery(),
  contactRuleQuery(),
] as const;

export type PolicyRows = Answers<ReturnType<typeof policyQueries<ReturnType<typeof textQuery>>>>;

/** Columns of the company that the rules need. */
export interface CompanyColumns {
  readonly id: string;
  readonly name: string | null;
  readonly language: number | null;
  readonly sender: string | null;
  readonly iban: string | null;
  readonly currencyCode: string | null;
  readonly strategy: Reference | null;
  readonly minimumAmount: string | null;
  /** Currency of the row's own amounts. */
  readonly currency: Reference | null;
  readonly holdCounting: number | null;
  readonly terms: TermsColumns;
  readonly calendar: Reference | null;
  readonly timeZone: string | null;
}

/** The currency of the company, for amounts that name none. */
function currencyOf(company: CompanyColumns, currencies: Currencies): Reference | null {
  const id = currencies.idOf.get(company.currencyCode ?? "");
  return id === undefined ? null : { logicalName: "transactioncurrency", id };
}

const toClasses = (rows: PolicyRows[3]): ReadonlyMap<string, CreditClass> => new Map(rows.map((row) =>
  [row.duly_creditclassid, { name: row.duly_name ?? "", dunnable: row.duly_dunnable ?? true, strategyId: row.duly_strategy?.id ?? null, channel: channelOf(row.duly_channel), graceDays: row.duly_gracedays ?? 0 }]));

const toPaymentTypes = (rows: PolicyRows[7]): ReadonlyMap<string, PaymentType> => new Map(rows.map((row) =>
  [row.duly_paymenttypeid, { name: row.duly_name ?? "", dunnable: row.duly_dunnable ?? true, channel: channelOf(row.duly_channel), graceDays: row.duly_gracedays ?? 0 }]));

const toText = (row: PolicyRows[4][number]): TemplateText =>
  ({ name: row.duly_name ?? row.duly_templatetextid, language: languageOf(row.duly_language) ?? "english", subject: row.duly_subject ?? "", body: row.duly_body ?? "" });

function toTemplates(rows: PolicyRows[4]): ReadonlyMap<string, Template> {
  const templates = groupBy(rows, (row) => row.duly_template?.id ?? "");
  return new Map([...templates].map(([id, own]) => {
    const [first] = own;
    return [id, { id, name: first?.["template.duly_name"] ?? id, channel: channelOf(first?.["template.duly_channel"]), texts: own.map(toText) }];
  }));
}

/** A currency that the company names must be one that amounts can be in. */
const currencyFault = ({ currencyCode: code, name, id }: CompanyColumns, { byCode }: Currencies): Fault | null =>
  (code === null || code === "" || byCode.has(code) ? null : fault("DULY-MONEY-006", { company: name ?? id, currency: code }));

/** Below nothing no item is too small: a negative tolerance would silently be none. */
function toleranceOf(row: CompanyColumns, currencies: Currencies): Money | null {
  if (row.minimumAmount === null) return null;
  const tolerance = toMoney(row.minimumAmount, row.currency ?? currencyOf(row, currencies), { currencies, row: `duly_company ${row.name ?? row.id}`, column: "duly_minimumamount" });
  return tolerance.minor < 0n ? stop("DULY-COMPANY-002", { company: row.name ?? row.id, amount: row.minimumAmount }) : tolerance;
}

const isBroken = (value: object | null): value is Fault => value !== null && isFault(value);

/** What the company's own row says beside its words, where it can be read. */
interface Sound { readonly tolerance: Money | null; readonly zone: Zone }

const toCompany = (row: CompanyColumns, { tolerance, zone }: Sound, { currencies, texts }: { readonly currencies: Currencies; readonly texts: PolicyRows[4] }): Company => ({
  terms: toTerms(row.terms, texts.map((text) => ({ code: text["template.duly_code"], templateId: text.duly_template?.id ?? null }))),
  currency: currencies.byCode.get(row.currencyCode ?? "") ?? null,
  tolerance,
  id: row.id, name: row.name ?? "", language: languageOf(row.language) ?? "english", timeZone: zone, sender: row.sender ?? "", iban: row.iban ?? "", strategyId: row.strategy?.id ?? null,
});

/** What the rules of a company are, and what other rows refer to. */
export interface KnownPolicy {
  readonly policy: Policy;
  readonly currencies: Currencies;
  /** Number of a step by its id. */
  readonly sequences: ReadonlyMap<string, number>;
  /** The company's. */
  readonly zone: Zone;
  /** Whether holds that say nothing themselves pause the ladder. */
  readonly holdsPause: boolean;
  /** What is wrong with the company's own row, and so with all its debtors; with one, the policy is not complete. */
  readonly faults: readonly Fault[];
}

/** Rows of the policy as the domain sees them. A company without a calendar has its weekends free, and no holidays. */
export function toPolicy(rows: PolicyRows, company: CompanyColumns): KnownPolicy {
  const currencies = toCurrencies(rows[5]);
  const calendars = toCalendars(rows[8], rows[9]);
  const [unknown, tolerance, calendar] = [currencyFault(company, currencies), orFault(() => toleranceOf(company, currencies)), orFault(() => calendarOf(company.calendar, calendars))];
  const known = orFault(() => companyZone(company));
  const zone = isFault(known) ? utc : known;
  return {
    faults: [unknown, tolerance, calendar, known].filter(isBroken), zone,
    currencies, holdsPause: holdCountingOf(company.holdCounting) === "pause", sequences: new Map(rows[1].map((step) => [step.duly_strategystepid, step.duly_sequence ?? 0])),
    policy: {
      contactRules: toContactRules(rows[11]),
      company: toCompany(company, { tolerance: isBroken(tolerance) ? null : tolerance, zone }, { currencies, texts: rows[4] }), calendar: isBroken(calendar) ? weekendsOnly : calendar ?? weekendsOnly, calendars, strategies: toStrategies({ strategies: rows[0], steps: rows[1], variants: rows[6] }, currencyOf(company, currencies), currencies), segments: toSegments(rows[2], { currency: currencies.byCode.get(company.currencyCode ?? "") ?? null, currencies }),
      creditClasses: toClasses(rows[3]), paymentTypes: toPaymentTypes(rows[7]), templates: toTemplates(rows[4]), templateVariants: rows[10].map(toTemplateVariant), currencies: currencies.byCode,
    },
  };
}
