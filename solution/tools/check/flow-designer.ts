import { finding, type Finding } from "./finding";
import type { FlowSource } from "./flows";
import { isObject, type Json, type JsonObject, objectAt } from "./json";

type Step = readonly [name: string, step: JsonObject];

const stepsBelow = (steps: JsonObject): readonly Step[] => Object.entries(steps).flatMap(([name, step]): readonly Step[] => !isObject(step) ? [] : [
  [name, step], ...stepsBelow(objectAt(step, "actions")), ...stepsBelow(objectAt(objectAt(step, "else"), "actions")), ...stepsBelow(objectAt(objectAt(step, "default"), "actions")),
  ...Object.values(objectAt(step, "cases")).flatMap((branch) => stepsBelow(objectAt(branch, "actions"))),
]);

/** Actions that run after one that is not in the same scope. */
function unreachable(actions: JsonObject): readonly (readonly [name: string, after: string])[] {
  const own = Object.entries(actions).flatMap(([name, step]) => Object.keys(objectAt(step, "runAfter")).filter((after) => !(after in actions)).map((after) => [name, after] as const));
  const below = Object.values(actions).flatMap((step) => [
    objectAt(step, "actions"), objectAt(objectAt(step, "else"), "actions"), objectAt(objectAt(step, "default"), "actions"), ...Object.values(objectAt(step, "cases")).map((branch) => objectAt(branch, "actions")),
  ]);
  return [...own, ...below.flatMap(unreachable)];
}

const longest = 256;
const tooLong = (text: Json | undefined): boolean => typeof text === "string" && text.length > longest;

/** What imports well and then cannot be opened in the flow designer. */
export function designer({ flow, client }: FlowSource): readonly Finding[] {
  const definition = objectAt(objectAt(client, "properties"), "definition");
  const [triggers, actions] = [stepsBelow(objectAt(definition, "triggers")), stepsBelow(objectAt(definition, "actions"))];
  const all = [...triggers, ...actions];
  const limited = triggers.some(([, trigger]) => "concurrency" in objectAt(trigger, "runtimeConfiguration"));
  const answers = actions.filter(([, action]) => action.type === "Response" && action.operationOptions !== "Asynchronous");
  return [
    ...unreachable(objectAt(definition, "actions")).map(([name, after]) => finding("DULY-CHECK-087", flow, name, after)),
    ...[["the flow", definition] as const, ...all].filter(([, step]) => tooLong(step.description)).map(([name]) => finding("DULY-CHECK-056", flow, name)),
    ...all.filter(([, { runtimeConfiguration }]) => isObject(runtimeConfiguration) && "staticResult" in runtimeConfiguration && typeof objectAt(runtimeConfiguration, "staticResult").name !== "string")
      .map(([name]) => finding("DULY-CHECK-057", flow, name)),
    ...(limited ? answers : []).map(([name]) => finding("DULY-CHECK-058", flow, name)),
  ];
}
