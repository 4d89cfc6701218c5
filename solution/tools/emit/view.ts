import type { FilterIr, TableIr, ViewIr } from "../ir/table";
import { braced } from "../ids";
import { element, type Element, group, leaf } from "../xml/element";
import { introduced, localizedNames } from "./texts";

function condition(filter: FilterIr): Element {
  if ("any" in filter) return element("filter", { type: "or" }, filter.any.map(condition));
  const value = filter.value === null ? {} : { value: filter.value };
  return element("condition", { attribute: filter.column, operator: filter.operator, ...value });
}

/** Quick find tells its search columns by a filter of its own; {0} is what the user types. */
const searched = (view: ViewIr): Element =>
  element("filter", { type: "or", isquickfindfields: 1 }, view.find.map((column) => element("condition", { attribute: column, operator: "like", value: "{0}" })));

function fetchXml(view: ViewIr, table: TableIr): Element {
  const columns = [...new Set([table.primaryId, ...view.cells.map(([column]) => column)])];
  return element("fetch", { version: "1.0", "output-format": "xml-platform", mapping: "logical" }, [element("entity", { name: table.logicalName }, [
    ...columns.map((name) => element("attribute", { name })),
    ...view.order.map(([attribute, direction]) => element("order", { attribute, descending: direction === "desc" ? "true" : "false" })),
    ...(view.filter.length === 0 ? [] : [element("filter", { type: "and" }, view.filter.map(condition))]),
    ...(view.find.length === 0 ? [] : [searched(view)]),
  ])]);
}

const layoutXml = (view: ViewIr, table: TableIr): Element =>
  element("grid", { name: "resultset", jump: table.primaryName, select: 1, icon: 1, preview: 1 }, [
    element("row", { name: "result", id: table.primaryId }, view.cells.map(([name, width]) => element("cell", { name, width }))),
  ]);

/** `<savedqueries>` file of one view. */
export const savedQuery = (view: ViewIr, table: TableIr): Element => group("savedqueries", [group("savedquery", [
  leaf("IsCustomizable", 1), leaf("CanBeDeleted", 0), leaf("isquickfindquery", view.queryType === 4 ? 1 : 0), leaf("isprivate", 0), leaf("isdefault", view.initial ? 1 : 0),
  leaf("savedqueryid", braced(view.id)), group("layoutxml", [layoutXml(view, table)]), leaf("querytype", view.queryType),
  group("fetchxml", [fetchXml(view, table)]), leaf("IntroducedVersion", introduced), localizedNames(view.name),
])]);
