import type { EntityReference, OrganizationService, Row } from "../../local-host/service/contract";
import { channel, debtorkind, language, tone } from "#solution/generated/names";
import { putCompany } from "./company";
import { ledgerFault, LedgerError, quoted } from "./fault";
import type { Company } from "./map";
import { change, keyOf, put, readMirror, type Mirror, type Wanted, type Writing } from "./mirror";
import type { PackPaymentType, PackStep, PackStrategy, PackTemplate, PackVariant, PolicyPack } from "./pack";
import { idIn, numberIn, textIn, to } from "./rows";
import { readVocabulary } from "./store";

export interface SeedReport {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

const active: Row = { statecode: 0, statuscode: 1 };
const inactive: Row = { statecode: 1, statuscode: 2 };

/** The pack's rows while they are written. */
interface Seeding extends Writing {
  readonly currencies: ReadonlyMap<string, string>;
  readonly report: { created: number; updated: number; unchanged: number };
}

/**
 * Brings the policy rows of the store to what the pack says, found by their codes; rows that are the same are not written.
 * The company follows the pack's strategy unless it already has one. Steps beyond the pack's last are deactivated, other rows are left alone.
 */
export function seedPolicy(service: OrganizationService, pack: PolicyPack, company: Company): SeedReport {
  const seeding: Seeding = { service, undo: [], currencies: readVocabulary(service).currencyIds, report: { created: 0, updated: 0, unchanged: 0 } };
  const templates = seedTemplates(seeding, pack.templates);
  const strategies = seedStrategies(seeding, pack.strategies, templates);
  seedRows(seeding, "duly_segment", pack.segments.map((segment) => ({
    duly_code: segment.code, duly_name: segment.name, duly_sequence: segment.order, duly_country: segment.country,
    duly_debtorkind: segment.debtorKind === null ? null : debtorkind[segment.debtorKind], duly_strategy: found(strategies, segment.strategy),
  })));
  const classes = seedRows(seeding, "duly_creditclass", pack.creditClasses.map((each) => ({
    ...treated(each), duly_strategy: each.strategy === null ? null : found(strategies, each.strategy),
  })));
  const types = seedRows(seeding, "duly_paymenttype", (pack.paymentTypes ?? []).map(treated));
  seedVariants(seeding, pack.templateVariants ?? [], { templates, classes, types });
  seedCompany(seeding, company, found(strategies, pack.companyStrategy));
  return seeding.report;
}

const treated = ({ code, name, dunnable, channel: by, graceDays }: PackPaymentType): Row =>
  ({ duly_code: code, duly_name: name, duly_dunnable: dunnable, duly_channel: by === null ? null : channel[by], duly_gracedays: graceDays });

type References = ReadonlyMap<string, EntityReference>;

function found(rows: References, code: string): EntityReference {
  const row = rows.get(code);
  if (!row) throw new Error(`the pack was not checked: no row for ${code}`);
  return row;
}

function keep(seeding: Seeding, mirror: Mirror, wanted: Wanted): EntityReference {
  const written = put(seeding, mirror, { ...wanted, columns: { ...wanted.columns, ...active } });
  seeding.report[written.change === "none" ? "unchanged" : written.change] += 1;
  return to(mirror.table, written.id);
}

/** Rows of a table that is keyed by duly_code. */
function seedRows(seeding: Seeding, table: string, rows: readonly Row[]): References {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row))), "statecode", "statuscode"];
  const mirror = readMirror(seeding.service, table, { columns, key: (row) => keyOf(textIn(row, "duly_code")) });
  return new Map(rows.map((row) => {
    const code = textIn(row, "duly_code");
    return [code, keep(seeding, mirror, { key: keyOf(code), columns: row })];
  }));
}

function seedTemplates(seeding: Seeding, templates: readonly PackTemplate[]): References {
  const rows = seedRows(seeding, "duly_template", templates.map((each) => ({
    duly_code: each.code, duly_name: each.name, duly_channel: channel[each.channel], duly_tone: tone[each.tone],
  })));
  const texts = readMirror(seeding.service, "duly_templatetext", {
    columns: ["duly_name", "duly_template", "duly_language", "duly_subject", "duly_body", "statecode", "statuscode"],
    key: (row) => keyOf(idIn(row, "duly_template"), numberIn(row, "duly_language")),
  });
  for (const template of templates) {
    const owner = found(rows, template.code);
    for (const [spoken, { subject, body }] of Object.entries(template.texts)) {
      const value = language[spoken as keyof typeof language];
      keep(seeding, texts, {
        key: keyOf(owner.id, value),
        columns: { duly_template: owner, duly_language: value, duly_name: `${template.name}, ${spoken}`, duly_subject: subject, duly_body: body.join("\n") },
      });
    }
  }
  return rows;
}

