import { parseDay } from "#domain/calendar/day";

/** How a date is written in a file: its parts in order and what stands between them. */
export interface DateReader {
  /** Gives "YYYY-MM-DD"; null when the text is not written so; "impossible" when there is no such day (31/02). */
  (text: string): string | "impossible" | null;
}

const parts: Readonly<Record<string, string>> = { d: "(?<d>\\d{1,2})", M: "(?<M>\\d{1,2})", y: "(?<y>\\d{4})" };
const token = /d{1,2}|M{1,2}|yyyy/g;

/** Whether the format has a day, a month and a four-digit year, each once, and nothing else that is a letter. */
export function isDateFormat(format: string): boolean {
  const found = (format.match(token) ?? []).map((each) => each.charAt(0)).sort().join("");
  return found === "Mdy" && !/[A-Za-z0-9]/.test(format.replace(token, ""));
}

/** `dd` and `d` (likewise MM and M) both read one or two digits: exports differ on leading zeros within one file. */
export function dateReader(format: string): DateReader {
  const pattern = format.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(token, (each) => parts[each.charAt(0)] ?? each);
  const expression = new RegExp(`^${pattern}$`);
  return (text) => {
    const groups = expression.exec(text)?.groups;
    return groups ? day(Number(groups.y), Number(groups.M), Number(groups.d)) : null;
  };
}

/** Beyond these years a date is a typing error. */
const firstYear = 1900;
const lastYear = 2199;

function day(year: number, month: number, dayOfMonth: number): string | "impossible" {
  const two = (value: number) => String(value).padStart(2, "0");
  const found = parseDay(`${year}-${two(month)}-${two(dayOfMonth)}`);
  return found !== null && year >= firstYear && year <= lastYear ? found : "impossible";
}
