import { childOf, childrenOf, descendants, type Element, textOf } from "../xml/element";
import { type Contents, type Located, parametersOf } from "./contents";
import { finding, type Finding } from "./finding";

interface Limit { readonly what: string; readonly most: number; readonly texts: readonly string[] }

const labelsOf = (root: Element, name: string): readonly string[] => childrenOf(childOf(root, name) ?? { name, attributes: {}, children: [] }).map((entry) => entry.attributes.description ?? "");
const named = (root: Element, most: number): Limit => ({ what: "name", most, texts: labelsOf(root, "LocalizedNames") });
const described = (root: Element, most: number): Limit => ({ what: "description", most, texts: labelsOf(root, "Descriptions") });

/** Longest texts of the platform's columns that the texts are stored in. That of a custom API is unverified: the shorter of what is said. */
const limits = (contents: Contents): readonly (readonly [Located, readonly Limit[]])[] => [
  ...[...contents.tables.values()].flatMap((table): readonly (readonly [Located, readonly Limit[]])[] => [
    [table, [{ what: "description", most: 2000, texts: descendants(table.root, "Description").map((entry) => entry.attributes.description ?? "") }]],
    ...[...table.forms, ...table.charts].map((part) => [part, [named(part.root, 100)]] as const), ...table.views.map((part) => [part, [named(part.root, 200)]] as const),
  ]),
  ...contents.dashboards.map((part) => [part, [named(part.root, 100), described(part.root, 2000)]] as const),
  ...contents.flows.map((part) => [part, [named(part.root, 100), described(part.root, 256)]] as const),
  ...contents.roles.map((part) => [part, [{ what: "name", most: 100, texts: [part.root.attributes.name ?? ""] }]] as const),
  ...contents.profiles.map((part) => [part, [{ what: "name", most: 100, texts: [part.root.attributes.name ?? ""] }, { what: "description", most: 2000, texts: [part.root.attributes.description ?? ""] }]] as const),
  ...contents.steps.map((part) => [part, [{ what: "name", most: 256, texts: [part.root.attributes.Name ?? ""] }]] as const),
  ...contents.webResources.map((part) => [part, [{ what: "name", most: 256, texts: [textOf(part.root, "Name")] }, { what: "display name", most: 200, texts: [textOf(part.root, "DisplayName")] }]] as const),
  ...contents.connections.map((part) => [part, [{ what: "display name", most: 100, texts: [textOf(part.root, "connectionreferencedisplayname")] }]] as const),
  ...contents.variables.map((part) => [part, [
    { what: "display name", most: 100, texts: labelsOf(part.root, "displayname") }, { what: "description", most: 2000, texts: labelsOf(part.root, "description") },
    { what: "default", most: 2000, texts: [textOf(part.root, "defaultvalue")] },
  ]] as const),
  ...contents.apis.flatMap((api) => [api, ...parametersOf(contents, api, "request"), ...parametersOf(contents, api, "response")]).map((part) => [part, [
    { what: "display name", most: 100, texts: labelsOf(part.root, "displayname") }, { what: "description", most: 100, texts: labelsOf(part.root, "description") },
  ]] as const),
];

const tooLong = (contents: Contents): readonly Finding[] => limits(contents).flatMap(([part, all]) => all.flatMap(({ what, most, texts }) =>
  texts.filter((text) => text.length > most).map((text) => finding("DULY-CHECK-055", part, what, String(text.length), String(most)))));

const speaks = (root: Element, name: string): boolean => labelsOf(root, name).some((text) => text !== "");

/** Tables, their own columns, choices, variables and APIs say what they are for. */
const undescribed = (contents: Contents): readonly Finding[] => [
  ...[...contents.tables.values()].flatMap((table) => [
    ...(speaks(descendants(table.root, "entity")[0] ?? table.root, "Descriptions") ? [] : [finding("DULY-CHECK-069", table, "The table")]),
    ...[...table.columns].filter(([, attribute]) => textOf(attribute, "IsCustomField") === "1" && !speaks(attribute, "Descriptions")).map(([name]) => finding("DULY-CHECK-069", table, `Column ${name}`)),
  ]),
  ...contents.choices.filter(({ root }) => !speaks(root, "Descriptions")).map((choice) => finding("DULY-CHECK-069", choice, "The choice")),
  ...contents.variables.filter(({ root }) => !speaks(root, "description")).map((variable) => finding("DULY-CHECK-069", variable, "The variable")),
  ...contents.apis.flatMap((api) => [api, ...parametersOf(contents, api, "request"), ...parametersOf(contents, api, "response")])
    .filter(({ root }) => !speaks(root, "description")).map((part) => finding("DULY-CHECK-069", part, "It")),
];

/** Texts are there where they help, and fit where they are stored. */
export const texts = (contents: Contents): readonly Finding[] => [...tooLong(contents), ...undescribed(contents)];
