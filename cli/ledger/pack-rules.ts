import mustache from "mustache";
import { quoted } from "./fault";
import { purposeOf, unknownIn, type Purpose } from "#bridge/rules/template/uses";
import type { Finding } from "./shape";
import type { PackStrategy, PackTemplate, PolicyPack } from "./pack";

/** What a pack of the right shape may still have wrong; every text names the place. */
export function judgePack(pack: PolicyPack): readonly Finding[] {
  return [
    ...(["templates", "strategies", "segments", "creditClasses", "paymentTypes"] as const).flatMap((part) => repeated(part, pack[part] ?? [])),
    ...pack.strategies.flatMap((strategy) => judgeLadder(strategy, pack.templates)),
    ...unknownStrategies(pack),
    ...unknownInVariants(pack),
    ...pack.templates.flatMap((template) => judgeTexts(template, pack.languages)),
  ];
}

function repeated(part: string, rows: readonly { readonly code: string }[]): readonly Finding[] {
  const codes = rows.map(({ code }) => code);
  return codes.filter((code, index) => codes.indexOf(code) !== index)
    .map((code) => ["DULY-POLICY-010", { part, code: quoted(code) }]);
}

function judgeLadder({ code, steps }: PackStrategy, templates: readonly PackTemplate[]): readonly Finding[] {
  const at = `strategies ${quoted(code)}`;
  if (steps.length === 0) return [["DULY-POLICY-011", { at }]];
  return steps.flatMap((step, index): readonly Finding[] => {
    const before = steps[index - 1];
    const template = templates.find((each) => each.code === step.template);
    const findings: Finding[] = [];
    if (before && step.offsetDays <= before.offsetDays) {
      findings.push(["DULY-POLICY-012", { at: `${at}, step ${index + 1}`, days: step.offsetDays, before: before.offsetDays }]);
    }
    if (!template) findings.push(["DULY-POLICY-013", { at: `${at}, step ${index + 1}`, template: quoted(step.template), known: templates.map((each) => quoted(each.code)).join(", ") }]);
    else if (template.channel !== step.channel) {
      findings.push(["DULY-POLICY-014", { at: `${at}, step ${index + 1}`, channel: step.channel, template: quoted(template.code), written: template.channel }]);
    }
    return findings;
  });
}

function unknownStrategies(pack: PolicyPack): readonly Finding[] {
  const known = pack.strategies.map(({ code }) => code);
  const named: readonly (readonly [string, string | null])[] = [
    ["companyStrategy", pack.companyStrategy],
    ...pack.segments.map(({ code, strategy }) => [`segments ${quoted(code)}`, strategy] as const),
    ...pack.creditClasses.map(({ code, strategy }) => [`creditClasses ${quoted(code)}`, strategy] as const),
  ];
  return named.filter(([, strategy]) => strategy !== null && !known.includes(strategy))
    .map(([at, strategy]) => ["DULY-POLICY-015", { at, strategy: quoted(strategy), known: known.map((code) => quoted(code)).join(", ") }]);
}

/** A variant must name rows of the pack. */
function unknownInVariants({ templateVariants, templates, creditClasses, paymentTypes }: PolicyPack): readonly Finding[] {
  return (templateVariants ?? []).flatMap((one, index) => {
    const named = [["template", one.template, templates], ["variant", one.variant, templates], ["creditClass", one.creditClass, creditClasses], ["paymentType", one.paymentType, paymentTypes ?? []]] as const;
    return named.filter(([, code, rows]) => code !== null && !rows.some((row) => row.code === code)).map(([key, code, rows]): Finding =>
      ["DULY-POLICY-021", { at: `templateVariants[${index}].${key}`, code: quoted(code), known: rows.map((row) => quoted(row.code)).join(", ") }]);
  });
}

function judgeTexts({ code, texts }: PackTemplate, languages: readonly string[]): readonly Finding[] {
  const at = `templates ${quoted(code)}`;
  const missing = languages.filter((language) => !(language in texts))
    .map((language): Finding => ["DULY-POLICY-016", { at, language, languages: languages.join(", ") }]);
  const strangers = Object.keys(texts).filter((language) => !languages.includes(language))
    .map((language): Finding => ["DULY-POLICY-017", { at, language }]);
  return [...missing, ...strangers, ...Object.entries(texts).flatMap(([language, { subject, body }]) =>
    [subject, body.join("\n")].flatMap((source) => judgeFields(`${at}, ${language}`, source, purposeOf(code))))];
}

/** Merge fields must be closed, such as messages have, and escaped: text of a ledger never becomes HTML. */
function judgeFields(at: string, source: string, purpose: Purpose): readonly Finding[] {
  try {
    const unescaped = mustache.parse(source).flatMap(unescapedFields);
    const unknown = unknownIn(source, purpose);
    return [...unescaped.map((field): Finding => ["DULY-POLICY-019", { at, field }]), ...(unknown === null ? [] : [["DULY-POLICY-022", { at, ...unknown }] as const])];
  } catch (error) {
    return [["DULY-POLICY-018", { at, reason: error instanceof Error ? error.message : String(error) }]];
  }
}

type Span = readonly unknown[];
const isSpan = (value: unknown): value is Span => Array.isArray(value);

function unescapedFields(span: unknown): readonly string[] {
  if (!isSpan(span)) return [];
  const nested = isSpan(span[4]) ? span[4].flatMap(unescapedFields) : [];
  return span[0] === "&" ? [String(span[1])] : nested;
}
