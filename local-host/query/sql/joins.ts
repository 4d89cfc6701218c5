import type { Link } from "../ir";
import { conditionSql } from "./conditions";
import { addSource, innerScope, quoted, resolve, sourceOf, type Scope } from "./scope";

/** Links as JOIN text, parents before children; the linked tables are added to the scope. */
export function joins(scope: Scope, links: readonly Link[]): string {
  for (const link of links) register(scope, link);
  return links.map((link) => joinText(scope, link)).join("");
}

function register(scope: Scope, link: Link): void {
  addSource(scope, link.alias, link.table);
  for (const child of link.links) register(scope, child);
}

function joinText(scope: Scope, link: Link): string {
  const source = sourceOf(scope, link.alias);
  const word = link.type === "inner" ? " JOIN" : " LEFT JOIN";
  const own = `${word} ${quoted(source.table.logicalName)} ${source.name} ON ${linkTest(scope, link)}`;
  return own + link.links.map((child) => joinText(scope, child)).join("");
}

function linkTest(scope: Scope, link: Link): string {
  const child = resolve(scope, { link: link.alias, column: link.from });
  const parent = resolve(scope, { link: link.parent, column: link.to });
  const keys = `${child.sql} = ${parent.sql}`;
  return link.filter === null ? keys : `${keys} AND ${conditionSql(scope, link.filter)}`;
}

/** EXISTS over related rows; nested links narrow (or widen) the rows that count. */
export function exists(outer: Scope, link: Link, negated: boolean): string {
  const scope = innerScope(outer);
  register(scope, link);
  const source = sourceOf(scope, link.alias);
  const nested = link.links.map((child) => joinText(scope, child)).join("");
  return `${negated ? "NOT " : ""}EXISTS (SELECT 1 FROM ${quoted(source.table.logicalName)} ${source.name}${nested} WHERE ${linkTest(scope, link)})`;
}
