import type { ChoiceOption } from "../../metadata/model";
import { itemsOf, named, type Element } from "../xml/element";
import { labelsOf } from "../xml/labels";

const number = (text: string | undefined): number => Number(text ?? 0);

/** Options of an `<optionset>`: of a choice, a yes/no column, states or status reasons. */
export function optionsOf(optionset: Element | undefined): readonly ChoiceOption[] {
  const options = itemsOf(optionset, "options").map(({ attributes, ...rest }): ChoiceOption =>
    ({ value: number(attributes["value"]), labels: labelsOf({ attributes, ...rest }, "labels") }));
  const states = itemsOf(optionset, "states").map((state): ChoiceOption => ({
    value: number(state.attributes["value"]), labels: labelsOf(state, "labels", state.attributes["invariantname"]), defaultStatus: number(state.attributes["defaultstatus"]),
  }));
  const statuses = itemsOf(optionset, "statuses").map((status): ChoiceOption =>
    ({ value: number(status.attributes["value"]), labels: labelsOf(status, "labels"), state: number(status.attributes["state"]) }));
  return [...options, ...states, ...statuses];
}

/** Global choices of a package by name. */
export const globalChoicesOf = (optionsets: readonly Element[]): ReadonlyMap<string, readonly ChoiceOption[]> =>
  new Map(named(optionsets, "optionset").map((optionset) => [optionset.attributes["Name"] ?? "", optionsOf(optionset)]));
