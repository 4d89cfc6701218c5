import { textOf } from "../xml/element";
import { unbraced } from "./contents";
import { finding, type Finding } from "./finding";
import type { FlowSource } from "./flows";
import { type FlowStep, stepsBelow, wordsOf } from "./flow-steps";
import { isObject, type JsonObject, objectAt, textsOf } from "./json";

/** Limits of Microsoft's page on cloud flows. */
const most = { actions: 500, depth: 8, cases: 25, variables: 250, name: 80, expression: 8192 };

const definitionOf = ({ client }: FlowSource): JsonObject => objectAt(objectAt(client, "properties"), "definition");

const variablesOf = ({ step }: FlowStep): readonly string[] => (step.type === "InitializeVariable" ? textsOf(objectAt(step, "inputs"), "name") : []);

function limits(source: FlowSource, actions: readonly FlowStep[]): readonly Finding[] {
  const over = (what: string, size: number, limit: number): readonly Finding[] => (size > limit ? [finding("DULY-CHECK-142", source.flow, what, String(size), String(limit))] : []);
  return [
    ...over("actions", actions.length, most.actions), ...over("levels", Math.max(0, ...actions.map(({ depth }) => depth + 1)), most.depth),
    ...over("variables", actions.flatMap(variablesOf).length, most.variables),
    ...actions.flatMap(({ name, step }) => [...over(`cases in ${name}`, Object.keys(objectAt(step, "cases")).length, most.cases), ...over(`characters in the name ${name}`, name.length, most.name)]),
    ...wordsOf(definitionOf(source)).filter((text) => text.startsWith("@")).flatMap((text) => over("characters in an expression", text.length, most.expression)),
  ];
}

const setters = new Set(["SetVariable", "AppendToStringVariable", "AppendToArrayVariable", "IncrementVariable", "DecrementVariable"]);

const small = (text: string): string => text.toLowerCase();

/** Names in calls of functions such as `outputs('X')`; a quote is doubled. */
const called = (definition: JsonObject, functions: string): readonly string[] => wordsOf(definition).filter((text) => text.includes("@"))
  .flatMap((text) => [...text.matchAll(new RegExp(`\\b(?:${functions})\\('((?:[^']|'')+)'\\)`, "gi"))].map(([, name = ""]) => name.replaceAll("''", "'")));

function variables(source: FlowSource, actions: readonly FlowStep[]): readonly Finding[] {
  const known = new Set(actions.flatMap(variablesOf).map(small));
  const set = actions.filter(({ step }) => setters.has(String(step.type))).map(({ step }) => String(objectAt(step, "inputs").name));
  const unknown = [...called(definitionOf(source), "variables"), ...set].filter((name) => !known.has(small(name))).map((name) => `the variable ${name} is set up nowhere`);
  const deep = actions.filter(({ step, depth }) => step.type === "InitializeVariable" && depth > 0).map(({ name }) => `${name} stands inside another action`);
  return [...new Set([...unknown, ...deep])].map((problem) => finding("DULY-CHECK-143", source.flow, problem));
}

function references(source: FlowSource, actions: readonly FlowStep[]): readonly Finding[] {
  const names = actions.map(({ name }) => small(name));
  const twice = names.filter((name, index) => names.indexOf(name) < index);
  const unknown = called(definitionOf(source), "outputs|body|actions|result|items|iterationIndexes").filter((name) => !names.includes(small(name)));
  return [...[...new Set(unknown)].map((name) => finding("DULY-CHECK-144", source.flow, name)), ...[...new Set(twice)].map((name) => finding("DULY-CHECK-145", source.flow, name))];
}

/** Type of an environment variable -> types of the parameter that reads it. */
const parameterTypes: Readonly<Record<string, readonly string[]>> = { 100000000: ["String"], 100000001: ["Float", "Int"], 100000002: ["Bool"], 100000003: ["Object", "Array"], 100000004: ["String"], 100000005: ["SecureString", "String"] };

function parameters(source: FlowSource): readonly Finding[] {
  const types = new Map(source.contents.variables.map(({ root }) => [root.attributes.schemaname, textOf(root, "type")]));
  return Object.values(objectAt(definitionOf(source), "parameters")).filter(isObject).flatMap((parameter) => {
    const name = objectAt(parameter, "metadata").schemaName;
    const known = typeof name === "string" ? parameterTypes[types.get(name) ?? ""] : undefined;
    return known === undefined || known.includes(String(parameter.type)) ? [] : [finding("DULY-CHECK-140", source.flow, String(name), String(parameter.type), known.join(" or "))];
  });
}

function children({ flow, client, contents }: FlowSource): readonly Finding[] {
  const flows = new Set(contents.flows.map(({ root }) => unbraced(root.attributes.WorkflowId ?? "")));
  return textsOf(client, "workflowReferenceName").filter((id) => !flows.has(unbraced(id))).map((id) => finding("DULY-CHECK-141", flow, id));
}

/** What a flow names inside itself and calls is there, and within the platform's limits. */
export function flowNames(source: FlowSource): readonly Finding[] {
  const actions = stepsBelow(objectAt(definitionOf(source), "actions"));
  return [...limits(source, actions), ...variables(source, actions), ...references(source, actions), ...parameters(source), ...children(source)];
}
