import { breaksLine, hidesCharacters } from "./spelling";

export type Channel = "email" | "letter" | "sms" | "phone" | "pec" | "fax" | "other";
export type Purpose = "dunning" | "billing" | "main";

/** An address of a debtor. */
export interface ContactPoint {
  readonly address: string;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly primary: boolean;
  /** A message came back from it. */
  readonly bounced: boolean;
  /** It is not written like an address of its channel. */
  readonly invalid: boolean;
}

const rank: Readonly<Record<Purpose, number>> = { dunning: 0, billing: 1, main: 2 };

const order = (point: ContactPoint): string => `${rank[point.purpose]}${point.primary ? 0 : 1}${point.address}`;

/** Channels whose messages go to several recipients at once. */
const several: ReadonlySet<Channel> = new Set(["email", "pec"]);

/** An address as it is compared with another. */
export const written = (address: string): string => address.trim().toLowerCase();

const unusable = ({ bounced, invalid, address, channel }: ContactPoint): boolean => bounced || invalid || breaksLine(address, channel) || hidesCharacters(address, channel);

/**
 * The address for dunning by a channel: purpose dunning before billing before main, primary before secondary, never one that bounced or is invalid; null when there is none.
 * For e-mail and PEC all primary addresses of the purpose, each once, separated by "; ".
 */
export function addressFor(points: readonly ContactPoint[], channel: Channel): string | null {
  const gone = new Set(points.filter((point) => point.channel === channel && unusable(point)).map((point) => written(point.address)));
  const usable = points.filter((point) => point.channel === channel && !gone.has(written(point.address))).sort((left, right) => (order(left) < order(right) ? -1 : 1));
  const [first] = usable;
  if (first === undefined) return null;
  if (!first.primary || !several.has(channel)) return first.address;
  const together = usable.filter((point) => point.primary && point.purpose === first.purpose);
  return [...new Map(together.map(({ address }) => [written(address), address.trim()])).values()].join("; ");
}

/** Whether all addresses that a message goes to are among the points. A letter's address may hold a semicolon of its own. */
export function areAmong(points: readonly ContactPoint[], addresses: string): boolean {
  const known = new Set(points.map((point) => written(point.address)));
  return known.has(written(addresses)) || addresses.split(";").every((address) => known.has(written(address)));
}

/** One of the addresses that a message goes to bounced, or turned out invalid. */
export function unusableAmong(points: readonly ContactPoint[], addresses: string): boolean {
  const wanted = new Set(addresses.split(";").map(written));
  return points.some((point) => unusable(point) && wanted.has(written(point.address)));
}
