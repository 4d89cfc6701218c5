import type { Outcome, Status } from "./outcome";
import type { Frame } from "./frame";
import type { Compiled } from "../expression/context";
import type { FlowObject, FlowValue } from "../expression/value";

/** An action ready to run. */
export interface Step extends Action {
  readonly name: string;
  /** Predecessor (lower-case name) and the statuses, lower case, after which this step runs. */
  readonly after: readonly { readonly name: string; readonly statuses: ReadonlySet<string> }[];
  /** Longest time that the action may take on the run's clock; null = no limit. */
  readonly limitMs: number | null;
}

/** The part of a step that its type decides. */
export interface Action {
  /** Blocks inside: branches, cases, bodies of loops. */
  readonly blocks: readonly Block[];
  run(frame: Frame): Promise<Outcome> | Outcome;
}

/** Actions of one scope in an order that respects runAfter, and those that nothing runs after. */
export interface Block {
  readonly steps: readonly Step[];
  readonly leaves: readonly Step[];
}

/** What an action type gets to build its step from. */
export interface ActionSource {
  readonly name: string;
  readonly type: string;
  /** The action's JSON. */
  readonly json: FlowObject;
  /** `inputs` of the JSON, {} when absent. */
  readonly inputs: FlowObject;
  tree(json: FlowValue): Compiled;
  block(actions: FlowValue | undefined): Block;
  /** Local connection name -> connector name ("shared_office365"). */
  readonly connections: ReadonlyMap<string, string>;
}

/** Builds the action of a type. Throws FlowError when the JSON cannot be understood; the action then fails with it when it runs. */
export type ActionType = (source: ActionSource) => Action;

export const STATUSES: readonly Status[] = ["Succeeded", "Failed", "TimedOut", "Skipped", "Cancelled"];
