import type { Metadata, Table } from "../../metadata/model";
import type { Order, QueryColumn } from "../ir";
import { navigationOf } from "../navigation";
import { badUri, noProperty } from "./error";
import { follow, propertyColumn, type Ground } from "./ground";
import { splitOutside } from "./split";

/** A $select as columns; null = all. Money columns bring the currency along. */
export function selectedColumns(metadata: Metadata, table: Table, select: string | undefined): readonly QueryColumn[] | null {
  if (select === undefined || select.trim() === "" || select.trim() === "*") return null;
  const names = select.split(",").map((name) => name.trim()).filter((name) => name !== "");
  const columns = new Set(names.map((name) => selectedColumn(metadata, table, name)));
  const money = [...columns].some((name) => table.columns.get(name)?.type === "money");
  if (money && table.columns.has("transactioncurrencyid")) columns.add("transactioncurrencyid");
  return [...columns].map((column) => ({ column }));
}

/** A lookup may be selected by its navigation property as well as by `_x_value`. */
function selectedColumn(metadata: Metadata, table: Table, name: string): string {
  const navigation = table.columns.has(name) || !name.startsWith("_") ? navigationOf(metadata, table, name) : null;
  if (navigation?.kind === "one") return navigation.relationship.referencingColumn;
  const polymorphic = table.columns.get(name);
  if (polymorphic?.targets !== undefined && polymorphic.targets.length > 1) return name;
  return propertyColumn(table, name).logicalName;
}

/** An $orderby as order; lookups on the way are added to the ground's links. */
export function orderOf(metadata: Metadata, ground: Ground, orderby: string | undefined): Order[] {
  if (orderby === undefined || orderby.trim() === "") return [];
  return splitOutside(orderby, ",").map((part) => {
    const [, path, direction = "asc"] = /^([\w/]+)(?:\s+(asc|desc))?$/.exec(part) ?? [];
    if (path === undefined) throw badUri(`Syntax error in $orderby: '${part}'.`);
    return { ref: follow(metadata, ground, path.split("/")).ref, descending: direction === "desc" };
  });
}

/** A $top: a whole number from 1 up. */
export function topOf(top: string | undefined): number | null {
  if (top === undefined) return null;
  if (!/^\d+$/.test(top.trim())) throw badUri(`Invalid value '${top}' for $top query option found. The $top query option requires a non-negative integer value.`);
  return Number(top);
}

/** The navigation property of a name, or the error of an unknown property. */
export function requiredNavigation(metadata: Metadata, table: Table, name: string): NonNullable<ReturnType<typeof navigationOf>> {
  const navigation = navigationOf(metadata, table, name);
  if (navigation === null) throw noProperty(name, table.logicalName);
  return navigation;
}
