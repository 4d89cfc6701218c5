import { registerIcons, setIconOptions } from "@fluentui/react";
import * as React from "react";

/** Paths on a 16 × 16 field, drawn as strokes, of the glyphs that Fluent's own components ask for. */
const STROKES: Readonly<Record<string, string>> = {
  ChevronDown: "M3 6l5 5 5-5", ChevronUp: "M3 10l5-5 5 5", ChevronRight: "M6 3l5 5-5 5", ChevronLeft: "M10 3L5 8l5 5",
  ChevronDownSmall: "M4 6l4 4 4-4", ChevronRightMed: "M6 3l5 5-5 5", Up: "M8 13V3M4 7l4-4 4 4", Down: "M8 3v10M4 9l4 4 4-4",
  SortUp: "M8 13V3M4 7l4-4 4 4", SortDown: "M8 3v10M4 9l4 4 4-4", Cancel: "M3 3l10 10M13 3L3 13", Clear: "M3 3l10 10M13 3L3 13",
  ChromeClose: "M3 3l10 10M13 3L3 13", CheckMark: "M2 8l4 4 8-9", Add: "M8 2v12M2 8h12", Refresh: "M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3",
  Search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM11 11l3 3", Calendar: "M2 4h12v10H2zM2 7h12M5 2v3M11 2v3", Delete: "M3 4h10M6 4V2h4v2M4 4l1 10h6l1-10",
  Save: "M2 2h9l3 3v9H2zM5 2v4h5V2M5 14V9h6v5", Back: "M14 8H2M7 3L2 8l5 5", GlobalNavButton: "M2 4h12M2 8h12M2 12h12",
  Lock: "M3 7h10v7H3zM5 7V5a3 3 0 0 1 6 0v2",
  More: "M3 8h.01M8 8h.01M13 8h.01", Info: "M8 15A7 7 0 1 0 8 1a7 7 0 0 0 0 14zM8 7v5M8 4h.01", ErrorBadge: "M8 15A7 7 0 1 0 8 1a7 7 0 0 0 0 14zM5 5l6 6M11 5l-6 6",
  Warning: "M8 1L1 14h14zM8 6v4M8 12h.01", Blocked2: "M8 15A7 7 0 1 0 8 1a7 7 0 0 0 0 14zM4 8h8", Completed: "M8 15A7 7 0 1 0 8 1a7 7 0 0 0 0 14zM4 8l3 3 5-6",
  ClearNight: "M6 2a6.5 6.5 0 1 0 8 8 6 6 0 0 1-8-8z", StatusCircleRing: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z", StatusCircleCheckmark: "M5 8l2 2 4-5",
  CircleRing: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z", OpenInNewWindow: "M9 2h5v5M14 2L7 9M12 9v5H2V4h5", SaveAndClose: "M2 2h9l3 3v4M2 2v12h6M5 2v4h5V2M10 11l4 4M14 11l-4 4",
};

const glyph = (path: string): JSX.Element => (
  <svg viewBox="0 0 16 16" width="1em" height="1em" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
    <path d={path} />
  </svg>
);

/** Registers drawn icons, so that no icon font is fetched; unknown names of foreign controls stay empty without a warning. */
export function registerDrawnIcons(): void {
  setIconOptions({ disableWarnings: true });
  registerIcons({
    style: { display: "inline-flex", alignItems: "center", justifyContent: "center" },
    icons: Object.fromEntries(Object.entries(STROKES).map(([name, path]) => [name, glyph(path)])),
  });
}
