import { forecast } from "#domain/dunning/forecast";
import { decimalText } from "#domain/money/decimal";
import { outputs } from "../../sdk/effect";
import { givenDay, idInput, numberInput } from "../../sdk/input";
import { defineApi } from "../../sdk/rule";
import { readDebtor } from "./debtor";

const usualNights = 30;
const nightsAtMost = 366;

export const forecastActivities = defineApi({
  id: "duly_ForecastActivities", label: "Forecast activities",
  help: "Messages that the coming nights would plan for a debtor if nothing happened. Writes nothing.",
  request: {
    DebtorId: { type: "Guid", help: "The debtor." },
    From: { type: "String", help: "First business day, YYYY-MM-DD; today when absent.", optional: true },
    Nights: { type: "Integer", help: "How many days to look ahead, at most 366; 30 when absent.", optional: true },
  },
  response: { Activities: { type: "String", help: "JSON: list of day, channel, level, total, currency, items." } },
}, function* (context) {
  const nights = Math.max(1, Math.min(nightsAtMost, numberInput(context, "Nights") ?? usualNights));
  const { facts, known, asOf: from } = yield* readDebtor(idInput(context, "DebtorId"), givenDay(context, "From"), context);
  const activities = forecast(facts, known.policy, { from, nights }).map(({ day, communication: { channel, step, total, lines } }) => ({
    day, channel, level: step.sequence, total: decimalText(total), currency: total.currency.code, items: lines.map((line) => line.item.name),
  }));
  return outputs({ Activities: JSON.stringify(activities) });
});
