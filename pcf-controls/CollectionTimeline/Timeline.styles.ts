import type { Theme } from "@fluentui/react";
import { mergeStyleSets } from "@fluentui/react";

/** Looks of the timeline. Wraps by itself: the date column stands beside the card from about 480 px. */
export const stylesOf = (theme: Theme) => {
  const { palette, fonts } = theme;
  const line = palette.neutralQuaternary;
  return mergeStyleSets({
    root: { ...fonts.medium, color: palette.neutralPrimary, width: "100%", boxSizing: "border-box", textAlign: "start" },
    bar: { display: "flex", alignItems: "flex-start", justifyContent: "space-between", gap: 8, paddingBottom: 10, borderBottom: `1px solid ${line}` },
    refresh: { flex: "0 0 28px", width: 28, height: 28, padding: 0, color: palette.neutralSecondary },
    list: { listStyle: "none", margin: 0, padding: 0, maxHeight: 560, overflowY: "auto", overscrollBehavior: "contain", position: "relative", borderBottom: `1px solid ${line}` },
    entry: {
      position: "relative", display: "flex", gap: 12, padding: "10px 8px 10px 4px",
      selectors: {
        "&:not(:last-child)::before": { content: '""', position: "absolute", insetInlineStart: 19, top: 42, bottom: -10, width: 1, background: line },
        ":hover": { background: palette.neutralLighterAlt },
        ":focus-within": { background: palette.neutralLighterAlt },
      },
    },
    mark: {
      flex: "0 0 32px", height: 32, borderRadius: 16, display: "flex", alignItems: "center", justifyContent: "center",
      background: palette.neutralLight, color: palette.themePrimary, boxSizing: "border-box",
      selectors: { "@media (forced-colors: active)": { border: "1px solid CanvasText" } },
    },
    body: { flex: "1 1 auto", minWidth: 0 },
    head: { display: "flex", flexWrap: "wrap", alignItems: "baseline", justifyContent: "space-between", columnGap: 12 },
    title: {
      ...fonts.medium, flex: "1 1 160px", minWidth: 0, padding: 0, border: 0, background: "none", textAlign: "start", fontWeight: 600, color: palette.neutralPrimary,
      cursor: "pointer", overflowWrap: "anywhere",
      selectors: {
        "::after": { content: '""', position: "absolute", inset: 0 },
        ":hover": { color: palette.themePrimary, textDecoration: "underline" },
        ":focus-visible": { outline: "none" },
        ":focus-visible::after": { outline: `2px solid ${palette.themePrimary}`, outlineOffset: -2, borderRadius: 4 },
      },
    },
    amount: { fontWeight: 600, fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
    facts: { ...fonts.small, display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: 8, rowGap: 4, marginTop: 4, color: palette.neutralSecondary },
    day: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
    kind: { fontWeight: 600 },
    pill: { marginInlineStart: "auto" },
    foot: { display: "flex", justifyContent: "center", alignItems: "center", minHeight: 44, paddingTop: 8 },
    hint: { ...fonts.small, color: palette.neutralSecondary },
    empty: { padding: "32px 16px", textAlign: "center", color: palette.neutralSecondary },
    hidden: { position: "absolute", width: 1, height: 1, overflow: "hidden", clip: "rect(0 0 0 0)", whiteSpace: "nowrap" },
  });
};

/** Class names of the timeline. */
export type TimelineStyles = ReturnType<typeof stylesOf>;
