import { finding, type Finding } from "./finding";
import { branches, stepsBelow } from "./flow-steps";
import type { FlowSource } from "./flows";
import { isObject, type Json, type JsonObject, objectAt } from "./json";

/** Actions that run after one that is not in the same scope. */
function unreachable(actions: JsonObject): readonly (readonly [name: string, after: string])[] {
  const own = Object.entries(actions).flatMap(([name, step]) => Object.keys(objectAt(step, "runAfter")).filter((after) => !(after in actions)).map((after) => [name, after] as const));
  return [...own, ...Object.values(actions).flatMap(branches).flatMap(unreachable)];
}

const longest = 256;
const tooLong = (text: Json | undefined): boolean => typeof text === "string" && text.length > longest;

/** What imports well and then cannot be opened in the flow designer. */
export function designer({ flow, client }: FlowSource): readonly Finding[] {
  const definition = objectAt(objectAt(client, "properties"), "definition");
  const [triggers, actions] = [stepsBelow(objectAt(definition, "triggers")), stepsBelow(objectAt(definition, "actions"))];
  const all = [...triggers, ...actions];
  const limited = triggers.some(({ step }) => "concurrency" in objectAt(step, "runtimeConfiguration"));
  const answers = actions.filter(({ step }) => step.type === "Response" && step.operationOptions !== "Asynchronous");
  return [
    ...unreachable(objectAt(definition, "actions")).map(([name, after]) => finding("DULY-CHECK-087", flow, name, after)),
    ...[{ name: "the flow", step: definition }, ...all].filter(({ step }) => tooLong(step.description)).map(({ name }) => finding("DULY-CHECK-056", flow, name)),
    ...all.filter(({ step: { runtimeConfiguration } }) => isObject(runtimeConfiguration) && "staticResult" in runtimeConfiguration && typeof objectAt(runtimeConfiguration, "staticResult").name !== "string")
      .map(({ name }) => finding("DULY-CHECK-057", flow, name)),
    ...(limited ? answers : []).map(({ name }) => finding("DULY-CHECK-058", flow, name)),
  ];
}
