import "./fabric";
import * as Fluent8 from "@fluentui/react";
import * as React from "react";
import * as ReactDOM from "react-dom";
import { registerControl } from "./pcf/registry";

/** Puts React, Fluent and the control registry where built PCF bundles look for them. Run before any bundle is loaded. */
export function exposePlatformLibraries(): void {
  Object.assign(window, {
    React, Reactv16: React, ReactDOM, ReactDOMv16: ReactDOM, FluentUIReactv81211: Fluent8, FluentUIReactv8290: Fluent8,
    ComponentFramework: { registerControl },
  });
}
