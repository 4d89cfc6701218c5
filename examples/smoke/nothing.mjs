const count = async (organisation, set, key, filter) =>
  Number((await organisation.get(`${set}?$select=${key}&$top=1&$count=true&$filter=${encodeURIComponent(filter)}`))["@odata.count"]);

const ofCompany = (company) => `statecode eq 0 and _duly_company_value eq ${company.duly_companyid}`;

/** The day on which a run looks at one of the debtors next; null when none of them has such a day. */
async function nextDay(organisation, company) {
  const filter = encodeURIComponent(`${ofCompany(company)} and duly_nextactionon ne null`);
  const [first] = (await organisation.get(`duly_debtors?$select=duly_nextactionon&$orderby=duly_nextactionon&$top=1&$filter=${filter}`)).value;
  return first?.duly_nextactionon ?? null;
}

async function whyNotDue(organisation, company, debtors) {
  const day = await nextDay(organisation, company);
  return day === null ? `none of its ${debtors} debtors has a day in Next action on, as after an import with the steps disabled: set it to today on those to be looked at`
    : `the Next action on of none of its ${debtors} debtors has come; the first is ${day}`;
}

/** Why a run looks at no debtor of the company: everything that is so, from the counts of the rows. */
async function whyNobody(organisation, company) {
  const [debtors, items, strategies] = await Promise.all([
    count(organisation, "duly_debtors", "duly_debtorid", ofCompany(company)), count(organisation, "duly_openitems", "duly_openitemid", ofCompany(company)),
    count(organisation, "duly_strategies", "duly_strategyid", "statecode eq 0"),
  ]);
  const due = debtors > 0 && items > 0 ? await whyNotDue(organisation, company, debtors) : "";
  return [
    debtors === 0 ? "the company has no active debtor: import its ledger" : "",
    debtors > 0 && items === 0 ? `none of its ${debtors} debtors has an open item` : "",
    strategies === 0 ? "no strategy is active: add one with steps, and name it on the company" : "",
    due,
  ].filter((cause) => cause !== "").join("; ");
}

/** Why a preview would plan no message: nobody was looked at, or the reasons of the items by their number. */
export async function whyNothing(organisation, company, { Debtors, Totals }) {
  if (Debtors === 0) return whyNobody(organisation, company);
  const reasons = Object.entries(JSON.parse(Totals)).map(([reason, items]) => `${reason} ${items}`);
  return reasons.length === 0 ? "none of them has an open item" : reasons.join(", ");
}
