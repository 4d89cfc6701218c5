import type { Element } from "../xml/element";
import { labelIn, labelsOf } from "../xml/labels";
import type { Component } from "./component";

/** A component with the name and description of its element: English ones in the row, every language in the labels. */
export function worded(element: Element, fallback: string, component: Component): Component {
  const name = labelsOf(element, "LocalizedNames", fallback);
  const description = labelsOf(element, "Descriptions");
  return { ...component, row: { name: labelIn(name), description: labelIn(description), ...component.row }, labels: { name, description } };
}
