import type { Compiled } from "../expression/context";
import type { FlowObject, FlowValue } from "../expression/value";
import type { Block } from "../run/step";

/** A flow read from its row and ready to run. */
export interface Flow {
  /** workflowid, lower case. */
  readonly id: string;
  readonly name: string;
  readonly on: boolean;
  readonly trigger: TriggerSource;
  readonly block: Block;
  /** Lower-case names of all actions at every depth. */
  readonly actionNames: ReadonlySet<string>;
  /** Lower-case parameter name -> value: environment variables, else the definition's own. */
  readonly parameters: ReadonlyMap<string, FlowValue>;
  /** true when some expression calls result(): records of scopes are kept then. */
  readonly usesResult: boolean;
}

export interface TriggerSource {
  readonly name: string;
  readonly type: string;
  readonly json: FlowObject;
  readonly inputs: FlowObject;
  /** All must be true for a run to start. */
  readonly conditions: readonly Compiled[];
}
