import { asNumber, asText, type JsonObject } from "./json";
import type { WebApi } from "./webapi";

/** A form of a table; type 2 = main, 7 = quick create. */
export interface FormRow { readonly id: string; readonly name: string; readonly xml: string; readonly type: number; readonly isDefault: boolean }
/** A saved view; queryType 0 = public, 2 = associated, 4 = quick find, 64 = lookup. */
export interface ViewRow {
  readonly id: string; readonly name: string; readonly table: string;
  readonly fetchXml: string; readonly layoutXml: string; readonly queryType: number; readonly isDefault: boolean;
}
export interface AppRow { readonly name: string; readonly uniqueName: string }

const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;

const readForm = (row: JsonObject): FormRow => ({
  id: asText(row.formid), name: asText(row.name), xml: asText(row.formxml), type: asNumber(row.type) ?? 2, isDefault: row.isdefault === true,
});

const readView = (row: JsonObject): ViewRow => ({
  id: asText(row.savedqueryid), name: asText(row.name), table: asText(row.returnedtypecode), fetchXml: asText(row.fetchxml),
  layoutXml: asText(row.layoutxml), queryType: asNumber(row.querytype) ?? 0, isDefault: row.isdefault === true,
});

const byPreset = <T extends { readonly isDefault: boolean; readonly name: string }>(a: T, b: T): number =>
  Number(b.isDefault) - Number(a.isDefault) || a.name.localeCompare(b.name);

/** Forms of a table of one type, the preset one first. */
export async function readForms(api: WebApi, table: string, type: 2 | 7): Promise<readonly FormRow[]> {
  const page = await api.list(`systemforms?$filter=${encodeURIComponent(`objecttypecode eq ${quoted(table)} and type eq ${type}`)}`);
  return page.rows.map(readForm).sort(byPreset);
}

/** All views of a table, the preset one first. */
export async function readViews(api: WebApi, table: string): Promise<readonly ViewRow[]> {
  const page = await api.list(`savedqueries?$filter=${encodeURIComponent(`returnedtypecode eq ${quoted(table)}`)}`);
  return page.rows.map(readView).sort(byPreset);
}

/** Name and FormXml of a dashboard. Throws WebApiFault when there is none. */
export async function readDashboard(api: WebApi, id: string): Promise<{ readonly name: string; readonly xml: string }> {
  const row = await api.get(`systemforms(${id})?$select=name,formxml`);
  return { name: asText(row.name), xml: asText(row.formxml) };
}

/** What a chart asks for and draws, as its XML says. Throws WebApiFault when there is none. */
export async function readChartData(api: WebApi, id: string): Promise<string> {
  return asText((await api.get(`savedqueryvisualizations(${id})?$select=datadescription`)).datadescription);
}

/** The app to play: the one named, else the first by name; null when the package has none. */
export async function readApp(api: WebApi, wanted: string | null): Promise<AppRow | null> {
  const apps = (await api.list("appmodules")).rows.map((row) => ({ name: asText(row.name), uniqueName: asText(row.uniquename) }));
  const sorted = [...apps].sort((a, b) => a.name.localeCompare(b.name));
  return sorted.find((app) => app.uniqueName === wanted) ?? sorted[0] ?? null;
}

/** SiteMap XML of an app: the one of its unique name, else the only one. */
export async function readSitemapXml(api: WebApi, app: AppRow): Promise<string | null> {
  const maps = (await api.list("sitemaps")).rows;
  const own = maps.find((map) => asText(map.sitemapnameunique) === app.uniqueName) ?? maps[0];
  return own ? asText(own.sitemapxml) : null;
}

/** The acting user by WhoAmI. Throws WebApiFault. */
export async function readUser(api: WebApi): Promise<{ readonly id: string; readonly name: string }> {
  const id = asText((await api.get("WhoAmI")).UserId);
  const row = await api.get(`systemusers(${id})?$select=fullname`);
  return { id, name: asText(row.fullname) };
}
