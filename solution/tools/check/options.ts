import { childOf, descendants, type Element, textOf } from "../xml/element";
import type { Contents, Located, TableContents } from "./contents";
import { finding, type Finding } from "./finding";

/** Values that the platform gives status reasons itself. */
const platform: ReadonlySet<number> = new Set([1, 2]);

function values(place: Located, options: readonly Element[], start: number, others: ReadonlySet<number>): readonly Finding[] {
  const given = options.map((option) => Number(option.attributes.value));
  const outside = (value: number): boolean => !(value >= start && value < start + 10000) && !others.has(value);
  return given.filter((value, index) => given.indexOf(value) !== index || outside(value)).map((value) => finding("DULY-CHECK-061", place, String(value)));
}

function lifecycle(table: TableContents): readonly Finding[] {
  const states = descendants(table.root, "state");
  const reasons = descendants(table.root, "status").filter((reason) => reason.attributes.state !== undefined);
  const lost = reasons.filter((reason) => !states.some((state) => state.attributes.value === reason.attributes.state));
  const wrong = states.filter((state) => !reasons.some((reason) => reason.attributes.value === state.attributes.defaultstatus && reason.attributes.state === state.attributes.value));
  return [
    ...lost.map((reason) => finding("DULY-CHECK-062", table, `status reason ${String(reason.attributes.value)} belongs to no state`)),
    ...wrong.map((state) => finding("DULY-CHECK-062", table, `state ${String(state.attributes.value)} begins with ${String(state.attributes.defaultstatus)}`)),
  ];
}

function presets(table: TableContents, contents: Contents): readonly Finding[] {
  const choices = new Map(contents.choices.map(({ root }) => [root.attributes.Name, new Set(descendants(root, "option").map((option) => option.attributes.value))]));
  return [...table.columns].flatMap(([name, attribute]) => {
    const options = choices.get(textOf(childOf(attribute, "OptionSetName")));
    const preset = textOf(attribute, "AppDefaultValue");
    return options === undefined || preset === "-1" || options.has(preset) ? [] : [finding("DULY-CHECK-063", table, name, preset)];
  });
}

/** Choices, states and status reasons hold values that may never move. */
export function options(contents: Contents): readonly Finding[] {
  const start = Number(textOf(childOf(contents.manifest, "Publisher"), "CustomizationOptionValuePrefix")) * 10000;
  return [
    ...contents.choices.flatMap((choice) => values(choice, descendants(choice.root, "option"), start, new Set())),
    ...[...contents.tables.values()].flatMap((table) => [
      ...values(table, descendants(table.root, "status").filter((reason) => reason.attributes.state !== undefined), start, platform), ...lifecycle(table), ...presets(table, contents),
    ]),
  ];
}
