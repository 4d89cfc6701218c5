import "./fabric";
import { ThemeProvider } from "@fluentui/react";
import * as React from "react";
import * as ReactDOM from "react-dom";
import { readUser } from "./api/components";
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
import { playerTheme } from "./shell/theme";
import { exposeXrm } from "./xrm/xrm";
import "./player.css";

/** The user's identity only matters to scripts and controls, so its failure is told in the console and stops nothing. */
const actingUser = (): Promise<Player["user"]> => readUser(webApi).catch((problem: unknown) => {
  console.error("The acting user is not known", problem);
  return { id: "", name: "" };
});

async function start(root: HTMLElement): Promise<void> {
  const lcid = userLanguage({ search: window.location.search, cookies: document.cookie, browser: navigator.language });
  const player: Player = {
    lcid, locale: localeOf(lcid), texts: textsIn(lcid), user: await actingUser(), api: webApi, metadata: makeMetadata(webApi, lcid), router: makeRouter(), dialogs: makeDialogs(),
  };
  document.documentElement.lang = player.locale;
  document.documentElement.dir = isRightToLeft(lcid) ? "rtl" : "ltr";
  exposePlatformLibraries();
  exposeXrm(player);
  registerDrawnIcons();
  ReactDOM.render(<ThemeProvider theme={playerTheme}><PlayerProvider value={player}><App /></PlayerProvider></ThemeProvider>, root);
}

const root = document.getElementById("root");
if (root) void start(root);
