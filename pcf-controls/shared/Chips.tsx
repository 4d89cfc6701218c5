import { mergeStyleSets, useTheme } from "@fluentui/react";
import type { Theme } from "@fluentui/react";
import * as React from "react";

/** One button of a row; with `on` it is a toggle, without it an action. */
export interface Chip<K extends string> {
  readonly key: K;
  readonly text: string;
  readonly icon?: React.ReactNode;
  readonly on?: boolean;
}

const stylesOf = (theme: Theme) => {
  const { palette, fonts } = theme;
  return mergeStyleSets({
    row: { display: "flex", flexWrap: "wrap", gap: 6 },
    chip: {
      ...fonts.small, display: "inline-flex", alignItems: "center", gap: 5, minHeight: 28, padding: "0 11px", borderRadius: 14, cursor: "pointer",
      border: `1px solid ${palette.neutralTertiaryAlt}`, background: palette.white, color: palette.neutralPrimary,
      selectors: {
        ":hover": { background: palette.neutralLighter },
        // Forced colours take the ground away and make the transparent outline visible.
        "&[aria-pressed=true]": { background: palette.themePrimary, borderColor: palette.themePrimary, color: palette.white, outline: "2px solid transparent", outlineOffset: -4 },
        "&:focus-visible": { outline: `2px solid ${palette.themePrimary}`, outlineOffset: 1 },
        ":disabled": { color: palette.neutralTertiary, cursor: "default" },
      },
    },
  });
};

/** A row of small buttons; `aria-pressed` says which toggles are on. */
export function Chips<K extends string>(props: {
  readonly label: string;
  readonly chips: readonly Chip<K>[];
  readonly disabled?: boolean;
  readonly onToggle: (key: K) => void;
}): React.ReactElement {
  const styles = stylesOf(useTheme());
  return (
    <div role="group" aria-label={props.label} className={styles.row}>
      {props.chips.map((chip) => (
        <button key={chip.key} type="button" className={styles.chip} aria-pressed={chip.on} disabled={props.disabled} onClick={() => props.onToggle(chip.key)}>
          {chip.icon}{chip.text}
        </button>
      ))}
    </div>
  );
}
