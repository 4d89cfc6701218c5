/** A day written out, so that no order of day and month can be mistaken: "30 November 2026". */
export const writtenDay = (locale: string) => (day: string): string => {
  const [year, month, date] = day.split("-").map(Number);
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(year ?? 0, (month ?? 1) - 1, date ?? 1));
};
