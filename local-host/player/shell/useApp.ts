import { readApp, readSitemapXml } from "../api/components";
import { usePlayer } from "./player";
import { type Area, readSitemap } from "./sitemap";
import { type Load, useLoad } from "./useLoad";

export interface AppShell { readonly name: string; readonly areas: readonly Area[] }

/** Reads the app of the package and its site map; null when there is no app. `?app=` names one of several. */
export function useApp(): readonly [Load<AppShell | null>, () => void] {
  const { api } = usePlayer();
  return useLoad(async () => {
    const app = await readApp(api, new URLSearchParams(window.location.search).get("app"));
    if (!app) return null;
    const xml = await readSitemapXml(api, app);
    return { name: app.name, areas: xml ? readSitemap(xml) : [] };
  }, [api]);
}
