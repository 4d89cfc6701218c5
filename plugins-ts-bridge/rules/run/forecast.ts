import { chargesTotal } from "#domain/charges/charge";
import { forecast, type Activity, type Carry } from "#domain/dunning/forecast";
import { isFault } from "#domain/messages/fault";
import { faultText } from "#domain/messages/text";
import { decimalText } from "#domain/money/decimal";
import { outputs } from "../../sdk/effect";
import { givenDay, idInput, numberInput } from "../../sdk/input";
import { defineApi } from "../../sdk/rule";
import { readDebtor } from "./debtor";
import { readTrial, type Trial } from "./trial";

const usualNights = 30;
const nightsAtMost = 366;

/** Nights as a run makes them, charges and words included. */
const carriedBy = ({ night }: Trial): Carry => (facts, decision, asOf) => {
  const { made, nextActionOn } = night({ facts, decision, asOf });
  return isFault(made) ? { fault: made, nextActionOn } : made;
};

const shown = ({ day, communication: { channel, step, total, charges, lines } }: Activity) => ({
  day, channel, level: step.sequence, total: decimalText(total), charges: decimalText(chargesTotal(charges, total.currency)), currency: total.currency.code, items: lines.map((line) => line.item.name),
});

export const forecastActivities = defineApi({
  id: "duly_ForecastActivities", label: "Forecast activities",
  help: "Messages that the coming nights would plan for a debtor if nothing happened. Writes nothing.",
  request: {
    DebtorId: { type: "Guid", help: "The debtor." },
    From: { type: "String", help: "First business day, YYYY-MM-DD; today when absent.", optional: true },
    Nights: { type: "Integer", help: "How many days to look ahead, at most 366; 30 when absent.", optional: true },
  },
  response: {
    Activities: { type: "String", help: "JSON: list of day, channel, level, total, charges, currency, items." },
    Hindered: { type: "String", help: "What would stand in the way of the nights, each with its first day; empty = nothing." },
  },
}, function* (context) {
  const nights = Math.max(1, Math.min(nightsAtMost, numberInput(context, "Nights") ?? usualNights));
  const found = yield* readDebtor(idInput(context, "DebtorId"), givenDay(context, "From"), context);
  const span = { from: found.asOf, nights };
  const bare = forecast(found.facts, found.known.policy, span);
  const trial = yield* readTrial(found, bare.activities.map(({ communication }) => communication), context);
  const { activities, hindered } = forecast(found.facts, found.known.policy, { ...span, carry: carriedBy(trial) });
  return outputs({ Activities: JSON.stringify(activities.map(shown)), Hindered: hindered.map(({ day, fault }) => `${day}: ${faultText(fault)}`).join("\n") });
});