function seedStrategies(seeding: Seeding, strategies: readonly PackStrategy[], templates: References): References {
  const rows = seedRows(seeding, "duly_strategy", strategies.map((each) => ({
    duly_code: each.code, duly_name: each.name, duly_description: each.description,
  })));
  const steps = readMirror(seeding.service, "duly_strategystep", {
    columns: [
      "duly_name", "duly_strategy", "duly_sequence", "duly_offsetdays", "duly_channel", "duly_template", "duly_minimumamount", "transactioncurrencyid", "statecode", "statuscode",
    ],
    key: (row) => keyOf(idIn(row, "duly_strategy"), numberIn(row, "duly_sequence")),
  });
  for (const strategy of strategies) seedLadder(seeding, steps, { strategy, owner: found(rows, strategy.code), templates });
  return rows;
}

function seedLadder(seeding: Seeding, steps: Mirror, ladder: { strategy: PackStrategy; owner: EntityReference; templates: References }): void {
  const { strategy, owner, templates } = ladder;
  for (const [index, step] of strategy.steps.entries()) {
    keep(seeding, steps, {
      key: keyOf(owner.id, index + 1),
      columns: {
        duly_strategy: owner, duly_sequence: index + 1, duly_name: step.name, duly_offsetdays: step.offsetDays,
        duly_channel: channel[step.channel], duly_template: found(templates, step.template), ...minimum(seeding, step),
      },
    });
  }
  for (const [key, { row }] of steps.rows) {
    const beyond = idIn(row, "duly_strategy") === owner.id && numberIn(row, "duly_sequence") > strategy.steps.length;
    if (beyond && row.statecode === 0) {
      change(seeding, steps, key, inactive);
      seeding.report.updated += 1;
    }
  }
}

/** Variants of a template in the pack's order. */
function seedVariants(seeding: Seeding, variants: readonly PackVariant[], { templates, classes, types }: { templates: References; classes: References; types: References }): void {
  const mirror = readMirror(seeding.service, "duly_templatevariant", {
    columns: ["duly_name", "duly_template", "duly_sequence", "duly_variant", "duly_creditclass", "duly_paymenttype", "statecode", "statuscode"],
    key: (row) => keyOf(idIn(row, "duly_template"), numberIn(row, "duly_sequence")),
  });
  for (const [index, { template, variant, creditClass, paymentType }] of variants.entries()) {
    const owner = found(templates, template);
    const sequence = variants.slice(0, index + 1).filter((one) => one.template === template).length;
    keep(seeding, mirror, {
      key: keyOf(owner.id, sequence),
      columns: {
        duly_template: owner, duly_sequence: sequence, duly_name: [template, creditClass, paymentType].filter((part) => part !== null).join(", ").slice(0, 100), duly_variant: found(templates, variant),
        duly_creditclass: creditClass === null ? null : found(classes, creditClass), duly_paymenttype: paymentType === null ? null : found(types, paymentType),
      },
    });
  }
}

function minimum({ currencies }: Seeding, { minimumAmount }: PackStep): Row {
  if (minimumAmount === null) return { duly_minimumamount: null };
  const currency = currencies.get(minimumAmount.currency);
  if (currency === undefined) {
    const parameters = { currency: quoted(minimumAmount.currency), known: [...currencies.keys()].join(", ") };
    throw new LedgerError("The policy pack", [ledgerFault("DULY-POLICY-020", parameters)]);
  }
  return { duly_minimumamount: minimumAmount.amount, transactioncurrencyid: to("transactioncurrency", currency) };
}

function seedCompany(seeding: Seeding, company: Company, strategy: EntityReference): void {
  const { service, report } = seeding;
  const { id, change: written } = putCompany(service, company);
  const follows = service.retrieve("duly_company", { id }, ["duly_strategy"]).duly_strategy;
  if (!follows) service.update("duly_company", { id }, { duly_strategy: strategy });
  const done = written === "none" && !follows ? "updated" : written;
  report[done === "none" ? "unchanged" : done] += 1;
}
