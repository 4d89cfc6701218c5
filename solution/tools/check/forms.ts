import { descendants, textOf } from "../xml/element";
import type { Contents, Located, TableFiles } from "./contents";
import type { Finding } from "./finding";

interface Source { readonly form: Located; readonly table: TableFiles; readonly contents: Contents }

const say = ({ form }: Source, code: string, message: string): Finding => ({ code, where: form.path, message });

const fields = (source: Source): readonly Finding[] => descendants(source.form.root, "control").map((control) => control.attributes.datafieldname)
  .filter((name) => name !== undefined && !source.table.columns.has(name))
  .map((name) => say(source, "DULY-CHECK-012", `The form shows the column ${String(name)}, which the table lacks.`));

function pcfs(source: Source): readonly Finding[] {
  const known = new Set(source.contents.controls.map(({ root }) => textOf(root, "Name")));
  const places = new Set(descendants(source.form.root, "control").map((control) => control.attributes.uniqueid));
  const named = descendants(source.form.root, "customControl").map((control) => control.attributes.name).filter((name) => name !== undefined);
  const lost = descendants(source.form.root, "controlDescription").map((entry) => entry.attributes.forControl).filter((id) => !places.has(id));
  return [
    ...[...new Set(named)].filter((name) => !known.has(name)).map((name) => say(source, "DULY-CHECK-013", `The form shows the control ${name}, which is not in Controls/.`)),
    ...lost.map((id) => say(source, "DULY-CHECK-014", `A control description is for ${String(id)}, which is no place on the form.`)),
  ];
}

function scripts(source: Source): readonly Finding[] {
  const resources = new Set(source.contents.webResources.map(({ root }) => textOf(root, "Name")));
  const libraries = descendants(source.form.root, "Library").map((library) => library.attributes.name ?? "");
  const used = descendants(source.form.root, "Handler").map((handler) => handler.attributes.libraryName ?? "");
  return [
    ...libraries.filter((name) => !resources.has(name)).map((name) => say(source, "DULY-CHECK-015", `The form loads the script ${name}, which is not in WebResources/.`)),
    ...used.filter((name) => !libraries.includes(name)).map((name) => say(source, "DULY-CHECK-016", `A handler calls into ${name}, which the form does not load.`)),
  ];
}

function grids(source: Source): readonly Finding[] {
  const relationships = new Set(source.contents.relationships.map((entry) => entry.attributes.Name));
  const views = new Set([...source.contents.tables.values()].flatMap((table) => table.views.map(({ root }) => textOf(descendants(root, "savedqueryid")[0]))));
  const missing = (element: string, known: ReadonlySet<string | undefined>): readonly string[] =>
    descendants(source.form.root, element).map((entry) => textOf(entry)).filter((name) => name !== "" && !known.has(name));
  return [...missing("RelationshipName", relationships), ...missing("ViewId", views)]
    .map((name) => say(source, "DULY-CHECK-017", `A subgrid uses ${name}, which is no relationship or view of the package.`));
}

/** Forms refer only to what is in the package. */
export const forms = (contents: Contents): readonly Finding[] => [...contents.tables.values()].flatMap((table) => table.forms.flatMap((form) => {
  const source: Source = { form, table, contents };
  return [...fields(source), ...pcfs(source), ...scripts(source), ...grids(source)];
}));
