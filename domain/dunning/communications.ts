import { addDays } from "../calendar/arithmetic";
import type { Instant } from "../calendar/instant";
import { sum, type Currency, type Money } from "../money/money";
import { openOn } from "../receivables/open";
import type { Decision, Line, PlanCommunication } from "./actions";
import { creditsOf, unused, upTo, type Credit } from "./credits";
import { needsApproval } from "./ladder";
import type { ChosenText } from "../templates/template";
import { wordsFor } from "./words";
import type { World } from "./world";

type Group = readonly [Line, ...Line[]];

/** What lines of one message share: currency, channel and address, whether a second person must see it, the strategy, whose words they are told in, and the level where that wants one message for each. */
function keyOf({ item, open, step, delivery }: Line, world: World): string {
  const strategy = world.choiceOf(item)?.strategy;
  const level = strategy?.grouping === "eachLevel" ? step.sequence : "";
  return [open.currency.code, delivery.channel, step.customChannelId ?? "", delivery.address, level, needsApproval(step, world), strategy?.id ?? ""].join("\n");
}

/** Lines by currency, channel and strategy; each group becomes one message. */
function groups(lines: readonly Line[], world: World): readonly Group[] {
  const found = new Map<string, [Line, ...Line[]]>();
  for (const line of lines) {
    const key = keyOf(line, world);
    const group = found.get(key);
    if (group === undefined) found.set(key, [line]);
    else group.push(line);
  }
  return [...found.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, group]) => group);
}

/** The line of the highest level; its step gives the message its words. */
const highest = ([first, ...rest]: Group): Line => rest.reduce((top, line) => (line.step.sequence > top.step.sequence ? line : top), first);

/** The words of a message: a variant of the template must fit all its items. */
function wordsOf(lines: Group, world: World): ChosenText {
  const { delivery } = highest(lines);
  return wordsFor(delivery.templateId, lines.map(({ item }) => item), world) ?? delivery.text;
}

/** The first moment that suits all lines. */
const latest = (lines: Group): Instant | null =>
  lines.reduce<Instant | null>((last, { delivery: { notBefore } }) => (notBefore === null || (last !== null && last > notBefore) ? last : notBefore), null);

/** The open credits that messages in a currency show: what is left of them by the items that they cover whole. */
function creditsShown(currency: Currency, world: World): readonly Credit[] {
  const { facts, policy, asOf } = world;
  if (policy.company.terms.creditMode === "ignore") return [];
  const covered = facts.items.filter((item) => world.setOff().has(item.id) && item.openAmount.currency.code === currency.code);
  return unused(creditsOf(facts, currency, asOf), sum(covered.map((item) => openOn(item, asOf)), currency));
}

const totalOf = (lines: Group): Money => sum(lines.map((line) => line.open), lines[0].open.currency);

/** The credits that each message shows. Of several in one currency each takes what it asks for, and the last what is left: no credit is told twice. */
function creditsOfEach(all: readonly Group[], world: World): readonly (readonly Credit[])[] {
  const left = new Map<string, readonly Credit[]>();
  const last = new Map(all.map((lines) => [lines[0].open.currency.code, lines]));
  return all.map((lines) => {
    const { currency } = lines[0].open;
    const credits = left.get(currency.code) ?? creditsShown(currency, world);
    left.set(currency.code, unused(credits, totalOf(lines)));
    return last.get(currency.code) === lines ? credits : upTo(credits, totalOf(lines));
  });
}

function messageOf(lines: Group, credits: readonly Credit[], world: World): PlanCommunication {
  const { text, templateId } = wordsOf(lines, world);
  const { step, delivery } = highest(lines);
  const { asOf } = world;
  return {
    scheduledFor: latest(lines), recipient: world.permission.recipient,
    kind: "planCommunication", channel: delivery.channel, address: delivery.address, fallback: delivery.fallback, step, text, templateId,
    total: totalOf(lines), lines, credits,
    deadline: step.deadlineDays === null ? null : addDays(asOf, step.deadlineDays), needsApproval: lines.some((line) => needsApproval(line.step, world)), charges: [], movesLadder: true,
  };
}

export interface Planned {
  readonly communications: readonly PlanCommunication[];
  readonly warnings: Decision["warnings"];
}

/** One message for each currency, channel and strategy among the lines, at the highest level of its items. */
export function plan(lines: readonly Line[], world: World): Planned {
  const found = groups(lines, world);
  const chosen = found.map((group) => wordsOf(group, world));
  const credits = creditsOfEach(found, world);
  return {
    communications: found.map((group, index) => messageOf(group, credits[index] ?? [], world)),
    warnings: chosen.flatMap(({ missing, text }) => (missing === null ? [] : [{ wanted: missing, used: text.language }])),
  };
}
