import type { Column } from "../../metadata/model";
import type { Value } from "../../service/contract";
import { labelOf } from "../language";
import type { CurrencyStyle } from "./currencies";

/** Turns a value into the text that people see; null = the value has none. */
export type Format = (value: Value) => string | null;

/** Style of the row's currency. */
export type StyleOf = () => CurrencyStyle;

const LOCALES: Readonly<Record<number, string>> = { 1033: "en-US", 1038: "hu-HU", 1031: "de-DE" };
const WORDS: Readonly<Record<number, readonly [string, string]>> = { 1033: ["No", "Yes"], 1038: ["Nem", "Igen"], 1031: ["Nein", "Ja"] };

/** The format of a column in a language; null for columns that have no formatted value (texts, ids). Made once a query, used once a row. */
export function formatOf(column: Column, language: number, style: StyleOf): Format | null {
  switch (column.type) {
    case "picklist": case "state": case "status": return choices(column, language);
    case "multiselect": return multiple(choices(column, language));
    case "boolean": return yesNo(column, language);
    case "integer": case "bigint": return numbers(language, 0);
    case "decimal": case "double": return numbers(language, column.precision ?? 2);
    case "money": return money(column, language, style);
    case "dateonly": return (value) => dayText(String(value), language);
    case "datetime": return (value) => momentText(String(value), language);
    default: return null;
  }
}

function choices(column: Column, language: number): Format {
  const labels = new Map((column.options ?? []).map((option) => [option.value, labelOf(option.labels, language)]));
  return (value) => labels.get(Number(value)) ?? null;
}

const multiple = (one: Format): Format => (value) => (Array.isArray(value) ? value.map((each: number) => one(each) ?? String(each)).join("; ") : null);

function yesNo(column: Column, language: number): Format {
  const words = WORDS[language] ?? ["No", "Yes"];
  const labels = [0, 1].map((flag) => {
    const option = column.options?.find(({ value }) => value === flag);
    return option === undefined ? words[flag] ?? null : labelOf(option.labels, language);
  });
  return (value) => labels[value === true ? 1 : 0] ?? null;
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs far more than using it, and a request makes one a column. */
function formatter(locale: string, places: number): Intl.NumberFormat {
  const key = `${locale} ${places}`;
  const made = formatters.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places });
  formatters.set(key, made);
  return made;
}

function numbers(language: number, places: number): Format {
  const format = formatter(LOCALES[language] ?? "en-US", places);
  return (value) => format.format(Number(value));
}

function money(column: Column, language: number, style: StyleOf): Format {
  const locale = LOCALES[language] ?? "en-US";
  const behind = language !== 1033;
  return (value) => {
    const { symbol: sign, places } = style();
    const text = formatter(locale, places ?? column.precision ?? 2).format(Number(value));
    if (sign === "") return text;
    if (behind) return `${text} ${sign}`;
    return text.startsWith("-") ? `-${sign}${text.slice(1)}` : `${sign}${text}`;
  };
}

function dayText(value: string, language: number): string {
  const [year = "", month = "", day = ""] = value.slice(0, 10).split("-");
  if (language === 1038) return `${year}. ${month}. ${day}.`;
  return language === 1031 ? `${day}.${month}.${year}` : `${Number(month)}/${Number(day)}/${year}`;
}

function momentText(value: string, language: number): string {
  const [hours = "00", minutes = "00"] = value.slice(11, 16).split(":");
  if (language !== 1033) return `${dayText(value, language)} ${hours}:${minutes}`;
  const hour = Number(hours);
  return `${dayText(value, language)} ${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${hour < 12 ? "AM" : "PM"}`;
}
