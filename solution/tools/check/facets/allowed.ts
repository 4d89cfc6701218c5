import { descendants, type Element, textOf } from "../../xml/element";

/** What a value may be, and how that is told to a person. A value that is absent is "". */
export interface Allowed { readonly says: string; readonly fits: (text: string) => boolean }

/** Where a value stands -> what it may be. "Mode" = text of the child, "@id" = own attribute; of every element A below: "A" + ">B" = text of its child, "A@b" = its attribute. */
export type Facets = Readonly<Record<string, Allowed>>;

export const oneOf = (...values: readonly string[]): Allowed => ({ says: values.join(", "), fits: (text) => values.includes(text) });

const numeral = /^-?\d+(\.\d+)?$/;

/** A number from `least` to `most`. */
export const number = (least: number, most: number): Allowed =>
  ({ says: `a number from ${String(least)} to ${String(most)}`, fits: (text) => numeral.test(text) && Number(text) >= least && Number(text) <= most });

/** The same without decimals. */
export const whole = (least: number, most: number): Allowed =>
  ({ says: `a whole number from ${String(least)} to ${String(most)}`, fits: (text) => /^-?\d+$/.test(text) && number(least, most).fits(text) });

export const like = (pattern: RegExp, says: string): Allowed => ({ says, fits: (text) => pattern.test(text) });

/** May also be absent. */
export const optional = ({ says, fits }: Allowed): Allowed => ({ says: `${says}, or nothing`, fits: (text) => text === "" || fits(text) });

export const flag = oneOf("0", "1");
export const id = like(/^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i, "a GUID");
export const name = like(/\S/, "a name");

/** "A>b", "A@b", "@b"; a plain name is no match. */
const path = /^([\w-]*)([>@])([\w-]+)$/;

function valuesBelow(root: Element, inside: string, mark: string, leaf: string): readonly string[] {
  const holders = inside === "" ? [root] : descendants(root, inside);
  return holders.map((holder) => (mark === "@" ? holder.attributes[leaf] ?? "" : textOf(holder, leaf)));
}

export interface Misfit { readonly at: string; readonly value: string; readonly says: string }

/** The values below `root` that are not allowed, each text once. */
export function misfits(root: Element, facets: Facets): readonly Misfit[] {
  return Object.entries(facets).flatMap(([at, { says, fits }]) => {
    const [, inside = "", mark, leaf = ""] = path.exec(at) ?? [];
    const values = mark === undefined ? [textOf(root, at)] : valuesBelow(root, inside, mark, leaf);
    return [...new Set(values)].filter((value) => !fits(value)).map((value) => ({ at, value: value === "" ? "(nothing)" : value, says }));
  });
}
