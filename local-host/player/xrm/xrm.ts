import type { Player } from "../shell/player";
import { isRightToLeft } from "../shell/language";
import { braced } from "./convert";
import { execute, type ExecuteRequest } from "./execute";
import { makeNavigation } from "./navigation";
import { makeRecords } from "./records";
import { refusing } from "./refuse";
import { resourceString } from "./resources";

const VERSION = "9.2.0.0";

function makeGlobalContext(player: Player): object {
  const userSettings = refusing({
    languageId: player.lcid, userId: braced(player.user.id), userName: player.user.name, isRTL: isRightToLeft(player.lcid),
    getTimeZoneOffsetMinutes: () => -new Date().getTimezoneOffset(),
  }, "Xrm.Utility.getGlobalContext().userSettings");
  return refusing({
    userSettings, getClientUrl: () => window.location.origin, getVersion: () => VERSION,
    client: refusing({ getClient: () => "Web", getClientState: () => "Online", getFormFactor: () => 1, isOffline: () => false }, "Xrm.Utility.getGlobalContext().client"),
    getUserId: () => braced(player.user.id), getUserLcid: () => player.lcid,
  }, "Xrm.Utility.getGlobalContext()");
}

/** The global `Xrm`; what it does not have is refused by name and noted in the host's ledger. */
export function makeXrm(player: Player): object {
  const records = makeRecords(player, () => undefined);
  const online = refusing({ ...records, execute: (request: ExecuteRequest) => execute(request, player) }, "Xrm.WebApi.online");
  const globalContext = makeGlobalContext(player);
  return refusing({
    WebApi: refusing({ ...records, online, execute: (request: ExecuteRequest) => execute(request, player), isAvailableOffline: () => false }, "Xrm.WebApi"),
    Navigation: refusing(makeNavigation(player), "Xrm.Navigation"),
    Utility: refusing({
      getGlobalContext: () => globalContext,
      getResourceString: (name: string, key: string) => resourceString(name, key, player.lcid),
    }, "Xrm.Utility"),
  }, "Xrm");
}

/** Sets `window.Xrm` and `GetGlobalContext` for form scripts and for web resources in frames. */
export function exposeXrm(player: Player): void {
  Object.assign(window, { Xrm: makeXrm(player), GetGlobalContext: () => makeGlobalContext(player) });
}
