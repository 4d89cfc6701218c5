import { descendants, textOf } from "../xml/element";
import type { Contents } from "./contents";
import type { Finding } from "./finding";

/** An app lists its site map, and only tables and roles of the package; the site map leads only to tables of the app. */
export function apps(contents: Contents): readonly Finding[] {
  const roles = new Set(contents.roles.map(({ root }) => root.attributes.id));
  const siteMaps = new Set(contents.siteMaps.map(({ root }) => textOf(root, "SiteMapUniqueName")));
  return contents.apps.flatMap(({ path, root }) => {
    const say = (code: string, message: string): Finding => ({ code, where: path, message });
    const parts = descendants(root, "AppModuleComponent");
    const listed = (type: string): readonly string[] => parts.filter((part) => part.attributes.type === type).map((part) => part.attributes.schemaName ?? "");
    const leads = contents.siteMaps.flatMap((map) => descendants(map.root, "SubArea").map((area) => area.attributes.Entity ?? ""));
    return [
      ...(listed("62").some((name) => siteMaps.has(name)) ? [] : [say("DULY-CHECK-028", "The app lists no site map of the package.")]),
      ...listed("1").filter((name) => !contents.tables.has(name)).map((name) => say("DULY-CHECK-029", `The app lists the table ${name}, which is not in the package.`)),
      ...leads.filter((name) => !listed("1").includes(name)).map((name) => say("DULY-CHECK-030", `The site map leads to ${name}, which is not in the app.`)),
      ...descendants(root, "Role").filter((role) => !roles.has(role.attributes.id)).map((role) => say("DULY-CHECK-031", `Role ${String(role.attributes.id)} is not in the package.`)),
    ];
  });
}
