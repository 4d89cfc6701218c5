import type { App } from "../../model/app";
import { prefixed } from "../../model/names";
import type { AppIr, DashboardIr } from "../ir/solution";
import { idOf } from "../ids";
import type { Labels } from "../labels";

/** Resolves the app; it carries every table given, also those without a place in the site map. */
export const readApp = (app: App, { tables, dashboards }: { readonly tables: readonly string[]; readonly dashboards: readonly DashboardIr[] }, labels: Labels): AppIr => ({
  uniqueName: app.uniqueName, label: labels.say("app", app.label), description: labels.say("app.help", app.help),
  tables, dashboardIds: dashboards.map((dashboard) => dashboard.id), roleIds: app.roles.map((key) => idOf("role", key)),
  areas: app.areas.map((area) => ({
    id: prefixed(area.key), label: labels.say(`area.${area.key}`, area.label),
    groups: area.groups.map((entry) => ({
      id: prefixed(`${area.key}_${entry.key}`), label: labels.say(`area.${area.key}.${entry.key}`, entry.label),
      dashboards: (entry.dashboards ?? []).flatMap((wanted) => dashboards.filter((dashboard) => dashboard.key === wanted.key)),
      tables: entry.tables.map((table) => prefixed(table.name)),
    })),
  })),
});
