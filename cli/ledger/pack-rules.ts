import mustache from "mustache";
import { quoted } from "./fault";
import type { PackStrategy, PackTemplate, PolicyPack } from "./pack";

type Finding = readonly [number: string, text: string];

/** What a pack of the right shape may still have wrong; every text names the place. */
export function judgePack(pack: PolicyPack): readonly Finding[] {
  return [
    ...(["templates", "strategies", "segments", "creditClasses"] as const).flatMap((part) => repeated(part, pack[part])),
    ...pack.strategies.flatMap((strategy) => judgeLadder(strategy, pack.templates)),
    ...unknownStrategies(pack),
    ...pack.templates.flatMap((template) => judgeTexts(template, pack.languages)),
  ];
}

function repeated(part: string, rows: readonly { readonly code: string }[]): readonly Finding[] {
  const codes = rows.map(({ code }) => code);
  return codes.filter((code, index) => codes.indexOf(code) !== index)
    .map((code) => ["010", `${part}: the code ${quoted(code)} is given more than once; codes are unique.`]);
}

function judgeLadder({ code, steps }: PackStrategy, templates: readonly PackTemplate[]): readonly Finding[] {
  const at = `strategies ${quoted(code)}`;
  if (steps.length === 0) return [["011", `${at}: has no steps; write at least one.`]];
  return steps.flatMap((step, index): readonly Finding[] => {
    const before = steps[index - 1];
    const template = templates.find((each) => each.code === step.template);
    const findings: Finding[] = [];
    if (before && step.offsetDays <= before.offsetDays) {
      findings.push(["012", `${at}, step ${index + 1}: ${step.offsetDays} days do not come after the ${before.offsetDays} of the step before; offsets must increase.`]);
    }
    if (!template) findings.push(["013", `${at}, step ${index + 1}: there is no template ${quoted(step.template)} in the pack; write one of ${templates.map((each) => quoted(each.code)).join(", ")}.`]);
    else if (template.channel !== step.channel) {
      findings.push(["014", `${at}, step ${index + 1}: goes by ${step.channel}, its template ${quoted(template.code)} is written for ${template.channel}.`]);
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
    .map(([at, strategy]) => ["015", `${at}: there is no strategy ${quoted(strategy)} in the pack; write one of ${known.map((code) => quoted(code)).join(", ")}.`]);
}

function judgeTexts({ code, texts }: PackTemplate, languages: readonly string[]): readonly Finding[] {
  const at = `templates ${quoted(code)}`;
  const missing = languages.filter((language) => !(language in texts))
    .map((language): Finding => ["016", `${at}: has no text in ${language}; the pack promises ${languages.join(", ")}.`]);
  const strangers = Object.keys(texts).filter((language) => !languages.includes(language))
    .map((language): Finding => ["017", `${at}: has a text in ${language}, which is not among the pack's languages.`]);
  return [...missing, ...strangers, ...Object.entries(texts).flatMap(([language, { subject, body }]) =>
    [subject, body.join("\n")].flatMap((source) => judgeFields(`${at}, ${language}`, source)))];
}

/** Merge fields must be closed, and escaped: text of a ledger never becomes HTML. */
function judgeFields(at: string, source: string): readonly Finding[] {
  try {
    const unescaped = mustache.parse(source).flatMap(unescapedFields);
    return unescaped.map((field) => ["019", `${at}: the merge field ${field} is unescaped; write {{${field}}}.`]);
  } catch (error) {
    return [["018", `${at}: ${error instanceof Error ? error.message : String(error)}.`]];
  }
}

type Span = readonly unknown[];
const isSpan = (value: unknown): value is Span => Array.isArray(value);

function unescapedFields(span: unknown): readonly string[] {
  if (!isSpan(span)) return [];
  const nested = isSpan(span[4]) ? span[4].flatMap(unescapedFields) : [];
  return span[0] === "&" ? [String(span[1])] : nested;
}
