import { addDays, weekday } from "#domain/calendar/arithmetic";
import { parseDay } from "#domain/calendar/day";
import { allocate } from "#domain/money/allocate";
import { decimalText, parseMoney } from "#domain/money/decimal";
import { outputs } from "../sdk/effect";
import { defineApi } from "../sdk/rule";

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

/** What rules need of an engine, each with the answer that every engine must give. */
const probes: Readonly<Record<string, readonly [probe: () => unknown, expected: unknown]>> = {
  arithmetic: [() => 2 + 2, 4],
  "big integers": [() => String(9007199254740993n * 3n), "27021597764222979"],
  "regular expressions": [() => "A-1;B-22".replace(/([A-Z])-(\d+)/g, "$2$1"), "1A;22B"],
  recursion: [() => recurse(60), 60],
  "nested JSON": [() => JSON.stringify(nested(32)).length, 65],
  "code points": [() => [..."e\u0301🙂"].length, 3],
  "sort order": [() => ["b", "a", "ä", "B"].sort().join(""), "Babä"],
  calendar: [leap, "2028-02-29 1"],
  money: [split, "33.34 33.33 33.33"],
};

/** Names of the probes that gave another answer. */
export const failedProbes = (): readonly string[] =>
  Object.entries(probes).filter(([, [probe, expected]]) => probe() !== expected).map(([name]) => name);

export const ping = defineApi({
  id: "duly_Ping", label: "Ping the rules", help: "Proves after an import that the rule engine loads the pinned bundle and reckons as it should.",
  request: {},
  response: {
    Engine: { type: "String", help: "Engine that ran the rules." },
    Sha256: { type: "String", help: "Fingerprint of the bundle that was loaded." },
    Result: { type: "String", help: "ok, or what the engine does differently." },
  },
}, function* ({ host }) {
  const failed = failedProbes();
  return outputs({ Engine: host.engine, Sha256: host.sha256, Result: failed.length === 0 ? "ok" : `failed: ${failed.join(", ")}` });
});
