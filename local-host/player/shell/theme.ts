import { createTheme } from "@fluentui/react";

/** Fluent 8 in the colours of Fluent 9's web theme, so that bridged controls and the player look alike. */
export const playerTheme = createTheme({
  palette: {
    themePrimary: "#0f6cbd", themeDarkAlt: "#115ea3", themeDark: "#0f548c", themeDarker: "#0c3b5e", themeSecondary: "#2886de", themeTertiary: "#62abf5",
    themeLight: "#b4d6fa", themeLighter: "#cfe4fa", themeLighterAlt: "#ebf3fc",
  },
});
