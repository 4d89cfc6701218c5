import { invalidTemplate } from "../../error";
import type { FlowObject, FlowValue } from "../value";
import { object, text } from "./arguments";
import { fixed, type FunctionTable } from "./rule";

/** Functions that give a changed copy of an object. */
export const OBJECTS: FunctionTable = {
  addproperty: fixed(3, 3, (given) => {
    const source = object(given, 0);
    if (Object.hasOwn(source, text(given, 1))) throw invalidTemplate(`the object has a property '${text(given, 1)}' already; use setProperty to change it.`);
    return withProperty(source, text(given, 1), given[2] ?? null);
  }),
  setproperty: fixed(3, 3, (given) => withProperty(object(given, 0), text(given, 1), given[2] ?? null)),
  removeproperty: fixed(2, 2, (given) => Object.fromEntries(Object.entries(object(given, 0)).filter(([key]) => key !== text(given, 1)))),
};

function withProperty(source: FlowObject, key: string, value: FlowValue): FlowObject {
  // fromEntries defines own properties even for a key such as "__proto__".
  return Object.fromEntries([...Object.entries(source).filter(([name]) => name !== key), [key, value]]);
}
