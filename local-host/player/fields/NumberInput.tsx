import { TextField } from "@fluentui/react";
import * as React from "react";
import { usePlayer } from "../shell/player";
import { fill } from "../shell/texts";
import type { FieldProps } from "./field.types";
import { formatNumber, parseNumber } from "./format";

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Whole numbers, decimals and money, typed and shown in the manner of the locale. */
export const NumberInput: React.FC<FieldProps> = ({ id, attribute, label, value, required, onChange }) => {
  const { locale, texts } = usePlayer();
  const digits = attribute.kind === "integer" ? 0 : attribute.precision;
  const stored = typeof value === "number" ? formatNumber(value, digits, locale) : "";
  const [text, setText] = React.useState(stored);
  const [wrong, setWrong] = React.useState("");
  React.useEffect(() => { setText(stored); setWrong(""); }, [stored]);
  const problemOf = (number: number | null): string => {
    if (number === null) return texts.badNumber;
    const { min = -Infinity, max = Infinity } = attribute;
    return number < min || number > max ? fill(texts.range, formatNumber(min, digits, locale), formatNumber(max, digits, locale)) : "";
  };
  const commit = (): void => {
    if (text === stored) return;
    const number = text.trim() === "" ? null : parseNumber(text, locale);
    const problem = text.trim() === "" ? "" : problemOf(number);
    setWrong(problem);
    if (problem === "") { onChange(number === null ? null : rounded(number, digits)); if (number !== null) setText(formatNumber(number, digits, locale)); }
  };
  return (
    <TextField id={id} ariaLabel={label} value={text} inputMode={digits === 0 ? "numeric" : "decimal"} errorMessage={wrong} aria-required={required}
      onChange={(_, next) => { setText(next ?? ""); }} onBlur={commit} onKeyDown={(event) => { if (event.key === "Enter") commit(); }} />
  );
};
