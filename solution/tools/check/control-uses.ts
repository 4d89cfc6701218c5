import { childOf, childrenOf, descendants, type Element, textOf } from "../xml/element";
import { type Contents, controlManifest, type Located, type TableContents } from "./contents";
import { finding, type Finding } from "./finding";

/** Type that a control's property asks for -> types of the columns that it may be bound to. */
const bindable: Readonly<Record<string, readonly string[]>> = {
  "SingleLine.Text": ["nvarchar"], "SingleLine.Email": ["nvarchar"], "SingleLine.Phone": ["nvarchar"], "SingleLine.URL": ["nvarchar"], "SingleLine.TextArea": ["nvarchar"], "SingleLine.Ticker": ["nvarchar"],
  Multiple: ["ntext"], Currency: ["money"], Decimal: ["decimal"], FP: ["float"], "Whole.None": ["int"], TwoOptions: ["bit"], OptionSet: ["picklist", "state", "status"], MultiSelectOptionSet: ["multiselectpicklist"],
  "DateAndTime.DateOnly": ["datetime"], "DateAndTime.DateAndTime": ["datetime"], "Lookup.Simple": ["lookup"],
};

/** Every type that a property may ask for; those of the second line take a column of several types, or a table. */
export const propertyTypes: readonly string[] = [
  ...Object.keys(bindable),
  "Enum", "Object", "Lookup.Customer", "Lookup.Owner", "Lookup.PartyList", "Lookup.Regarding", "Status", "Status Reason", "Whole.Duration", "Whole.Language", "Whole.TimeZone", "File", "SingleLine.RichText", "Multiple.RichText",
];

/** What a property is given: a column, or with `static` a fixed value. */
function misbound(form: Located, table: TableContents, property: Element, given: Element): readonly Finding[] {
  const types = bindable[property.attributes["of-type"] ?? ""];
  const column = textOf(given).trim();
  if (given.attributes.static === "true" || types === undefined) return [];
  const type = textOf(table.columns.get(column), "Type");
  return types.includes(type) ? [] : [finding("DULY-CHECK-146", form, property.attributes.name ?? "", column, type === "" ? "which the table lacks" : `of the type ${type}`)];
}

function use(form: Located, table: TableContents, placed: Element, manifest: Element): readonly Finding[] {
  const given = new Map(childrenOf(childOf(placed, "parameters") ?? placed).map((parameter) => [parameter.name, parameter]));
  return descendants(manifest, "property").flatMap((property) => {
    const { name = "", required, usage } = property.attributes;
    const value = given.get(name);
    if (value !== undefined) return misbound(form, table, property, value);
    return required === "true" && usage !== "output" ? [finding("DULY-CHECK-147", form, placed.attributes.name ?? "", name)] : [];
  });
}

/** Components on forms are given what their manifests ask for. */
export const controlUses = (contents: Contents): readonly Finding[] => [...contents.tables.values()].flatMap((table) => table.forms.flatMap((form) => descendants(form.root, "customControl").flatMap((placed) => {
  const control = contents.controls.find(({ root }) => textOf(root, "Name") === placed.attributes.name);
  const manifest = control === undefined ? undefined : controlManifest(contents, control);
  return manifest === undefined ? [] : use(form, table, placed, manifest);
})));
