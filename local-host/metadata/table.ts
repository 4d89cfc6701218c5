import type { ChoiceOption, Column, ManyToOne, Table } from "./model";
import { column, guid, label, labelOf, type TableSpec } from "./notation";
import { baseAmount, standardColumns } from "./standard-columns";

const isLookup = (type: Column["type"]): boolean => type === "lookup" || type === "customer" || type === "owner";

type States = NonNullable<TableSpec["states"]>;

const active: States = [["Active", { 1: "Active" }], ["Inactive", { 2: "Inactive" }]];

function stateColumns(states: States): readonly Column[] {
  const stateOptions = states.map(([name, statuses], value): ChoiceOption => ({ value, labels: label(name), defaultStatus: Number(Object.keys(statuses)[0]) }));
  const statusOptions = states.flatMap(([, statuses], state) =>
    Object.entries(statuses).map(([value, name]): ChoiceOption => ({ value: Number(value), labels: label(name), state })));
  return [
    column("StateCode", { type: "state", options: stateOptions, defaultValue: 0, required: "system" }),
    column("StatusCode", { type: "status", options: statusOptions, ...(statusOptions[0] === undefined ? {} : { defaultValue: statusOptions[0].value }) }),
  ];
}

/** A table of the baseline in full. */
export function tableOf(spec: TableSpec): Table {
  const primaryId = spec.id ?? `${spec.name}id`;
  const own = Object.entries(spec.columns).map(([name, { relationships: _names, cascadeDelete: _cascade, ...rest }]) => column(name, rest));
  const bases = own.filter((each) => each.type === "money").map(baseAmount);
  const hasState = spec.ownership !== "none" || spec.states !== undefined;
  const all = [
    column(primaryId, { ...guid(), required: "system", validForUpdate: false }), ...own, ...bases,
    ...(hasState ? stateColumns(spec.states ?? active) : []), ...standardColumns(spec.ownership, bases.length > 0),
  ];
  const columns = new Map<string, Column>();
  for (const each of all) if (!columns.has(each.logicalName)) columns.set(each.logicalName, each);
  return {
    logicalName: spec.name, schemaName: spec.name, entitySetName: spec.set, labels: labelOf(title(spec.name)), collectionLabels: labelOf(title(spec.set)),
    descriptions: {}, primaryId, primaryName: spec.primaryName, ownership: spec.ownership, isActivity: spec.isActivity ?? false, isCustom: false, columns, keys: [],
  };
}

const title = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The relationships of a table's own lookups. Navigation names are the platform's: the column, with `_target` when there are several targets. */
export function relationshipsOf(spec: TableSpec): readonly ManyToOne[] {
  return Object.entries(spec.columns).flatMap(([schemaName, each]) => {
    const targets = isLookup(each.type) ? each.targets ?? [] : [];
    const name = schemaName.toLowerCase();
    return targets.map((target, index): ManyToOne => {
      const relationship = each.relationships?.[index] ?? `${target}_${spec.name}_${name}`;
      return {
        schemaName: relationship, referencingTable: spec.name, referencingColumn: name, referencedTable: target,
        lookupNavigation: targets.length > 1 ? `${name}_${target}` : name, collectionNavigation: relationship, cascadeDelete: each.cascadeDelete ?? "RemoveLink",
      };
    });
  });
}
