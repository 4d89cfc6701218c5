import { invalidTemplate, notSupported } from "../../error";
import { toDouble, isWhole, type Numeric } from "../value";
import { checkedLocale } from "./cultures";

const CURRENCIES: Readonly<Record<string, string>> = {
  US: "USD", GB: "GBP", HU: "HUF", CH: "CHF", JP: "JPY", PL: "PLN", CZ: "CZK", RO: "RON", SE: "SEK", NO: "NOK", DK: "DKK", CA: "CAD", AU: "AUD",
  DE: "EUR", AT: "EUR", FR: "EUR", IT: "EUR", ES: "EUR", NL: "EUR", BE: "EUR", IE: "EUR", FI: "EUR", PT: "EUR", SK: "EUR", SI: "EUR", GR: "EUR",
};

/** .NET number format, standard (C, D, F, N, P, X with precision) or custom (0, #, ",", ".", %), in a locale. Half away from zero. */
export function formatNumber(value: Numeric, format: string, locale: string): string {
  checkedLocale(locale);
  const standard = /^([A-Za-z])(\d{0,2})$/.exec(format);
  if (standard) return standardNumber(value, standard[1] ?? "", { digits: standard[2] === "" ? null : Number(standard[2]), locale });
  if (!/^[0#.,% ]+$/.test(format)) throw notSupported("Number format", format);
  return customNumber(toDouble(value), format, locale);
}

interface Style { readonly digits: number | null; readonly locale: string }

function standardNumber(value: Numeric, letter: string, { digits, locale }: Style): string {
  const places = digits ?? 2;
  switch (letter.toUpperCase()) {
    case "N": return plain(value, { locale, min: places, max: places, grouping: true });
    case "F": return plain(value, { locale, min: places, max: places, grouping: false });
    case "P": return new Intl.NumberFormat(locale, { style: "percent", minimumFractionDigits: places, maximumFractionDigits: places }).format(toDouble(value));
    case "C": return new Intl.NumberFormat(locale, { style: "currency", currency: currencyOf(locale), minimumFractionDigits: places, maximumFractionDigits: places }).format(toDouble(value));
    case "D": return integerText(value, 10).replace(/\d+/, (all) => all.padStart(digits ?? 0, "0"));
    case "X": return integerText(value, 16)[letter === "X" ? "toUpperCase" : "toLowerCase"]().padStart(digits ?? 0, "0");
    default: throw notSupported("Number format", letter);
  }
}

function customNumber(value: number, format: string, locale: string): string {
  const percent = format.includes("%");
  const [whole = "", fraction = ""] = format.split(".");
  const count = (source: string, pattern: RegExp): number => source.match(pattern)?.length ?? 0;
  const number = plain(percent ? value * 100 : value, {
    locale, min: count(fraction, /0/g), max: count(fraction, /[0#]/g), grouping: whole.includes(","), integers: count(whole, /0/g),
  });
  return format.replace(/[0#][0#.,]*|\.[0#]+/, () => number);
}

interface Plain { readonly locale: string; readonly min: number; readonly max: number; readonly grouping: boolean; readonly integers?: number }

function plain(value: Numeric, { locale, min, max, grouping, integers }: Plain): string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: min, maximumFractionDigits: max, useGrouping: grouping, minimumIntegerDigits: Math.max(1, integers ?? 1),
  });
  const text = format.format(typeof value === "bigint" ? value : toDouble(value));
  return integers === 0 && max > 0 ? text.replace(/^(-?)0(?=\D)/, "$1") : text;
}

function integerText(value: Numeric, radix: number): string {
  if (!isWhole(value)) throw invalidTemplate("the formats D and X need an integer.");
  return value.toString(radix);
}

function currencyOf(locale: string): string {
  const currency = CURRENCIES[new Intl.Locale(locale).maximize().region ?? ""];
  if (currency === undefined) throw notSupported("Currency format of the locale", locale);
  return currency;
}
