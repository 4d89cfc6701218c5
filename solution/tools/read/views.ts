import type { Cell, ViewFilter, ViewOrder, Views } from "../../model/view";
import type { Text } from "../../model/text";
import type { FilterIr, ViewIr } from "../ir/table";
import type { Labels } from "../labels";
import { filled } from "./columns";
import { columnName, viewId } from "./names";

interface Source { readonly views: Views; readonly plural: Text; readonly labels: Labels }

const filterOf = (filter: ViewFilter): FilterIr => "any" in filter
  ? { any: filter.any.map(filterOf) }
  : { column: columnName(filter.column), operator: filter.operator, value: filter.value === undefined ? null : String(filter.value) };

const state = (value: 0 | 1): FilterIr => ({ column: "statecode", operator: "eq", value: String(value) });
const cellsOf = (cells: readonly Cell[]): ViewIr["cells"] => cells.map(([column, width]) => [columnName(column), width] as const);
const orderOf = (order: readonly ViewOrder[]): ViewIr["order"] => order.map(([column, direction]) => [columnName(column), direction] as const);

/** Views that every table has: their names are patterns over the table's names. */
const patterns = [
  { key: "active", name: "Active {0}", queryType: 0, filter: [state(0)], initial: true },
  { key: "inactive", name: "Inactive {0}", queryType: 0, filter: [state(1)], initial: false },
  { key: "advanced", name: "Advanced find of {0}", queryType: 1, filter: [state(0)], initial: true },
  { key: "associated", name: "Associated {0}", queryType: 2, filter: [state(0)], initial: true },
  { key: "find", name: "Quick find of {0}", queryType: 4, filter: [state(0)], initial: true },
  { key: "lookup", name: "Lookup of {0}", queryType: 64, filter: [state(0)], initial: true },
] as const;

function usualViews({ views, plural, labels }: Source): readonly ViewIr[] {
  const lookup: readonly Cell[] = [["name", 250], ...views.lookup];
  return patterns.map(({ key, name, queryType, filter, initial }) => ({
    id: viewId(views.table.name, key), name: filled(labels.say(`view.${key}`, name), plural, (word) => word.toLowerCase()),
    queryType, initial: initial && (key !== "active" || views.opensWith === undefined), cells: cellsOf(queryType === 64 ? lookup : views.cells), filter, order: orderOf(views.order),
    find: queryType === 4 ? views.find.map(columnName) : [],
  }));
}

/** All views of a table: the six usual ones and its own. */
export const readViews = (source: Source): readonly ViewIr[] => [
  ...usualViews(source),
  ...source.views.more.map((view): ViewIr => ({
    id: viewId(source.views.table.name, view.key), name: source.labels.say(`view.${source.views.table.name}.${view.key}`, view.label),
    queryType: 0, initial: view.key === source.views.opensWith, cells: cellsOf(view.cells), filter: view.filter.map(filterOf), order: orderOf(view.order), find: [],
  })),
];
