import type { Form, Section } from "../../model/form";
import { prefixed } from "../../model/names";
import type { Text } from "../../model/text";
import type { ColumnIr } from "../ir/column";
import type { FieldIr, FormIr, GridIr, PcfIr, SectionIr } from "../ir/table";
import { idOf } from "../ids";
import type { Labels } from "../labels";
import { packFailure } from "../messages";
import { columnName, viewId } from "./names";
import { relationshipName } from "./relationships";

interface Source { readonly form: Form; readonly columns: readonly ColumnIr[]; readonly labels: Labels }

function columnOf({ form, columns }: Source, key: string): ColumnIr {
  const found = columns.find((column) => column.logicalName === columnName(key));
  if (found === undefined) throw packFailure("DULY-PACK-003", form.table.name, key);
  return found;
}

function controlsOf(source: Source, section: Section): readonly (FieldIr | GridIr | PcfIr)[] {
  const { table } = source.form;
  switch (section.kind) {
    case "fields": return section.fields.map((key) => ({ kind: "field", column: columnOf(source, key) }));
    case "control": return [{ kind: "pcf", control: section.control, property: section.property, column: columnOf(source, section.column) }];
    case "grid": return [{
      kind: "grid", table: prefixed(section.table.name), viewId: viewId(section.table.name, "active"),
      relationship: relationshipName(section.table.name, section.by, table.name), chartId: null,
    }];
  }
}

/** Resolves a form; throws DULY-PACK-003 on a column that the table lacks. `name` is the table's label. */
export function readForm(source: Source, name: Text): FormIr {
  const { form, labels } = source;
  const at = `form.${form.table.name}`;
  const section = (tab: string, entry: Section): SectionIr => ({
    key: entry.key, label: labels.say(`${at}.${tab}.${entry.key}`, entry.label),
    across: entry.kind === "fields" ? entry.across : 1, controls: controlsOf(source, entry),
  });
  return {
    id: idOf("form", `${prefixed(form.table.name)}.main`), name,
    tabs: form.tabs.map((tab) => ({ key: tab.key, label: labels.say(`${at}.${tab.key}`, tab.label), sections: tab.sections.map((entry) => section(tab.key, entry)) })),
    script: form.script,
  };
}
