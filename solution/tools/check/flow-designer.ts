import { finding, type Finding } from "./finding";
import type { FlowSource } from "./flows";
import { isObject, type Json, type JsonObject, objectAt } from "./json";

type Step = readonly [name: string, step: JsonObject];

const stepsBelow = (steps: JsonObject): readonly Step[] => Object.entries(steps).flatMap(([name, step]): readonly Step[] => !isObject(step) ? [] : [
  [name, step], ...stepsBelow(objectAt(step, "actions")), ...stepsBelow(objectAt(objectAt(step, "else"), "actions")), ...stepsBelow(objectAt(objectAt(step, "default"), "actions")),
  ...Object.values(objectAt(step, "cases")).flatMap((branch) => stepsBelow(objectAt(branch, "actions"))),
]);

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
    ...[["the flow", definition] as const, ...all].filter(([, step]) => tooLong(step.description)).map(([name]) => finding("DULY-CHECK-056", flow, name)),
    ...all.filter(([, { runtimeConfiguration }]) => isObject(runtimeConfiguration) && "staticResult" in runtimeConfiguration && typeof objectAt(runtimeConfiguration, "staticResult").name !== "string")
      .map(([name]) => finding("DULY-CHECK-057", flow, name)),
    ...(limited ? answers : []).map(([name]) => finding("DULY-CHECK-058", flow, name)),
  ];
}
