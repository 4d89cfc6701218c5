import type { App } from "../../model/app";
import { prefixed } from "../../model/names";
import type { AppIr } from "../ir/solution";
import { idOf } from "../ids";
import { type Labels, onlyEnglish } from "../labels";

/** Resolves the app; it carries every table given, also those without a place in the site map. */
export const readApp = (app: App, tables: readonly string[], labels: Labels): AppIr => ({
  uniqueName: app.uniqueName, label: labels.say("app", app.label), description: onlyEnglish(app.help),
  tables, roleIds: app.roles.map((key) => idOf("role", key)),
  areas: app.areas.map((area) => ({
    id: prefixed(area.key), label: labels.say(`area.${area.key}`, area.label),
    groups: area.groups.map((entry) => ({
      id: prefixed(`${area.key}_${entry.key}`), label: labels.say(`area.${area.key}.${entry.key}`, entry.label),
      tables: entry.tables.map((table) => prefixed(table.name)),
    })),
  })),
});
