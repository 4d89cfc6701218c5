import { NoAnswer, reasonOf, SmokeFault } from "../messages.mjs";
import { keyText } from "./stored.mjs";

const active = { statecode: 0, statuscode: 1 };

const linked = (one, { ids, currencies }) =>
  (one === null ? null : one.currency === undefined ? ids.get(one.to)?.get(keyText([one.code])) : currencies.get(one.currency));

/** The row's lookups as ids. null = empty; undefined = the row that it names is not there (yet). */
const linksOf = ({ links }, context) => Object.fromEntries(Object.entries(links).map(([name, one]) => [name, linked(one, context)]));

const setOf = (one) => (one.to === undefined ? "transactioncurrencies" : one.to.set);

/** What the Web API takes for a lookup. */
const bound = ({ links }, ids) => Object.fromEntries(Object.entries(ids).map(([name, id]) => [`${name}@odata.bind`, id === null ? null : `/${setOf(links[name])}(${id})`]));

/** Lines end otherwise after a round trip through some editors. */
const plain = (value) => (typeof value === "string" ? value.replaceAll("\r\n", "\n") : value ?? null);

const shown = (value) => {
  const text = JSON.stringify(value);
  return text.length > 40 ? null : text;
};

const pair = (column, there, wanted) =>
  (shown(there) === null || shown(wanted) === null ? `${column} differs` : `${column} is ${shown(there)}, the pack has ${shown(wanted)}`);

/** How a row of the organisation differs from the pack, each with what mends it; empty = it does not. */
function differences({ values, links }, ids, stored) {
  const differing = Object.entries(values).filter(([column, value]) => plain(stored[column]) !== plain(value));
  const lookups = Object.entries(ids).filter(([name, id]) => plain(stored[`_${name}_value`]) !== id);
  return [
    ...differing.map(([column, value]) => ({ text: pair(column, plain(stored[column]), value), mend: { [column]: value } })),
    ...lookups.map(([name, id]) => ({ text: `${name} is another`, mend: bound({ links }, { [name]: id }) })),
    ...(stored.statecode === 0 ? [] : [{ text: "it is inactive", mend: active }]),
  ];
}

const filled = (columns) => Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null));

const create = (row, ids, { organisation, dryRun }) =>
  (dryRun ? null : organisation.add(row.table.set, filled({ ...row.values, ...bound(row, ids) }), row.table.id));

const remember = ({ table, called, values }, id, { ids }) => {
  if (!ids.has(table)) ids.set(table, new Map());
  ids.get(table).set(keyText([values.duly_code ?? called]), id);
};

/** In a dry run, parents that would be made have no id: a key with one finds nothing. */
const keyIn = ({ table, values }, ids) => keyText(table.key.map((column) => (column in ids ? ids[column] ?? "(new)" : values[column])));

/** A row with a number beside others of its parent that were there before: somebody may have renumbered it, and made again it would contradict them. */
function stoodBeside({ table, values }, ids, { stored }) {
  const [parent] = table.key;
  if (values.duly_sequence === undefined || ids[parent] == null) return false;
  return [...stored.get(table).values()].some((one) => one[`_${parent}_value`] === ids[parent]);
}

async function brought(row, context) {
  const ids = linksOf(row, context);
  const lost = Object.keys(ids).find((name) => ids[name] === undefined);
  if (lost !== undefined) throw new Error(`what it names in ${lost} was not written`);
  const stored = context.stored.get(row.table).get(keyIn(row, ids));
  if (stored === undefined) {
    if (!context.overwrite && stoodBeside(row, ids, context)) return { done: "keep", detail: "it is not there, others are; --overwrite makes it" };
    remember(row, await create(row, ids, context), context);
    return { done: "create", detail: "" };
  }
  remember(row, stored[row.table.id], context);
  const differing = differences(row, ids, stored);
  if (differing.length === 0) return { done: "same", detail: "" };
  const detail = differing.map(({ text }) => text).join("; ");
  if (!context.overwrite) return { done: "keep", detail };
  if (!context.dryRun) await context.organisation.change(`${row.table.set}(${stored[row.table.id]})`, Object.assign({}, ...differing.map(({ mend }) => mend)));
  return { done: "update", detail };
}

/** Brings one row to the organisation: create, same, keep (it differs and is left), update or fail, and why. Throws NoAnswer. */
export async function bring(row, context) {
  try {
    return await brought(row, context);
  } catch (error) {
    if (error instanceof NoAnswer) throw error;
    const fault = new SmokeFault("DULY-SMOKE-043", { reason: reasonOf(error) });
    return { done: "fail", detail: `${fault.code} ${fault.message}` };
  }
}

/** Lets the company follow the pack's strategy when it has none; an inactive one would remind nobody. */
export async function follow(company, code, { ids, organisation, stored, dryRun, overwrite, strategies }) {
  const wanted = ids.get(strategies)?.get(keyText([code]));
  const inactive = !overwrite && stored.get(strategies)?.get(keyText([code]))?.statecode === 1;
  const own = company._duly_strategy_value ?? null;
  if (own !== null && own === wanted) return { done: "same", detail: "" };
  if (own !== null && !overwrite) return { done: "keep", detail: "it follows another strategy" };
  if (inactive) return { done: "keep", detail: `it does not follow the strategy ${code}, which is inactive` };
  if (wanted === undefined) return { done: "fail", detail: `the strategy ${code} was not written` };
  if (!dryRun) await organisation.change(`duly_companies(${company.duly_companyid})`, { "duly_strategy@odata.bind": `/${strategies.set}(${wanted})` });
  return { done: "update", detail: `it follows the strategy ${code}` };
}
