import * as React from "react";

/** 16 × 16 outlines, our own drawings; they take the colour of the text around them. */
const outlines = {
  invoice: "M3.5 1.5h9v13l-2.25-1.5L8 14.5 5.75 13 3.5 14.5zM6 5h4M6 8h4",
  payment: "M1.5 4h13v8h-13zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6M3.7 8h.1M12.2 8h.1",
  communication: "M1.5 3.5h13v9h-13zM1.8 4 8 9l6.2-5",
  promise: "M3 8.5 6.5 12 13 4.5M14.5 8A6.5 6.5 0 1 1 10 1.8",
  dispute: "M8 1.8 14.8 14H1.2zM8 6v4M8 12v.1",
  calendar: "M2 3.5h12v10.5H2zM2 6.5h12M5 1.5v3M11 1.5v3",
  up: "M3 10.5 8 5.5l5 5",
  down: "M3 5.5 8 10.5l5-5",
  refresh: "M13.5 8A5.5 5.5 0 1 1 11.6 3.8M13.5 1.5v3.2h-3.2",
} as const;

/** Name of an icon of ours. */
export type IconName = keyof typeof outlines;

/** An icon; hidden from screen readers, as text beside it says the same. */
export function Icon(props: { readonly name: IconName; readonly size?: number }): React.ReactElement {
  const size = props.size ?? 16;
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round">
      <path d={outlines[props.name]} />
    </svg>
  );
}
