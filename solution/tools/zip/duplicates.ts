import type { Fault } from "../fault";
import type { Component } from "./collection";
import { at, faults, placeOf } from "./faults";
import { identityOf } from "./identity";

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
