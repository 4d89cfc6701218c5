import type { Theme } from "@fluentui/react";
import { mergeStyleSets } from "@fluentui/react";

/** Looks of the promise control. Two columns of the form wrap into one below about 560 px. */
export const stylesOf = (theme: Theme) => {
  const { palette, fonts, semanticColors } = theme;
  const line = palette.neutralQuaternary;
  const focus = { outline: `2px solid ${palette.themePrimary}`, outlineOffset: 1 };
  return mergeStyleSets({
    root: { ...fonts.medium, color: palette.neutralPrimary, width: "100%", boxSizing: "border-box", textAlign: "start", position: "relative" },
    card: {
      border: `1px solid ${line}`, borderInlineStart: `4px solid ${palette.themePrimary}`, borderRadius: 4, padding: "10px 14px", marginBottom: 10,
      selectors: { ":focus": focus },
    },
    row: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: 12, rowGap: 6 },
    between: { justifyContent: "space-between" },
    big: { ...fonts.xLarge, fontWeight: 600, fontVariantNumeric: "tabular-nums" },
    money: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap", fontWeight: 600 },
    day: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
    hint: { ...fonts.small, color: palette.neutralSecondary, overflowWrap: "anywhere" },
    count: { ...fonts.small, color: palette.neutralSecondary, marginTop: 6 },
    late: { ...fonts.small, color: semanticColors.errorText, whiteSpace: "nowrap" },
    fault: { ...fonts.small, color: semanticColors.errorText, margin: "4px 0 0" },
    form: { border: `1px solid ${line}`, borderRadius: 4, padding: "12px 14px 14px", marginBottom: 12 },
    currencies: { marginBottom: 10 },
    columns: { display: "flex", flexWrap: "wrap", columnGap: 24, rowGap: 14, alignItems: "flex-start" },
    items: { flex: "2 1 300px", minWidth: 0, border: 0, margin: 0, padding: 0 },
    fields: { flex: "1 1 200px", minWidth: 0, display: "flex", flexDirection: "column", gap: 14 },
    legend: { ...fonts.medium, fontWeight: 600, padding: "5px 0", margin: 0 },
    list: { listStyle: "none", margin: "6px 0 0", padding: 0, maxHeight: 232, overflowY: "auto", border: `1px solid ${line}`, borderRadius: 4 },
    item: {
      display: "flex", alignItems: "center", gap: 10, padding: "6px 10px", cursor: "pointer",
      selectors: {
        ":hover": { background: palette.neutralLighterAlt },
        ":focus-within": { background: palette.neutralLighterAlt },
        input: { width: 16, height: 16, margin: 0, flex: "0 0 16px", accentColor: palette.themePrimary, colorScheme: theme.isInverted ? "dark" : "light" },
        "input:focus-visible": focus,
      },
    },
    itemText: { flex: "1 1 auto", minWidth: 0, overflowWrap: "anywhere" },
    buttons: { display: "flex", flexWrap: "wrap", gap: 8, marginTop: 14 },
    section: { ...fonts.medium, fontWeight: 600, margin: 0 },
    heading: { alignItems: "baseline", margin: "18px 0 6px" },
    history: { listStyle: "none", margin: 0, padding: 0 },
    past: { display: "flex", alignItems: "flex-start", gap: 12, padding: "8px 0", borderTop: `1px solid ${line}` },
    dayRow: { display: "flex", alignItems: "flex-start", gap: 4 },
    dayText: { flex: "1 1 auto", minWidth: 0 },
    dayButton: { width: 32, height: 32, padding: 0, color: palette.themePrimary, border: `1px solid ${palette.neutralTertiaryAlt}`, borderRadius: 2 },
    quick: { marginTop: 6 },
    empty: { color: palette.neutralSecondary, padding: "8px 0" },
    hidden: { position: "absolute", width: 1, height: 1, overflow: "hidden", clip: "rect(0 0 0 0)", whiteSpace: "nowrap" },
  });
};

/** Class names of the promise control. */
export type PromiseStyles = ReturnType<typeof stylesOf>;
