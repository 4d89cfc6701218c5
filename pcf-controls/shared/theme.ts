import type { Theme } from "@fluentui/react";
import { createTheme } from "@fluentui/react";

/** Design tokens of the host (Fluent 9 names); a host without the new look gives none. */
export type TokenTheme = Readonly<Record<string, string | number>>;

/** Fluent 8 palette colour -> token that the host fills it from. */
const paletteTokens = {
  themePrimary: "colorBrandForeground1",
  themeDark: "colorBrandForegroundLinkHover",
  themeDarkAlt: "colorBrandForegroundLinkHover",
  themeDarker: "colorBrandForegroundLinkPressed",
  themeLighter: "colorBrandBackground2",
  themeLighterAlt: "colorBrandBackground2",
  white: "colorNeutralBackground1",
  neutralLighterAlt: "colorNeutralBackground2",
  neutralLighter: "colorNeutralBackground3",
  neutralLight: "colorNeutralBackground1Hover",
  neutralQuaternaryAlt: "colorNeutralBackground1Pressed",
  neutralQuaternary: "colorNeutralStroke2",
  neutralTertiaryAlt: "colorNeutralStroke1",
  neutralTertiary: "colorNeutralForegroundDisabled",
  neutralSecondaryAlt: "colorNeutralStrokeAccessible",
  neutralSecondary: "colorNeutralForeground3",
  neutralPrimaryAlt: "colorNeutralForeground2",
  neutralPrimary: "colorNeutralForeground1",
  neutralDark: "colorNeutralForeground1",
  black: "colorNeutralForeground1",
} as const;

/** Colours of the Fluent 8 palette out of the host's tokens; a token that the host lacks is left to Fluent. */
export function toPalette(tokens: TokenTheme): Readonly<Record<string, string>> {
  const known = Object.entries(paletteTokens).flatMap(([colour, token]) => (typeof tokens[token] === "string" ? [[colour, tokens[token]]] : []));
  return Object.fromEntries(known) as Record<string, string>;
}

/** Fluent 8 theme of the host's look: without it a dark host would show dark text on a dark ground. */
export function toTheme(host: { readonly tokens: TokenTheme; readonly dark: boolean; readonly rtl: boolean }): Theme {
  return createTheme({ isInverted: host.dark, rtl: host.rtl, palette: toPalette(host.tokens) });
}
