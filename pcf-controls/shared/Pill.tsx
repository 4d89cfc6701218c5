import { mergeStyles, useTheme } from "@fluentui/react";
import type { Theme } from "@fluentui/react";
import * as React from "react";

/** Mood of a state; the text says it too, colour never stands alone. */
export type Tone = "good" | "notice" | "bad" | "plain";

const colours = (theme: Theme, tone: Tone): { readonly background: string; readonly color: string; readonly mark: string } => {
  const { semanticColors: semantic, palette } = theme;
  const color = palette.neutralPrimary;
  if (tone === "good") return { background: semantic.successBackground, color, mark: semantic.successIcon };
  if (tone === "notice") return { background: semantic.warningBackground, color, mark: semantic.severeWarningIcon };
  if (tone === "bad") return { background: semantic.errorBackground, color, mark: semantic.errorIcon };
  return { background: palette.neutralLight, color, mark: palette.neutralSecondary };
};

/** A state as a small rounded label. */
export function Pill(props: { readonly text: string; readonly tone: Tone }): React.ReactElement {
  const { mark, ...ground } = colours(useTheme(), props.tone);
  const className = mergeStyles({
    ...ground, display: "inline-flex", alignItems: "center", gap: 6, borderRadius: 10, padding: "1px 9px", fontSize: 12, lineHeight: 18, whiteSpace: "nowrap",
    selectors: {
      ":before": { content: '""', width: 6, height: 6, borderRadius: 3, background: mark, forcedColorAdjust: "none" },
      "@media (forced-colors: active)": { border: "1px solid CanvasText" },
    },
  });
  return <span className={className}>{props.text}</span>;
}
