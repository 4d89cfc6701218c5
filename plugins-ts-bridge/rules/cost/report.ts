import { costReport } from "#domain/costs/report";
import { daysBetween } from "#domain/calendar/arithmetic";
import { stop } from "#domain/messages/fault";
import { outputs } from "../../sdk/effect";
import { dayOf, idInput, textInput } from "../../sdk/input";
import { defineApi, type Context } from "../../sdk/rule";
import { readPolicy } from "../run/read";
import { readSpending } from "./read";

/** Days that one report may cover. */
const daysAtMost = 366;

const dayGiven = (context: Context, name: string) => dayOf(textInput(context, name) ?? stop("DULY-RULE-002", { input: name }));

export const costReportApi = defineApi({
  id: "duly_CostReport", label: "Report costs and benefits",
  help: "Costs of messages by channel and step, with budget and what was collected after them.",
  request: {
    CompanyId: { type: "Guid", help: "The company." },
    From: { type: "String", help: "First day, YYYY-MM-DD." },
    To: { type: "String", help: "Last day, included; at most 366 days." },
  },
  response: { Report: { type: "String", help: "JSON in the company's currency: rows by channel and step, channels with budgets, and the totals." } },
}, function* (context) {
  const [companyId, from, to] = [idInput(context, "CompanyId"), dayGiven(context, "From"), dayGiven(context, "To")];
  if (to < from) return stop("DULY-COST-001", { from, to });
  if (daysBetween(from, to) + 1 > daysAtMost) return stop("DULY-COST-002", { from, to, most: daysAtMost });
  const { policy, currencies } = yield* readPolicy(companyId);
  return outputs({ Report: JSON.stringify(costReport(yield* readSpending(companyId, [from, to], currencies), [from, to], policy.currencies)) });
});
