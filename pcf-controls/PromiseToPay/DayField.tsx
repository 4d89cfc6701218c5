import type { ITextField } from "@fluentui/react";
import { Calendar, Callout, FocusTrapZone, IconButton, registerIcons, TextField } from "@fluentui/react";
import * as React from "react";
import { Chips } from "../shared/Chips";
import type { Day } from "../shared/day";
import { addDays, endOfMonth, parseDay, toDate, toDay } from "../shared/day";
import type { Host } from "../shared/host";
import { Icon } from "../shared/Icon";
import type { PromiseStyles } from "./PromiseView.styles";

// The calendar takes icons by name only; names of our own never clash with icons that the host registered.
registerIcons({ icons: { "duly-up": React.createElement(Icon, { name: "up" }), "duly-down": React.createElement(Icon, { name: "down" }) } });

const names = (text: string): string[] => text.split(";");

interface PickerProps {
  readonly host: Host;
  readonly target: React.RefObject<HTMLDivElement>;
  readonly day: Day | null;
  readonly onPick: (day: Day) => void;
  readonly onDismiss: () => void;
}

function Picker(props: PickerProps): React.ReactElement {
  const { host, day } = props;
  const { texts } = host;
  const strings = {
    months: names(texts("Months")), shortMonths: names(texts("ShortMonths")), days: names(texts("Days")), shortDays: names(texts("ShortDays")), goToToday: texts("GoToToday"),
    prevMonthAriaLabel: texts("PreviousMonth"), nextMonthAriaLabel: texts("NextMonth"), prevYearAriaLabel: texts("PreviousYear"), nextYearAriaLabel: texts("NextYear"),
  };
  const monthYear = (date: Date): string => texts("MonthYear", strings.months[date.getMonth()] ?? "", date.getFullYear());
  const written = {
    formatMonthYear: monthYear, formatMonthDayYear: (date: Date) => host.format.day(toDay(date)), formatDay: (date: Date) => String(date.getDate()),
    formatYear: (date: Date) => String(date.getFullYear()), formatMonth: (date: Date) => strings.months[date.getMonth()] ?? "",
  };
  return (
    <Callout target={props.target} role="dialog" ariaLabel={texts("Calendar")} isBeakVisible={false} gapSpace={2} setInitialFocus onDismiss={props.onDismiss}>
      <FocusTrapZone isClickableOutsideFocusTrap>
        <Calendar
          strings={strings} dateTimeFormatter={written} isMonthPickerVisible={false} firstDayOfWeek={host.firstWeekday} today={toDate(host.today())} value={toDate(day ?? host.today())}
          minDate={toDate(host.today())} navigationIcons={{ leftNavigation: "duly-up", rightNavigation: "duly-down" }}
          onSelectDate={(date) => props.onPick(toDay(date))} onDismiss={props.onDismiss}
        />
      </FocusTrapZone>
    </Callout>
  );
}

/** A day in the user's format: typed, picked from a calendar (Alt + Down), or by a shortcut. */
export function DayField(props: {
  readonly host: Host;
  readonly styles: PromiseStyles;
  readonly value: string;
  readonly sample: string;
  readonly fault: string | undefined;
  readonly field: React.RefObject<ITextField>;
  readonly onChange: (text: string) => void;
}): React.ReactElement {
  const { host, styles, sample } = props;
  const [open, setOpen] = React.useState(false);
  const anchor = React.useRef<HTMLDivElement>(null);
  const today = host.today();
  const pick = (day: Day): void => {
    setOpen(false);
    props.onChange(host.format.day(day));
    props.field.current?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.altKey && event.key === "ArrowDown") setOpen(true);
  };
  const shortcuts = { week: addDays(today, 7), fortnight: addDays(today, 14), month: endOfMonth(today) };
  const chips = [
    { key: "week" as const, text: host.texts("In7Days") }, { key: "fortnight" as const, text: host.texts("In14Days") },
    { key: "month" as const, text: host.texts("EndOfMonth") },
  ];
  return (
    <div>
      <div ref={anchor} className={styles.dayRow} style={{ alignItems: "flex-end" }}>
        <div className={styles.dayText}>
          <TextField
            label={host.texts("PayBy")} value={props.value} placeholder={host.format.day(shortcuts.fortnight)} autoComplete="off" componentRef={props.field}
            aria-invalid={props.fault !== undefined} aria-describedby="duly-day-fault" onKeyDown={onKeyDown} onChange={(_, text) => props.onChange(text ?? "")}
          />
        </div>
        <IconButton className={styles.dayButton} ariaLabel={host.texts("Calendar")} title={host.texts("Calendar")} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)} onRenderIcon={() => <Icon name="calendar" />} />
      </div>
      <p id="duly-day-fault" role="alert" className={styles.fault}>{props.fault}</p>
      <div className={styles.quick}><Chips label={host.texts("DayShortcuts")} chips={chips} onToggle={(key) => pick(shortcuts[key])} /></div>
      {open && <Picker host={host} target={anchor} day={parseDay(props.value, sample)} onPick={pick} onDismiss={() => setOpen(false)} />}
    </div>
  );
}
