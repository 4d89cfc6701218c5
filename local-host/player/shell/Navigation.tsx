import * as React from "react";
import { Link } from "./Link";
import { usePlayer } from "./player";
import type { Route } from "./route";
import { type Area, type Group, type SubArea, titleOf } from "./sitemap";
import { useTableTitle } from "./useTableTitle";

const tableOf = (route: Route): string | null => (route.page === "home" ? null : route.table);
const holds = (area: Area, table: string | null): boolean => area.groups.some((group) => group.subAreas.some((sub) => sub.table === table));
const firstTable = (area: Area): string | null => area.groups.flatMap((group) => group.subAreas).find((sub) => sub.table)?.table ?? null;

const SubAreaLink: React.FC<{ readonly sub: SubArea; readonly current: boolean; readonly onFollow: () => void }> = ({ sub, current, onFollow }) => {
  const { lcid } = usePlayer();
  const tableTitle = useTableTitle(sub.titles.size > 0 ? null : sub.table);
  const title = sub.titles.size > 0 ? titleOf(sub, lcid) : tableTitle || sub.id;
  if (!sub.table) return <span className="mda-nav-none" title={sub.url ?? sub.id}>{title}</span>;
  return <Link to={{ page: "list", table: sub.table, view: null }} className="mda-nav-link" current={current} onFollow={onFollow}>{title}</Link>;
};

const GroupList: React.FC<{ readonly group: Group; readonly table: string | null; readonly onFollow: () => void }> = ({ group, table, onFollow }) => {
  const { lcid } = usePlayer();
  const title = group.titles.size > 0 ? titleOf(group, lcid) : "";
  return (
    <section className="mda-nav-group" {...(title ? { "aria-label": title } : {})}>
      {title ? <h2>{title}</h2> : null}
      <ul>{group.subAreas.map((sub) => <li key={sub.id}><SubAreaLink sub={sub} current={sub.table === table} onFollow={onFollow} /></li>)}</ul>
    </section>
  );
};

interface Props { readonly areas: readonly Area[]; readonly route: Route; readonly open: boolean; readonly onFollow: () => void }

/** The site map: the groups of the present area, and the other areas below. */
export const Navigation: React.FC<Props> = ({ areas, route, open, onFollow }) => {
  const { texts, lcid } = usePlayer();
  const table = tableOf(route);
  const area = areas.find((each) => holds(each, table)) ?? areas[0];
  if (!area) return null;
  return (
    <nav id="sitemap" className={open ? "mda-nav mda-open" : "mda-nav"} aria-label={texts.menu}>
      {area.groups.map((group) => <GroupList key={group.id} group={group} table={table} onFollow={onFollow} />)}
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
