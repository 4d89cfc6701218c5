import { weekendsOnly } from "#domain/calendar/business";
import type { Company, CreditClass, Policy } from "#domain/dunning/policy";
import type { Segment } from "#domain/segments/segment";
import type { Step, Strategy } from "#domain/strategies/strategy";
import type { Template, TemplateText } from "#domain/templates/template";
import type { Reference } from "#solution/generated/names";
import { from } from "../sdk/query";
import type { Answers } from "../sdk/reading";
import { channelOf, kindOf, languageOf } from "./codes";
import { currencyQuery, toCurrencies, toMoney, type Currencies } from "./currencies";

const active = ["statecode", "eq", 0] as const;

/** The reads that together are the policy; a company's own row is read beside them. */
export const policyQueries = () => [
  from("duly_strategy").select("duly_strategyid", "duly_name").where(active),
  from("duly_strategystep").select(
    "duly_strategystepid", "duly_strategy", "duly_sequence", "duly_offsetdays", "duly_channel", "duly_template", "duly_minimumamount", "transactioncurrencyid",
  ).where(active),
  from("duly_segment").select("duly_segmentid", "duly_name", "duly_sequence", "duly_debtorkind", "duly_country", "duly_strategy").where(active),
  from("duly_creditclass").select("duly_creditclassid", "duly_name", "duly_dunnable", "duly_strategy").where(active),
  from("duly_templatetext").select("duly_templatetextid", "duly_template", "duly_language", "duly_subject", "duly_body").where(active),
  currencyQuery(),
] as const;

export type PolicyRows = Answers<ReturnType<typeof policyQueries>>;

/** Columns of the company that the rules need. */
export interface CompanyColumns {
  readonly id: string;
  readonly name: string | null;
  readonly language: number | null;
  readonly sender: string | null;
  readonly iban: string | null;
  readonly currencyCode: string | null;
  readonly strategy: Reference | null;
}

type StepRow = PolicyRows[1][number];

function toStep(row: StepRow, company: CompanyColumns, currencies: Currencies): Step {
  const companyCurrency = currencies.idOf.get(company.currencyCode ?? "");
  const currency = row.transactioncurrencyid ?? (companyCurrency === undefined ? null : { logicalName: "transactioncurrency", id: companyCurrency });
  return {
    id: row.duly_strategystepid, sequence: row.duly_sequence ?? 0, offset: row.duly_offsetdays ?? 0,
    channel: channelOf(row.duly_channel) ?? "email", templateId: row.duly_template?.id ?? null,
    minimum: row.duly_minimumamount === null ? null : toMoney(row.duly_minimumamount, currency, { currencies, row: `step ${row.duly_sequence ?? ""}` }),
  };
}

function toStrategies([strategies, steps]: PolicyRows, company: CompanyColumns, currencies: Currencies): ReadonlyMap<string, Strategy> {
  return new Map(strategies.map((row) => [row.duly_strategyid, {
    id: row.duly_strategyid, name: row.duly_name ?? "",
    steps: steps.filter((step) => step.duly_strategy?.id === row.duly_strategyid).map((step) => toStep(step, company, currencies))
      .sort((left, right) => left.sequence - right.sequence),
  }]));
}

const toSegments = (rows: PolicyRows[2]): readonly Segment[] => rows.map((row) => ({
  id: row.duly_segmentid, name: row.duly_name ?? "", order: row.duly_sequence ?? 0, kind: kindOf(row.duly_debtorkind),
  country: row.duly_country, strategyId: row.duly_strategy?.id ?? null,
}));

const toClasses = (rows: PolicyRows[3]): ReadonlyMap<string, CreditClass> => new Map(rows.map((row) =>
  [row.duly_creditclassid, { name: row.duly_name ?? "", dunnable: row.duly_dunnable ?? true, strategyId: row.duly_strategy?.id ?? null }]));

const toText = (row: PolicyRows[4][number]): TemplateText =>
  ({ language: languageOf(row.duly_language) ?? "english", subject: row.duly_subject ?? "", body: row.duly_body ?? "" });

function toTemplates(rows: PolicyRows[4]): ReadonlyMap<string, Template> {
  const templates = new Map<string, TemplateText[]>();
  for (const row of rows) {
    const id = row.duly_template?.id ?? "";
    templates.set(id, [...templates.get(id) ?? [], toText(row)]);
  }
  return new Map([...templates].map(([id, texts]) => [id, { id, texts }]));
}

const toCompany = (row: CompanyColumns): Company => ({
  id: row.id, name: row.name ?? "", language: languageOf(row.language) ?? "english", sender: row.sender ?? "", iban: row.iban ?? "", strategyId: row.strategy?.id ?? null,
});

/** What the rules of a company are, and what other rows refer to. */
export interface KnownPolicy {
  readonly policy: Policy;
  readonly currencies: Currencies;
  /** Number of a step by its id. */
  readonly sequences: ReadonlyMap<string, number>;
}

/** Rows of the policy as the domain sees them. Weekends are free; there are no holidays yet. */
export function toPolicy(rows: PolicyRows, company: CompanyColumns): KnownPolicy {
  const currencies = toCurrencies(rows[5]);
  return {
    currencies, sequences: new Map(rows[1].map((step) => [step.duly_strategystepid, step.duly_sequence ?? 0])),
    policy: {
      company: toCompany(company), calendar: weekendsOnly, strategies: toStrategies(rows, company, currencies), segments: toSegments(rows[2]),
      creditClasses: toClasses(rows[3]), templates: toTemplates(rows[4]), currencies: currencies.byCode,
    },
  };
}
