import "./fabric";
import { ThemeProvider } from "@fluentui/react";
import * as React from "react";
import * as ReactDOM from "react-dom";
import { makeMetadata } from "./api/metadata";
import { webApi } from "./api/webapi";
import { exposePlatformLibraries } from "./globals";
import { App } from "./shell/App";
import { makeDialogs } from "./shell/dialogs";
import { registerDrawnIcons } from "./shell/icons";
import { isRightToLeft, localeOf, userLanguage } from "./shell/language";
import { type Player, PlayerProvider } from "./shell/player";
import { makeRouter } from "./shell/router";
import { textsIn } from "./shell/texts";
import { exposeXrm } from "./xrm/xrm";
import "./player.css";

function start(root: HTMLElement): void {
  const lcid = userLanguage(window.location.search, navigator.language);
  const player: Player = {
    lcid, locale: localeOf(lcid), texts: textsIn(lcid), api: webApi, metadata: makeMetadata(webApi, lcid), router: makeRouter(), dialogs: makeDialogs(),
  };
  document.documentElement.lang = player.locale;
  document.documentElement.dir = isRightToLeft(lcid) ? "rtl" : "ltr";
  exposePlatformLibraries();
  exposeXrm(player);
  registerDrawnIcons();
  ReactDOM.render(<ThemeProvider><PlayerProvider value={player}><App /></PlayerProvider></ThemeProvider>, root);
}

const root = document.getElementById("root");
if (root) start(root);
