import { staleRates } from "#domain/charges/rule";
import type { Day } from "#domain/calendar/day";
import { isFault } from "#domain/messages/fault";
import { faultText } from "#domain/messages/text";
import { rateQuery, ruleQuery, toRates, toRules } from "../../rows/interest";
import { readTogether, type Reading } from "../../sdk/reading";
import type { ReadPolicy } from "../run/read";
import { companyQuery, rateCodes } from "./read";

/** Lines for the log of a run: base rates that are perhaps out of date. Reads nothing where no step of the company's strategies tells interest. */
export function* readStaleRates({ policy, currencies }: ReadPolicy, asOf: Day): Reading<readonly string[]> {
  if (![...policy.strategies.values()].some(({ steps }) => steps.some(({ interest }) => interest))) return [];
  const [companies, ruleRows, rateRows] = yield* readTogether(companyQuery(policy.company.id), ruleQuery(), rateQuery());
  const rules = toRules(ruleRows, companies[0]?.duly_country ?? null, currencies);
  const rates = toRates(rateRows, rateCodes(rules));
  // A broken row stops those who need it, and is told there.
  return isFault(rates) ? [] : staleRates(rules.flatMap((rule) => (isFault(rule) ? [] : [rule])), rates, asOf).map((one) => faultText(one));
}
