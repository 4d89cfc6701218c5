import { manifest } from "#bridge/rules/manifest";
import type { StepRegistration } from "#solution/model/manifest";
import type { Usage, Writing } from "./usage";

/** Names of tables in privileges, where they are not the logical names. */
const names: ReadonlyMap<string, string> = new Map([
  ["phonecall", "Activity"], ["task", "Activity"], ["annotation", "Note"], ["systemuser", "User"], ["transactioncurrency", "TransactionCurrency"], ["account", "Account"], ["contact", "Contact"],
]);
const nameOf = (table: string): string => names.get(table) ?? table;

const { steps } = manifest();

/** What somebody does themselves: a message on a table with any column, or a custom API. */
export interface Deed { readonly message: StepRegistration["message"]; readonly table: string; readonly columns?: ReadonlySet<string> }

const wakes = ({ message, table, columns }: Deed) => (step: StepRegistration): boolean =>
  step.message === message && step.table === table && (columns === undefined || step.filteringAttributes === undefined || step.filteringAttributes.some((column) => columns.has(column)));

const privilegesFor = ({ kind, table, columns, targets }: Writing): readonly string[] => [
  `${kind === "create" ? "prvCreate" : "prvWrite"}${nameOf(table)}`, ...(targets.size === 0 ? [] : [`prvAppend${nameOf(table)}`]), ...[...targets].map((target) => `prvAppendTo${nameOf(target)}`),
  ...(columns.has("ownerid") ? [`prvAssign${nameOf(table)}`] : []),
];

function privilegesOf(usage: Usage, step: StepRegistration | undefined): readonly string[] {
  return [...[...usage.reads].map((table) => `prvRead${nameOf(table)}`), ...usage.writings.flatMap(privilegesFor),
    ...[...usage.sets].flatMap((target) => [`prvAppend${nameOf(step?.table ?? "")}`, `prvAppendTo${nameOf(target)}`])];
}

const deedsOf = ({ writings }: Usage): readonly Deed[] => writings.map(({ kind, table, columns }) => (kind === "create" ? { message: "Create", table } : { message: "Update", table, columns }));

/** Privileges that the rules behind deeds and custom APIs need of who does them, each with the rules that need it: rules run in the name of their caller, and so do those that they wake. */
export function needsOf(deeds: readonly Deed[], apis: readonly string[], all: ReadonlyMap<string, Usage>): ReadonlyMap<string, readonly string[]> {
  const needs = new Map<string, string[]>();
  const seen = new Set<string>();
  const open = [...apis, ...deeds.flatMap((deed) => steps.filter(wakes(deed)).map(({ id }) => id))];
  for (let rule = open.pop(); rule !== undefined; rule = open.pop()) {
    const usage = all.get(rule);
    if (seen.has(rule) || usage === undefined) continue;
    seen.add(rule);
    const id = rule;
    for (const privilege of new Set(privilegesOf(usage, steps.find((step) => step.id === id)))) needs.set(privilege, [...needs.get(privilege) ?? [], id]);
    open.push(...deedsOf(usage).flatMap((deed) => steps.filter(wakes(deed)).map((step) => step.id)));
  }
  return needs;
}
