import { DatePicker, DayOfWeek, TextField } from "@fluentui/react";
import * as React from "react";
import { usePlayer } from "../shell/player";
import { fill } from "../shell/texts";
import { calendarStrings } from "./calendar";
import type { FieldProps } from "./field.types";
import { dateOf, dayOf, formatDay, momentOf, timeOf } from "./format";
import { parseDay } from "./parseday";

interface DayProps { readonly id: string; readonly label: string; readonly day: string | null; readonly onChange: (day: string | null) => void }

const Day: React.FC<DayProps> = ({ id, label, day, onChange }) => {
  const { locale, texts } = usePlayer();
  return (
    <DatePicker id={id} ariaLabel={label} allowTextInput firstDayOfWeek={DayOfWeek.Monday} strings={calendarStrings(locale, texts)} {...(day ? { value: dateOf(day) } : {})}
      formatDate={(date) => (date ? formatDay(dayOf(date), locale) : "")} parseDateFromString={(text) => { const found = parseDay(text, locale); return found ? dateOf(found) : null; }}
      onSelectDate={(date) => { onChange(date ? dayOf(date) : null); }} />
  );
};

/** A calendar day without time zone. */
export const DateInput: React.FC<FieldProps> = ({ id, label, value, onChange }) => (
  <Day id={id} label={label} day={typeof value === "string" ? value : null} onChange={onChange} />
);

/** A moment, shown and typed in the browser's time zone. */
export const DateTimeInput: React.FC<FieldProps> = ({ id, label, value, onChange }) => {
  const { texts } = usePlayer();
  const moment = typeof value === "string" ? value : null;
  const day = moment ? dayOf(new Date(moment)) : null;
  const time = moment ? timeOf(moment) : "00:00";
  return (
    <div className="mda-pair">
      <Day id={id} label={label} day={day} onChange={(next) => { onChange(next ? momentOf(next, time) : null); }} />
      <TextField type="time" ariaLabel={fill(texts.time, label)} value={day ? time : ""} disabled={!day}
        onChange={(_, next) => { if (day && next) onChange(momentOf(day, next)); }} styles={{ root: { width: 120 } }} />
    </div>
  );
};
