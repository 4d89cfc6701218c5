import { addDays, weekday } from "#domain/calendar/arithmetic";
import { parseDay } from "#domain/calendar/day";
import { allocate } from "#domain/money/allocate";
import { decimalText, parseMoney } from "#domain/money/decimal";

const recurse = (depth: number): number => (depth === 0 ? 0 : 1 + recurse(depth - 1));

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

const leap = (): string => {
  const day = parseDay("2028-02-28");
  return day === null ? "" : `${addDays(day, 1)} ${weekday(day)}`;
};

const split = (): string => {
  const amount = parseMoney("100.00", { code: "EUR", decimals: 2 });
  return "code" in amount ? amount.code : allocate(amount, [1n, 1n, 1n]).map(decimalText).join(" ");
};

/** Holds 16 texts of a million characters at once: 32 MB, about what a page of a run needs. */
const hold = (): number => Array.from({ length: 16 }, (_, index) => String(index % 10).repeat(1_000_000)).reduce((sum, text) => sum + text.length, 0);

/** What rules need of an engine, each with the answer that every engine must give. */
const probes: Readonly<Record<string, readonly [probe: () => unknown, expected: unknown]>> = {
  arithmetic: [() => 2 + 2, 4],
  "big integers": [() => String(9007199254740993n * 3n), "27021597764222979"],
  "regular expressions": [() => "A-1;B-22".replace(/([A-Z])-(\d+)/g, "$2$1"), "1A;22B"],
  recursion: [() => recurse(60), 60],
  "nested JSON": [() => JSON.stringify(nested(32)).length, 65],
  memory: [hold, 16_000_000],
  "code points": [() => [..."e\u0301🙂"].length, 3],
  "sort order": [() => ["b", "a", "ä", "B"].sort().join(""), "Babä"],
  calendar: [leap, "2028-02-29 1"],
  money: [split, "33.34 33.33 33.33"],
};

/** Names of the probes that gave another answer. */
export const failedProbes = (): readonly string[] =>
  Object.entries(probes).filter(([, [probe, expected]]) => probe() !== expected).map(([name]) => name);
