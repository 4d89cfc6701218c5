import type { Fault } from "../fault";
import { childrenOf, type Element } from "../xml/element";
import type { Component } from "./collection";
import { at, faults, placeOf } from "./faults";
import { identityOf } from "./identity";
import { insideTable, insideTemplates } from "./inside";
import { collectionOf } from "./layout";

/** Lists of components that no collection reads from files. */
const inlineOnly = ["connectionreferences"];

/** Components that stand in customizations.xml itself, at `path`, with those inside their tables. */
export const inlineComponents = (path: string, root: Element): readonly Component[] => childrenOf(root)
  .filter(({ name }) => collectionOf(name) !== undefined || inlineOnly.includes(name)).flatMap((list) => childrenOf(list))
  .flatMap((member) => [member, ...(member.name === "Entity" ? insideTable(member) : insideTemplates(member))]).map((element) => ({ path, element }));

/** Two components of one kind with one id: the second would overwrite the first. */
export function duplicates(components: readonly Component[]): readonly Fault[] {
  const seen = new Map<string, string>();
  return components.flatMap(({ path, element }) => {
    const id = identityOf(element);
    const key = `${element.name} ${id}`.toLowerCase();
    const first = seen.get(key);
    if (id === "") return [];
    seen.set(key, first ?? placeOf(path, element));
    return first === undefined ? [] : [at(element, faults.twice(path, element.name, id, first))];
  });
}
