import { attribute, child, children, guid, textOf } from "../xml/element";
import type { ControlParameter, CustomControl } from "./form.types";

/** Form factors that mean a browser, the best first: all, web, and the older number of web. */
const BROWSER = ["-1", "0", "2", ""];

const settings = (owner: Element): ReadonlyMap<string, string> =>
  new Map(Array.from(owner.children).map((each) => [each.tagName, textOf(each)]));

function readCustomControl(element: Element): CustomControl {
  const parameters = Array.from(child(element, "parameters")?.children ?? []);
  const plain = parameters.filter((each) => each.tagName !== "data-set");
  return {
    name: attribute(element, "name"),
    parameters: new Map(plain.map((each): [string, ControlParameter] =>
      [each.tagName, { fixed: attribute(each, "static") === "true", value: textOf(each) }])),
    datasets: new Map(parameters.filter((each) => each.tagName === "data-set").map((each) => [attribute(each, "name"), settings(each)])),
  };
}

/** The control for a browser: entries without a name only describe the platform's own control. */
function forBrowser(description: Element): CustomControl | null {
  const named = children(description, "customControl").filter((each) => attribute(each, "name") !== "");
  const factor = BROWSER.find((wanted) => named.some((each) => attribute(each, "formFactor") === wanted));
  const chosen = named.find((each) => attribute(each, "formFactor") === factor);
  return chosen ? readCustomControl(chosen) : null;
}

/** Unique id of a form control (lower case, no braces) -> the PCF control that is shown for it. */
export function readCustomControls(descriptions: Element | null): ReadonlyMap<string, CustomControl> {
  const found = new Map<string, CustomControl>();
  for (const description of children(descriptions, "controlDescription")) {
    const custom = forBrowser(description);
    if (custom) found.set(guid(attribute(description, "forControl")), custom);
  }
  return found;
}
