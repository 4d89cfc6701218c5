import type { Context } from "../../../../local-host/flows/expression/context";
import { compileTree } from "../../../../local-host/flows/expression/template";
import { toJsonText } from "../../../../local-host/flows/expression/text";
import type { FlowObject, FlowValue } from "../../../../local-host/flows/expression/value";

const OUTPUTS: FlowObject = {
  body: { value: [{ name: "A" }, { name: "B" }], "prefix_Data/prefix_x": 5, prefix_Lookup: { name: "inner" }, nothing: null },
  headers: { ETag: "W/\"1\"" },
};

const context: Context = {
  nowUtc: () => "2026-11-23T07:08:09Z",
  newGuid: () => "c2ecc88d-88c8-4096-912c-d6f2e2b138ce",
  action: (name) => ({ name, status: "Succeeded", outputs: name === "skipped" ? null : OUTPUTS }),
  result: () => [{ name: "X", status: "Failed" }],
  item: () => ({ Amount: 5 }),
  items: () => ({ Amount: 6 }),
  iterationIndex: () => 3,
  variable: (name) => (name === "empty" ? "" : 7),
  parameter: () => "value",
  trigger: () => ({ name: "manual", outputs: { body: { text: "hello", _x_value: "id" } } }),
  workflow: () => ({ run: { name: "run-1" }, tags: { flowDisplayName: "Flow" } }),
};

/** Evaluates a text of a definition; big numbers and decimals come back as their JSON text. */
export function evaluate(source: FlowValue): unknown {
  return JSON.parse(toJsonText(compileTree(source)(context)));
}

/** JSON text of the value: shows all digits. */
export function evaluateText(source: string): string {
  return toJsonText(compileTree(source)(context));
}
