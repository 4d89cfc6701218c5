import * as React from "react";
import { hostClock } from "../api/local";
import { DashboardPage } from "../dashboards/DashboardPage";
import { RowPage } from "../forms/RowPage";
import { ListPage } from "../views/ListPage";
import { DialogHost } from "./DialogHost";
import { Header } from "./Header";
import { followHostClock } from "./hostclock";
import { Navigation } from "./Navigation";
import { usePlayer } from "./player";
import type { Route } from "./route";
import { dashboardTitle, sitemapLanguages, type Area } from "./sitemap";
import { Empty, Failure, Loaded } from "./States";
import { type AppShell, useApp } from "./useApp";
import { useLoad } from "./useLoad";

/** Reads the host's clock and lets the page follow it. */
const readDay = async (): Promise<string> => {
  const clock = await hostClock();
  followHostClock(clock);
  return clock.day;
};

const firstTable = (areas: readonly Area[]): string | undefined =>
  areas.flatMap((area) => area.groups).flatMap((group) => group.subAreas).find((sub) => sub.table)?.table ?? undefined;

const Page: React.FC<{ readonly route: Route; readonly areas: readonly Area[]; readonly played: number }> = ({ route, areas, played }) => {
  const { texts, lcid } = usePlayer();
  if (route.page === "home") return <Empty>{texts.home}</Empty>;
  if (route.page === "dashboard") return <DashboardPage key={route.id} id={route.id} title={dashboardTitle(areas, route.id, lcid)} turn={played} />;
  if (route.page === "list") return <ListPage key={route.table} table={route.table} view={route.view} turn={played} />;
  return <RowPage key={`${route.table}/${route.id ?? "new"}`} table={route.table} id={route.id} parent={route.parent} turn={played} />;
};

const Shell: React.FC<{ readonly app: AppShell }> = ({ app }) => {
  const { router, texts } = usePlayer();
  const [route, setRoute] = React.useState(router.current);
  const [menuOpen, setMenuOpen] = React.useState(false);
  const [played, setPlayed] = React.useState(0);
  const [day] = useLoad(readDay, [played]);
  React.useEffect(() => router.listen(setRoute), [router]);
  React.useEffect(() => { document.title = app.name; }, [app.name]);
  const first = firstTable(app.areas);
  React.useEffect(() => { if (route.page === "home" && first) router.go({ page: "list", table: first, view: null }, "replace"); }, [route, first, router]);
  return (
    <div className="mda-shell">
      <a className="mda-skip" href="#content">{texts.skip}</a>
      <Header appName={app.name} day={day.state === "ready" ? day.value : ""} languages={sitemapLanguages(app.areas)} menuOpen={menuOpen}
        onMenu={() => { setMenuOpen(!menuOpen); }} onPlayed={() => { setPlayed(played + 1); }} />
      <Navigation areas={app.areas} route={route} open={menuOpen} onFollow={() => { setMenuOpen(false); }} />
      <main id="content" className="mda-main" tabIndex={-1}>
        {day.state === "failed" ? <Failure problem={day.problem} /> : null}
        <Page route={route} areas={app.areas} played={played} />
      </main>
      <DialogHost />
    </div>
  );
};

/** The player of the app that the imported package holds. */
export const App: React.FC = () => {
  const { texts } = usePlayer();
  const [load, retry] = useApp();
  return <Loaded load={load} retry={retry}>{(app) => (app ? <Shell app={app} /> : <Empty>{texts.noApp}</Empty>)}</Loaded>;
};
