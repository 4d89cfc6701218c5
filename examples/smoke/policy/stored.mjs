import { SmokeFault } from "../messages.mjs";

/** A row's place in a map: codes differ in more than case, as alternate keys do. */
export const keyText = (parts) => parts.map((part) => String(part).toLowerCase()).join("\u0001");

const columnsOf = (rows) => [...new Set(rows.flatMap(({ values, links }) => [...Object.keys(values), ...Object.keys(links).map((name) => `_${name}_value`)]))];

const keyed = (table, rows) => table.key.map((column) => (column in (rows[0]?.links ?? {}) ? `_${column}_value` : column));

/** What the organisation has of a table, by the key of the rows that are wanted. */
async function storedOf(organisation, table, wanted) {
  const key = keyed(table, wanted);
  const rows = await organisation.list(`${table.set}?$select=${[...columnsOf(wanted), "statecode"].join(",")}`);
  return new Map(rows.map((row) => [keyText(key.map((column) => row[column])), row]));
}

/** Rows of all tables that the pack has rows of: table -> key -> row. */
export async function readStored(organisation, rows) {
  const all = new Map();
  for (const table of new Set(rows.map((row) => row.table))) all.set(table, await storedOf(organisation, table, rows.filter((row) => row.table === table)));
  return all;
}

/** Ids of the currencies that the pack's amounts are in. Throws SmokeFault when the organisation lacks one. */
export async function readCurrencies(organisation, rows) {
  const ids = new Map((await organisation.list("transactioncurrencies?$select=isocurrencycode&$filter=statecode eq 0")).map((row) => [row.isocurrencycode, row.transactioncurrencyid]));
  const missing = rows.map(({ links }) => links.transactioncurrencyid?.currency).find((code) => code !== undefined && !ids.has(code));
  if (missing !== undefined) throw new SmokeFault("DULY-SMOKE-042", { currency: missing });
  return ids;
}

/** The company that is to follow the pack. Throws SmokeFault when there is none of that code. */
export async function readCompany(organisation, code) {
  const rows = await organisation.list("duly_companies?$select=duly_code,duly_name,_duly_strategy_value&$filter=statecode eq 0");
  const found = rows.find((row) => String(row.duly_code).toLowerCase() === code.toLowerCase());
  if (found === undefined) throw new SmokeFault("DULY-SMOKE-041", { code, known: rows.length === 0 ? "none" : rows.map((row) => row.duly_code).join(", ") });
  return found;
}
