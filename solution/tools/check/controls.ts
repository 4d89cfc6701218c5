import { descendants, type Element, textOf } from "../xml/element";
import { type Contents, type Located, type TableContents, unbraced } from "./contents";
import { finding, type Finding } from "./finding";

const texts = ["nvarchar", "ntext"];
const lookups = ["lookup", "customer", "owner", "partylist"];

/** Class of a control -> types of the columns that it shows; empty = it shows no column. From genuine forms. */
const classes: ReadonlyMap<string, readonly string[]> = new Map([
  ["4273edbd-ac1d-40d3-9fb2-095c621b552d", [...texts, "primarykey", "uniqueidentifier"]], ["e0dece4b-6fc8-4a8f-a065-082708572369", texts],
  ["ada2203e-b4cd-49be-9ddf-234642b43b52", texts], ["71716b6c-711e-476c-8ab8-5d11542bfb47", texts], ["1e1fc551-f7a8-43af-ac34-a8dc35c7b6d4", texts],
  ["270bd3db-d9af-4782-9025-509e298dec0a", lookups], ["f3015350-44a2-4aa0-97b5-00166532b5e9", lookups], ["cbfb742c-14e7-4a17-96bb-1a13f7f64aa2", lookups], ["5b773807-9fb2-42db-97c3-7a91eff8adff", ["datetime"]],
  ["3ef39988-22bb-4f0b-bbbe-64b5a3748aee", ["picklist", "state", "status"]], ["5d68b988-0661-4db2-bc3e-17598ad3be6c", ["status", "state", "picklist"]], ["4aa28ab7-9c13-4f57-a73d-ad894d048b5f", ["multiselectpicklist"]],
  ["67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed", ["bit"]], ["b0c6723a-8503-4fd7-bb28-c8a06ac933c2", ["bit"]],
  ["c6d124ca-7eda-4a60-aea9-7fb8d318b68f", ["int", "bigint"]], ["aa987274-ce4e-4271-a803-66164311a958", ["int"]], ["7c624a0b-f59e-493d-9583-638d34759266", ["int"]], ["671a9387-ca5a-4d1e-8ab7-06e39ddcf6b5", ["int"]],
  ["533b9e00-756b-4312-95a0-dc888637ac78", ["money"]], ["c3efe0c3-0ec6-42be-8349-cbd9079dfd8e", ["decimal"]], ["0d2c745a-e5a8-4c8f-ba63-c6d3bb604660", ["float"]],
  ["0a7ff475-b016-4687-9ce5-042bfdbd6519", ["file"]], ["7e548b0d-209c-477b-9dcd-f0f44472381d", ["image"]],
  ["e7a81278-8635-4d9e-8d4d-59480b391c5b", []], ["06375649-c143-495e-a496-c962e5b4488e", []], ["5c5600e0-1d6e-4205-a272-be80da87fd42", lookups],
  ["9fdf5f91-88b1-47f4-ad53-c11efc01a01d", []], ["fd2a7985-3187-444e-908d-6624b21f69c0", []],
]);

/** Hosts whatever a component made for it shows. */
const host = "f9a8a302-114e-466a-b582-6771b2ae0d92";

function misplaced(form: Located, control: Element, table: TableContents | undefined): readonly Finding[] {
  const { id = "", classid = "", datafieldname } = control.attributes;
  const shown = classes.get(unbraced(classid));
  if (unbraced(classid) === host) return [];
  if (shown === undefined) return [finding("DULY-CHECK-116", form, id, classid, "that is not known")];
  const type = textOf(table?.columns.get(datafieldname ?? ""), "Type");
  return type === "" || shown.includes(type) ? [] : [finding("DULY-CHECK-116", form, id, classid, `that shows no ${type}`)];
}

function twice(form: Located): readonly Finding[] {
  const ids = descendants(form.root, "control").map((control) => control.attributes.id ?? "");
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => finding("DULY-CHECK-117", form, id));
}

const onPage = (page: Located, table?: TableContents): readonly Finding[] => [...descendants(page.root, "control").flatMap((control) => misplaced(page, control, table)), ...twice(page)];

/** Controls of forms and dashboards can show what they are placed for. */
export const controls = (contents: Contents): readonly Finding[] => [
  ...[...contents.tables.values()].flatMap((table) => table.forms.flatMap((form) => onPage(form, table))), ...contents.dashboards.flatMap((page) => onPage(page)),
];
