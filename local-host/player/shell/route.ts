/** A row that a new one belongs to: the lookup that is filled in advance. */
export interface Parent { readonly column: string; readonly table: string; readonly id: string; readonly name: string }

export type Route =
  | { readonly page: "home" }
  | { readonly page: "dashboard"; readonly id: string }
  | { readonly page: "list"; readonly table: string; readonly view: string | null }
  /** id null = a new row. */
  | { readonly page: "row"; readonly table: string; readonly id: string | null; readonly parent: Parent | null };

const parentIn = (query: URLSearchParams): Parent | null => {
  const [column, table, id] = (query.get("parent") ?? "").split(":");
  return column && table && id ? { column, table, id, name: query.get("parentname") ?? id } : null;
};

/** Takes the place of a table in addresses; no table is called so. */
const DASHBOARD = "dashboard";

/** Reads an address of the player: /app/dashboard/<id>, /app/<table>, /app/<table>/<id>, /app/<table>/new. */
export function readRoute(pathname: string, search: string): Route {
  const [app, table, id] = pathname.split("/").filter(Boolean).map(decodeURIComponent);
  const query = new URLSearchParams(search);
  if (app !== "app" || !table) return { page: "home" };
  if (table === DASHBOARD && id) return { page: "dashboard", id };
  if (!id) return { page: "list", table, view: query.get("view") };
  return { page: "row", table, id: id === "new" ? null : id, parent: parentIn(query) };
}

const pathOf = (route: Route): string => {
  if (route.page === "home") return "/";
  if (route.page === "dashboard") return `/app/${DASHBOARD}/${encodeURIComponent(route.id)}`;
  const table = `/app/${encodeURIComponent(route.table)}`;
  return route.page === "list" ? table : `${table}/${route.id ?? "new"}`;
};

const ownQuery = (route: Route): Readonly<Record<string, string>> => {
  if (route.page === "list" && route.view) return { view: route.view };
  if (route.page !== "row" || !route.parent) return {};
  const { column, table, id, name } = route.parent;
  return { parent: `${column}:${table}:${id}`, parentname: name };
};

/** The address of a route; the language and the app that the present address asks for are kept. */
export function addressOf(route: Route, search: string): string {
  const present = new URLSearchParams(search);
  const kept = ["lang", "app"].flatMap((name): [string, string][] => (present.get(name) ? [[name, present.get(name) ?? ""]] : []));
  const query = new URLSearchParams([...Object.entries(ownQuery(route)), ...kept]).toString();
  return pathOf(route) + (query ? `?${query}` : "");
}
