import { toPalette, toTheme } from "../../../pcf-controls/shared/theme";

describe("theme bridge", () => {
  test("the host's tokens become palette colours; missing ones are left to Fluent", () => {
    expect(toPalette({ colorNeutralBackground1: "#292929", colorNeutralForeground1: "#fff", borderRadiusSmall: 2 }))
      .toEqual({ white: "#292929", neutralPrimary: "#fff", neutralDark: "#fff", black: "#fff" });
  });

  test("a dark host has a dark ground and light text", () => {
    const theme = toTheme({ tokens: { colorNeutralBackground1: "#292929", colorNeutralForeground1: "#ffffff" }, dark: true, rtl: false });
    expect([theme.semanticColors.bodyBackground, theme.semanticColors.bodyText, theme.isInverted]).toEqual(["#292929", "#ffffff", true]);
  });

  test("a host without the new look keeps Fluent's own theme", () => {
    expect(toTheme({ tokens: {}, dark: false, rtl: true })).toMatchObject({ rtl: true, semanticColors: { bodyBackground: "#ffffff" } });
  });
});
