import type { Text } from "../../model/text";
import type { ColumnIr, ColumnPart } from "../ir/column";
import { element, type Element, group, leaf } from "../xml/element";
import { descriptions, introduced, labelled } from "./texts";

const flag = (value: boolean): number => (value ? 1 : 0);

const money = { min: "-922337203685477", max: "922337203685477" };

function localOptions(column: ColumnIr, table: string, kind: string, body: readonly Element[]): Element {
  return element("optionset", { Name: `${table}_${column.logicalName}` }, [
    leaf("OptionSetType", kind), leaf("IntroducedVersion", introduced), leaf("IsCustomizable", 1),
    labelled("displaynames", "displayname", column.label), descriptions(column.description), ...body,
  ]);
}

const option = (value: number, label: Text): Element =>
  element("option", { value, ExternalValue: "", IsHidden: 0 }, [labelled("labels", "label", label)]);

function choiceLike(column: ColumnIr, part: ColumnPart, table: string): readonly Element[] {
  switch (part.type) {
    case "bit": return [
      leaf("AppDefaultValue", flag(part.initial)),
      localOptions(column, table, "bit", [group("options", [option(1, part.yes), option(0, part.no)])]),
    ];
    case "picklist": return [leaf("AppDefaultValue", part.initial ?? -1), leaf("OptionSetName", part.optionSet)];
    case "state": return [localOptions(column, table, "state", [group("states", part.states.map((state) =>
      element("state", { value: state.value, defaultstatus: state.initialStatus, invariantname: state.name }, [labelled("labels", "label", state.label)])))])];
    case "status": return [localOptions(column, table, "status", [group("statuses", part.statuses.map((status) =>
      element("status", { value: status.value, state: status.state }, [labelled("labels", "label", status.label)])))])];
    default: return [];
  }
}

/** The elements of an attribute that depend on its type, in export order. */
export function typePart(column: ColumnIr, table: string): readonly Element[] {
  const { part } = column;
  switch (part.type) {
    case "nvarchar": return [leaf("Format", part.format), leaf("MaxLength", part.maxLength), leaf("Length", part.maxLength * 2)];
    case "ntext": return [leaf("Format", part.format), leaf("MaxLength", part.maxLength)];
    case "int": return [leaf("Format", "none"), leaf("MinValue", part.min), leaf("MaxValue", part.max)];
    case "decimal": return [leaf("MinValue", part.min === 1e-12 ? "0.000000000001" : part.min), leaf("MaxValue", part.max), leaf("Accuracy", part.precision)];
    case "money": return [
      leaf("MinValue", money.min), leaf("MaxValue", money.max), leaf("Accuracy", part.calculationOf === null ? 2 : 4), leaf("AccuracySource", 2),
      ...(part.calculationOf === null ? [] : [leaf("CalculationOf", part.calculationOf)]),
    ];
    case "datetime": return [
      leaf("Format", part.dateOnly ? "date" : "datetime"), leaf("CanChangeDateTimeBehavior", 1), leaf("Behavior", part.dateOnly ? 2 : 1),
    ];
    case "lookup": case "owner": return [leaf("LookupStyle", "single"), group("LookupTypes", [])];
    case "primarykey": return [];
    default: return choiceLike(column, part, table);
  }
}
