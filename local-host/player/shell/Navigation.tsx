import * as React from "react";
import { Link } from "./Link";
import { usePlayer } from "./player";
import type { Route } from "./route";
import { type Area, type Group, type SubArea, titleOf } from "./sitemap";
import { useTableTitle } from "./useTableTitle";

/** What the present page shows: a table, or a dashboard by its id. */
const shownBy = (route: Route): string | null => (route.page === "home" ? null : route.page === "dashboard" ? route.id : route.table);
const leadsTo = (sub: SubArea, shown: string | null): boolean => shown !== null && (sub.dashboard ?? sub.table) === shown;
const holds = (area: Area, shown: string | null): boolean => area.groups.some((group) => group.subAreas.some((sub) => leadsTo(sub, shown)));
const firstTable = (area: Area): string | null => area.groups.flatMap((group) => group.subAreas).find((sub) => sub.table)?.table ?? null;

const SubAreaLink: React.FC<{ readonly sub: SubArea; readonly current: boolean; readonly onFollow: () => void }> = ({ sub, current, onFollow }) => {
  const { lcid } = usePlayer();
  const tableTitle = useTableTitle(sub.titles.size > 0 ? null : sub.table);
  const title = sub.titles.size > 0 ? titleOf(sub, lcid) : tableTitle || sub.id;
  if (sub.dashboard) return <Link to={{ page: "dashboard", id: sub.dashboard }} className="mda-nav-link" current={current} onFollow={onFollow}>{title}</Link>;
  if (!sub.table) return <span className="mda-nav-none" title={sub.url ?? sub.id}>{title}</span>;
  return <Link to={{ page: "list", table: sub.table, view: null }} className="mda-nav-link" current={current} onFollow={onFollow}>{title}</Link>;
};

const GroupList: React.FC<{ readonly group: Group; readonly shown: string | null; readonly onFollow: () => void }> = ({ group, shown, onFollow }) => {
  const { lcid } = usePlayer();
  const title = group.titles.size > 0 ? titleOf(group, lcid) : "";
  return (
    <section className="mda-nav-group" {...(title ? { "aria-label": title } : {})}>
      {title ? <h2>{title}</h2> : null}
      <ul>{group.subAreas.map((sub) => <li key={sub.id}><SubAreaLink sub={sub} current={leadsTo(sub, shown)} onFollow={onFollow} /></li>)}</ul>
    </section>
  );
};

interface Props { readonly areas: readonly Area[]; readonly route: Route; readonly open: boolean; readonly onFollow: () => void }

/** The site map: the groups of the present area, and the other areas below. */
export const Navigation: React.FC<Props> = ({ areas, route, open, onFollow }) => {
  const { texts, lcid } = usePlayer();
  const shown = shownBy(route);
  const area = areas.find((each) => holds(each, shown)) ?? areas[0];
  if (!area) return null;
  return (
    <nav id="sitemap" className={open ? "mda-nav mda-open" : "mda-nav"} aria-label={texts.menu}>
      {area.groups.map((group) => <GroupList key={group.id} group={group} shown={shown} onFollow={onFollow} />)}
      {areas.length > 1 ? (
        <section className="mda-nav-areas" aria-label={texts.area}>
          <h2>{texts.area}</h2>
          <ul>{areas.map((each) => {
            const first = firstTable(each);
            return first ? <li key={each.id}><Link to={{ page: "list", table: first, view: null }} className="mda-nav-link" current={each === area} onFollow={onFollow}>{titleOf(each, lcid)}</Link></li> : null;
          })}</ul>
        </section>
      ) : null}
    </nav>
  );
};
