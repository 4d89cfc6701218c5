import type { Fault } from "../fault";
import { childrenOf, type Element, textOf } from "../xml/element";
import type { Component } from "./collection";
import { at, faults, placeOf } from "./faults";
import { identityOf } from "./identity";
import { inside } from "./inside";
import { collectionOf } from "./layout";

/** Lists of components that no collection reads from files. */
const inlineOnly = ["connectionreferences"];

/** Components that stand in customizations.xml itself, at `path`, with those inside their tables. */
export const inlineComponents = (path: string, root: Element): readonly Component[] => childrenOf(root)
  .filter(({ name }) => collectionOf(name) !== undefined || inlineOnly.includes(name)).flatMap((list) => childrenOf(list))
  .flatMap((member) => [member, ...inside(member)]).map((element) => ({ path, element }));

/** Components that must differ in more than their identity: their name is a key of its own. */
const names: ReadonlyMap<string, string> = new Map([["WebResource", "Name"]]);

/** What tells a component apart, each by itself: identity and, where it is a key too, name. */
function keysOf(element: Element): readonly string[] {
  const name = names.get(element.name);
  return [identityOf(element), name === undefined ? "" : textOf(element, name)].filter((key) => key !== "");
}

/** Two components of one kind with one id: the second would overwrite the first. */
export function duplicates(components: readonly Component[]): readonly Fault[] {
  const seen = new Map<string, string>();
  return components.flatMap(({ path, element }) => {
    const twice = [...new Set(keysOf(element))].flatMap((id) => {
      const key = `${element.name} ${id}`.toLowerCase();
      const first = seen.get(key);
      seen.set(key, first ?? placeOf(path, element));
      return first === undefined ? [] : [at(element, faults.twice(path, element.name, id, first))];
    });
    return twice.slice(0, 1);
  });
}
