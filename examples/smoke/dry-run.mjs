import { SmokeFault } from "./messages.mjs";
import { whyNothing } from "./nothing.mjs";

/** Run mode Preview: nothing is written but the run's own row. */
const preview = 591850000;

/** A page holds up to 500 debtors: enough for any company that one would try first. */
const mostPages = 400;

async function companyOf(organisation, code) {
  const filter = code === null ? "statecode eq 0" : `statecode eq 0 and duly_code eq '${code.replaceAll("'", "''")}'`;
  const [company] = (await organisation.get(`duly_companies?$select=duly_companyid,duly_name&$orderby=duly_code&$top=1&$filter=${encodeURIComponent(filter)}`)).value;
  if (company === undefined) throw new SmokeFault("DULY-SMOKE-022", { code: code === null ? "" : ` with the code ${code}` });
  return company;
}

async function throughPages(organisation, { RunId, Cursor, Done }) {
  let page = { Cursor, Done };
  for (let pages = 0; !page.Done; pages += 1) {
    if (pages === mostPages) throw new SmokeFault("DULY-SMOKE-023", { most: mostPages, run: RunId });
    page = await organisation.call("duly_ProcessRunPage", { RunId, Cursor: page.Cursor });
  }
}

/** Plays a preview of today for one company: what a night would do, without doing it. */
export async function dryRun({ organisation, company: code }) {
  const company = await companyOf(organisation, code);
  const run = await organisation.call("duly_StartRun", { CompanyId: company.duly_companyid, Mode: preview });
  await throughPages(organisation, run);
  const result = await organisation.call("duly_FinishRun", { RunId: run.RunId });
  const { Debtors, Communications, Items, Errors } = result;
  if (Errors > 0) throw new SmokeFault("DULY-SMOKE-024", { errors: Errors, debtors: Debtors, run: run.RunId });
  const why = Communications === 0 ? ` (${await whyNothing(organisation, company, result)})` : "";
  return `${company.duly_name}: ${Debtors} debtors, would plan ${Communications} messages about ${Items} items${why}`;
}
