/** Fluent 9 tokens of the light web theme that Fluent 8 bridges and hand-drawn controls read. */
const TOKENS: Readonly<Record<string, string>> = {
  colorBrandBackground: "#0f6cbd", colorBrandBackgroundHover: "#115ea3", colorBrandBackgroundPressed: "#0c3b5e", colorBrandBackgroundSelected: "#0f548c", colorBrandBackground2: "#ebf3fc",
  colorBrandForeground1: "#0f6cbd", colorBrandForeground2: "#115ea3", colorBrandForegroundLink: "#115ea3", colorBrandForegroundLinkHover: "#0f548c", colorBrandForegroundLinkPressed: "#0c3b5e",
  colorBrandStroke1: "#0f6cbd", colorBrandStroke2: "#b4d6fa", colorCompoundBrandBackground: "#0f6cbd", colorCompoundBrandForeground1: "#0f6cbd", colorCompoundBrandStroke: "#0f6cbd",
  colorNeutralForeground1: "#242424", colorNeutralForeground1Hover: "#242424", colorNeutralForeground1Pressed: "#242424", colorNeutralForeground2: "#424242", colorNeutralForeground3: "#616161",
  colorNeutralForeground4: "#707070", colorNeutralForegroundDisabled: "#bdbdbd", colorNeutralForegroundOnBrand: "#ffffff", colorNeutralForegroundInverted: "#ffffff",
  colorNeutralBackground1: "#ffffff", colorNeutralBackground1Hover: "#f5f5f5", colorNeutralBackground1Pressed: "#e0e0e0", colorNeutralBackground1Selected: "#ebebeb", colorNeutralBackground2: "#fafafa",
  colorNeutralBackground3: "#f5f5f5", colorNeutralBackground4: "#f0f0f0", colorNeutralBackground5: "#ebebeb", colorNeutralBackground6: "#e6e6e6", colorNeutralBackgroundDisabled: "#f0f0f0", colorSubtleBackground: "transparent",
  colorNeutralStroke1: "#d1d1d1", colorNeutralStroke2: "#e0e0e0", colorNeutralStroke3: "#f0f0f0", colorNeutralStrokeAccessible: "#616161", colorNeutralStrokeDisabled: "#e0e0e0", colorStrokeFocus1: "#ffffff", colorStrokeFocus2: "#000000",
  colorPaletteRedForeground1: "#bc2f32", colorPaletteRedBackground1: "#fdf6f6", colorPaletteRedBackground3: "#d13438", colorPaletteGreenForeground1: "#0e700e", colorPaletteGreenBackground1: "#f1faf1", colorPaletteGreenBackground3: "#107c10",
  colorPaletteYellowForeground1: "#817400", colorPaletteYellowBackground1: "#fffef5", colorPaletteDarkOrangeForeground1: "#c43501", colorPaletteDarkOrangeBackground1: "#fdf6f3", colorPaletteMarigoldBackground1: "#fefbf4",
  colorStatusDangerForeground1: "#b10e1c", colorStatusDangerBackground1: "#fdf3f4", colorStatusSuccessForeground1: "#0e700e", colorStatusSuccessBackground1: "#f1faf1", colorStatusWarningForeground1: "#bc4b09", colorStatusWarningBackground1: "#fff9f5",
  fontFamilyBase: "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, system-ui, Roboto, 'Helvetica Neue', sans-serif", fontSizeBase200: "12px", fontSizeBase300: "14px", fontSizeBase400: "16px", fontSizeBase500: "20px",
  borderRadiusSmall: "2px", borderRadiusMedium: "4px", borderRadiusLarge: "6px", spacingHorizontalS: "8px", spacingHorizontalM: "12px", spacingVerticalS: "8px", spacingVerticalM: "12px",
};

/** `context.fluentDesignLanguage` of the player's light theme. */
export const fluentDesignLanguage: object = { tokenTheme: TOKENS, isDarkTheme: false, brand: {} };
