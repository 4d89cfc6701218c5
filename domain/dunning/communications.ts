import { addressFor } from "../contactpoints/contactpoint";
import { sum } from "../money/money";
import type { Step } from "../strategies/strategy";
import { chooseText } from "../templates/template";
import type { Decision, Line, PlanCommunication } from "./actions";
import type { World } from "./world";

/** Lines by currency and channel; each group becomes one message. */
function groups(lines: readonly Line[]): readonly (readonly [Line, ...Line[]])[] {
  const found = new Map<string, [Line, ...Line[]]>();
  for (const line of lines) {
    const key = `${line.open.currency.code} ${line.step.channel}`;
    const group = found.get(key);
    if (group === undefined) found.set(key, [line]);
    else group.push(line);
  }
  return [...found.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, group]) => group);
}

/** The step of the highest level; it gives the message its words. */
const highest = ([first, ...rest]: readonly [Line, ...Line[]]): Step =>
  rest.reduce((top, { step }) => (step.sequence > top.sequence ? step : top), first.step);

export interface Planned {
  readonly communications: readonly PlanCommunication[];
  readonly warnings: Decision["warnings"];
}

/** One message for each currency and channel among the lines, at the highest level of its items. */
export function plan(lines: readonly Line[], { facts, policy }: World): Planned {
  const communications: PlanCommunication[] = [];
  const warnings: Decision["warnings"][number][] = [];
  for (const group of groups(lines)) {
    const step = highest(group);
    const chosen = chooseText(policy.templates.get(step.templateId ?? ""), facts.debtor.language, policy.company.language);
    const address = addressFor(facts.contactPoints, step.channel);
    if (chosen === null || address === null) continue;
    const total = sum(group.map((line) => line.open), group[0].open.currency);
    communications.push({ kind: "planCommunication", channel: step.channel, address, step, text: chosen.text, total, lines: group });
    if (chosen.missing !== null) warnings.push({ wanted: chosen.missing, used: chosen.text.language });
  }
  return { communications, warnings };
}
