import type { SqlValue } from "../../store/sql";
import type { Value } from "../contract";
import type { KnownRows } from "../known";
import { isReference } from "../reference";
import { refuseType, type Place } from "./refuse";
import { guidIn } from "./text";

const oneOf = (names: readonly string[]): string => `a reference to a row of ${names.map((name) => `'${name}'`).join(" or ")}`;

/** Appends the id (and the target's name when the lookup has several targets) of a row that exists. */
export function lookupWriter(place: Place, known: KnownRows, typed: boolean): (value: Value, into: SqlValue[]) => void {
  const targets = place.column.targets ?? [];
  const expected = oneOf(targets);
  return (value, into) => {
    if (!isReference(value) || !targets.includes(value.logicalName)) return refuseType(place, value, expected);
    const id = known.has(value.logicalName, value.id) ? value.id : guidIn(value.id);
    if (id === null) return refuseType(place, value, expected);
    known.require(value.logicalName, id);
    into.push(id);
    if (typed) into.push(value.logicalName);
  };
}
