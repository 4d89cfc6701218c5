import { ThemeProvider } from "@fluentui/react";
import * as React from "react";
import type { Host } from "./host";
import { toTheme } from "./theme";

/** Puts the host's look around a control. */
export function Themed(props: { readonly host: Host; readonly children: React.ReactNode }): React.ReactElement {
  const { tokens, dark, rtl } = props.host.theme;
  const theme = React.useMemo(() => toTheme({ tokens, dark, rtl }), [tokens, dark, rtl]);
  return <ThemeProvider theme={theme} dir={rtl ? "rtl" : "ltr"} style={{ width: "100%" }}>{props.children}</ThemeProvider>;
}
