export type Channel = "email" | "letter" | "sms" | "phone" | "pec" | "fax" | "other";
export type Purpose = "dunning" | "billing" | "main";

/** An address of a debtor. */
export interface ContactPoint {
  readonly address: string;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly primary: boolean;
  readonly bounced: boolean;
}

const rank: Readonly<Record<Purpose, number>> = { dunning: 0, billing: 1, main: 2 };

const order = (point: ContactPoint): string => `${rank[point.purpose]}${point.primary ? 0 : 1}${point.address}`;

/** The address for dunning by a channel: purpose dunning before billing before main, primary first, never one that bounced; null when there is none. */
export function addressFor(points: readonly ContactPoint[], channel: Channel): string | null {
  const usable = points.filter((point) => point.channel === channel && !point.bounced);
  const [first] = [...usable].sort((left, right) => (order(left) < order(right) ? -1 : 1));
  return first?.address ?? null;
}
