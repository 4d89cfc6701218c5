/** Who makes calls, how many a day, and how many there are already. */
export interface Capacity {
  readonly id: string;
  readonly capacity: number;
  readonly taken: number;
}

export interface Assignment { readonly id: string; readonly collectorId: string }

/** What was given to whom; the rest found nobody with room. Together they are what was asked for. */
export interface Balanced { readonly assigned: readonly Assignment[]; readonly left: readonly string[] }

interface Load { readonly id: string; readonly capacity: number; taken: number }

/** Compares how full two are, without dividing: taken / capacity, then by id. */
const fuller = (left: Load, right: Load): number => left.taken * right.capacity - right.taken * left.capacity || (left.id < right.id ? -1 : 1);

const least = (loads: readonly Load[]): Load | null => loads.reduce<Load | null>((best, one) => (best === null || fuller(one, best) < 0 ? one : best), null);

/** Calls that one collector makes together. */
export interface Wanted {
  readonly id: string;
  readonly calls: number;
  /** The collector who makes them while he has room; null = whoever is least full. */
  readonly preferred: string | null;
}

/** Who takes calls: who is preferred, else who is least full; null when nobody has room for all of them. */
function takerOf({ calls, preferred }: Wanted, loads: readonly Load[]): Load | null {
  const free = loads.filter(({ taken, capacity }) => taken + calls <= capacity);
  return free.find(({ id }) => id === preferred) ?? least(free);
}

/** Gives out calls in their order, first those for which a collector is preferred; nobody gets more than the capacity (C-57). */
export function balance(wanted: readonly Wanted[], capacities: readonly Capacity[]): Balanced {
  const loads: Load[] = capacities.map((one) => ({ ...one }));
  const assigned: Assignment[] = [];
  const left: string[] = [];
  for (const one of [...wanted.filter(({ preferred }) => preferred !== null), ...wanted.filter(({ preferred }) => preferred === null)]) {
    const taker = takerOf(one, loads);
    if (taker === null) left.push(one.id);
    else {
      taker.taken += one.calls;
      assigned.push({ id: one.id, collectorId: taker.id });
    }
  }
  return { assigned, left };
}

/** Gives each of some debtors to the collector that looks after the fewest in proportion to the calls a day; there is no upper bound (O-44). */
export function share(debtorIds: readonly string[], capacities: readonly Capacity[]): readonly Assignment[] {
  const loads: Load[] = capacities.filter(({ capacity }) => capacity > 0).map((one) => ({ ...one }));
  return debtorIds.flatMap((id) => {
    const chosen = least(loads);
    if (chosen === null) return [];
    chosen.taken += 1;
    return [{ id, collectorId: chosen.id }];
  });
}
