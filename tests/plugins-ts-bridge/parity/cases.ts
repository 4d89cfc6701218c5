import { Ledger } from "../../builders/rules/ledger";
import { recordingEngine, type RecordedCase } from "../../builders/rules/recorder";
import { chance, names, type Chance } from "./chance";
import { oddTwin } from "./odd";
import { occasions, type World } from "./occasions";
import { tried } from "./tried";

export interface ParityCase extends RecordedCase { readonly seed: number; readonly odd: boolean }

function worldOf(ledger: Ledger, choose: Chance): World {
  const currency = choose.pick(["EUR", "HUF", "KWD"]);
  const debtors = ["C-1", "C-2", "C-3"].map((number) => ledger.debtor(number, { duly_name: choose.pick(names), ...(choose.below(2) === 0 ? { duly_language: 591850001 } : {}) }));
  const amount = currency === "HUF" ? "5000" : currency === "KWD" ? "12.345" : "100.10";
  const items = debtors.flatMap((debtor) => ["2026-01-05", "2026-02-20", "2026-03-02"].map((due) => ledger.item(debtor, { due, amount, currency })));
  return { ...choose, ledger, debtors, items, currency };
}

/** Plays every occasion in a ledger of a seed, in an order of the seed, and gives every call of a rule. */
function played(text: string, seed: number): readonly RecordedCase[] {
  const recorded: RecordedCase[] = [];
  const choose = chance(seed);
  const ledger = new Ledger(text, "2026-03-02", { makeEngine: (bundle) => recordingEngine(bundle, recorded) });
  const world = worldOf(ledger, choose);
  tried(() => { ledger.night("2026-03-05"); });
  const order = Object.values(occasions).map((act) => ({ act, rank: choose.below(1000) })).sort((left, right) => left.rank - right.rank);
  for (const { act } of order) tried(() => { act(world); });
  tried(() => { ledger.night("2026-03-30"); });
  return recorded;
}

/** Cases of the given seeds, at most so many a rule, every fourth with an odd twin. */
export function parityCases(text: string, { seeds, perRule }: { readonly seeds: number; readonly perRule: number }): readonly ParityCase[] {
  const counts = new Map<string, number>();
  const cases: ParityCase[] = [];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const choose = chance(seed + 1_000_000);
    for (const given of played(text, seed)) {
      const count = counts.get(given.rule) ?? 0;
      if (count >= perRule) continue;
      counts.set(given.rule, count + 1);
      cases.push({ ...given, seed, odd: false });
      if (count % 4 === 0) cases.push({ ...oddTwin(given, choose), seed, odd: true });
    }
  }
  return cases;
}
