import { channel, debtorkind, language, tone, valueOf } from "./choices.mjs";

const table = (name, set, label, key) => ({ name, set, id: `${name}id`, label, key });

/** Tables of a policy; `key` names the columns that a row is found by: a code, or a parent and a number. */
export const tables = {
  template: table("duly_template", "duly_templates", "Template", ["duly_code"]),
  text: table("duly_templatetext", "duly_templatetexts", "Template text", ["duly_template", "duly_language"]),
  strategy: table("duly_strategy", "duly_strategies", "Strategy", ["duly_code"]),
  step: table("duly_strategystep", "duly_strategysteps", "Step", ["duly_strategy", "duly_sequence"]),
  segment: table("duly_segment", "duly_segments", "Segment", ["duly_code"]),
  creditClass: table("duly_creditclass", "duly_creditclasses", "Credit class", ["duly_code"]),
  paymentType: table("duly_paymenttype", "duly_paymenttypes", "Payment type", ["duly_code"]),
  variant: table("duly_templatevariant", "duly_templatevariants", "Template variant", ["duly_template", "duly_sequence"]),
};

/** A row of the pack that another one names. */
const link = (to, code) => ({ to, code });
const perhaps = (to, code) => (code === undefined ? null : link(to, code));
const chosen = (choice, name, at) => (name === undefined ? null : valueOf(choice, name, at));

/** `values` are plain columns, `links` lookups; both are what the row should hold. */
const row = (of, called, values, links = {}) => ({ table: of, called, values, links });

const templateRows = ({ code, name, channel: by, tone: spoken, texts }) => [
  row(tables.template, code, { duly_code: code, duly_name: name, duly_channel: valueOf(channel, by, `channel of ${code}`), duly_tone: valueOf(tone, spoken, `tone of ${code}`) }),
  ...Object.entries(texts).map(([tongue, { subject, body }]) => row(tables.text, `${code}, ${tongue}`, {
    duly_name: `${name}, ${tongue}`, duly_language: valueOf(language, tongue, `a language of ${code}`), duly_subject: subject, duly_body: body.join("\n"),
  }, { duly_template: link(tables.template, code) })),
];

const minimum = ({ minimumAmount }) => (minimumAmount === undefined ? [{ duly_minimumamount: null }, {}]
  : [{ duly_minimumamount: Number(minimumAmount.amount) }, { transactioncurrencyid: { currency: minimumAmount.currency } }]);

function stepRow(strategy, step, index) {
  const [amount, currency] = minimum(step);
  return row(tables.step, `${strategy} ${index + 1}`, {
    duly_name: step.name, duly_sequence: index + 1, duly_offsetdays: step.offsetDays, duly_channel: valueOf(channel, step.channel, `channel of step ${index + 1} of ${strategy}`), ...amount,
  }, { duly_strategy: link(tables.strategy, strategy), duly_template: link(tables.template, step.template), ...currency });
}

const strategyRows = ({ code, name, description, steps }) => [
  row(tables.strategy, code, { duly_code: code, duly_name: name, duly_description: description }), ...steps.map((step, index) => stepRow(code, step, index)),
];

const segmentRow = ({ code, name, order, debtorKind, country, strategy }) => row(tables.segment, code, {
  duly_code: code, duly_name: name, duly_sequence: order, duly_debtorkind: chosen(debtorkind, debtorKind, `debtorKind of ${code}`), duly_country: country ?? null,
}, { duly_strategy: link(tables.strategy, strategy) });

const treatment = ({ code, name, dunnable, channel: by, graceDays }) =>
  ({ duly_code: code, duly_name: name, duly_dunnable: dunnable, duly_channel: chosen(channel, by, `channel of ${code}`), duly_gracedays: graceDays ?? null });

function variantRow({ template, variant, creditClass, paymentType }, index, all) {
  const sequence = all.slice(0, index + 1).filter((one) => one.template === template).length;
  return row(tables.variant, `${template} ${sequence}`, { duly_sequence: sequence, duly_name: [template, creditClass, paymentType].filter((part) => part !== undefined).join(", ").slice(0, 100) }, {
    duly_template: link(tables.template, template), duly_variant: link(tables.template, variant),
    duly_creditclass: perhaps(tables.creditClass, creditClass), duly_paymenttype: perhaps(tables.paymentType, paymentType),
  });
}

/** The rows of a pack in an order in which no row names a later one. Throws Error when the pack names a choice or a row that does not exist. */
export function rowsOf(pack) {
  const rows = [
    ...pack.templates.flatMap(templateRows), ...pack.strategies.flatMap(strategyRows), ...pack.segments.map(segmentRow),
    ...pack.creditClasses.map((one) => row(tables.creditClass, one.code, treatment(one), { duly_strategy: perhaps(tables.strategy, one.strategy) })),
    ...(pack.paymentTypes ?? []).map((one) => row(tables.paymentType, one.code, treatment(one))),
    ...(pack.templateVariants ?? []).map(variantRow),
  ];
  const known = new Set(rows.map(({ table: of, called }) => `${of.name} ${called}`));
  const lost = rows.flatMap(({ table: of, called, links }) => Object.values(links).filter((one) => one?.to !== undefined && !known.has(`${one.to.name} ${one.code}`))
    .map((one) => `${of.label} ${called} names the ${one.to.label.toLowerCase()} ${JSON.stringify(one.code)}, which the pack does not have`));
  if (lost.length > 0) throw new Error(lost[0]);
  return rows;
}
