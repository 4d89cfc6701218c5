import { expressionsOf } from "./expressions";
import { finding, type Finding } from "./finding";
import { stepsBelow } from "./flow-steps";
import type { FlowSource } from "./flows";
import { isFunction } from "./functions";
import { isObject, type JsonObject, objectAt, objectsOf } from "./json";
import { isOperation } from "./operations";

const definitionOf = ({ client }: FlowSource): JsonObject => objectAt(objectAt(client, "properties"), "definition");

/** A flow of Power Automate has one trigger; Logic Apps may have more. */
function triggers(source: FlowSource): readonly Finding[] {
  const names = Object.keys(objectAt(definitionOf(source), "triggers"));
  return names.length > 1 ? [finding("DULY-CHECK-153", source.flow, names.join(", "))] : [];
}

const outcomes = new Set(["succeeded", "failed", "skipped", "timedout"]);

const afterwards = (source: FlowSource): readonly Finding[] => stepsBelow(objectAt(definitionOf(source), "actions")).flatMap(({ name, step }) =>
  Object.values(objectAt(step, "runAfter")).flat().filter((outcome) => typeof outcome !== "string" || !outcomes.has(outcome.toLowerCase()))
    .map((outcome) => finding("DULY-CHECK-154", source.flow, name, JSON.stringify(outcome))));

const cut = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

function expressions(source: FlowSource): readonly Finding[] {
  const definition = definitionOf(source);
  const all = ["triggers", "actions", "outputs"].flatMap((part) => expressionsOf(objectAt(definition, part)));
  const unknown = new Set(all.flatMap(({ functions }) => functions).filter((name) => !isFunction(name)));
  return [
    ...all.filter(({ problem }) => problem !== "").map(({ text, problem }) => finding("DULY-CHECK-155", source.flow, cut(text), problem)),
    ...[...unknown].map((name) => finding("DULY-CHECK-156", source.flow, name)),
  ];
}

const operations = ({ flow, client }: FlowSource): readonly Finding[] => objectsOf(client, "host").flatMap(({ apiId, operationId }) => {
  const connector = typeof apiId === "string" ? apiId.replace(/^.*\//, "") : "";
  return typeof operationId !== "string" || isOperation(connector, operationId) ? [] : [finding("DULY-CHECK-157", flow, operationId, connector)];
});

const schemaVersion = ({ flow, client }: FlowSource): readonly Finding[] => {
  const version = isObject(client) ? client.schemaVersion : undefined;
  return typeof version !== "string" || version === "1.0.0.0" ? [] : [finding("DULY-CHECK-112", flow, "schemaVersion", version, "1.0.0.0")];
};

/** A flow is such that the platform can turn it on: one trigger, outcomes, expressions and operations that exist. */
export const flowRuns = (source: FlowSource): readonly Finding[] => [...schemaVersion(source), ...triggers(source), ...afterwards(source), ...expressions(source), ...operations(source)];
