import type { Clock } from "../../host.contract";
import type { Connectors } from "../connectors/contract";
import type { Flow } from "../definition/flow";
import type { UnsupportedPart } from "../error";
import type { FlowObject, FlowValue } from "../expression/value";
import type { ActionRecord, Outcome } from "./outcome";

/** What a run uses of the world around it. */
export interface RunServices {
  readonly clock: Clock;
  readonly connectors: Connectors;
  newGuid(): string;
  noteUnsupported(part: UnsupportedPart): void;
  /** Runs a child flow to its end; `call` names the calling action and repetition, so that a repeated run has the same child run id. */
  runChild(flowId: string, body: FlowValue, call: { readonly parent: Run; readonly key: string }): Promise<Outcome>;
}

export type VariableType = "boolean" | "integer" | "float" | "string" | "object" | "array";
export interface Variable { readonly type: VariableType; readonly value: FlowValue }

/** Everything that changes while a flow runs. Actions run one after another, so names need no locks. */
export class Run {
  /** Latest record of each action, by lower-case name. */
  readonly records = new Map<string, ActionRecord>();
  /** Records of the direct children of scopes and loops, by the scope's lower-case name; kept only when the flow calls result(). */
  readonly results = new Map<string, readonly FlowValue[]>();
  /** Failed and timed-out actions in the order in which they ended, passes of loops included. */
  readonly failures: ActionRecord[] = [];
  readonly variables = new Map<string, Variable>();
  response: FlowObject | null = null;
  private waitedMs = 0;

  constructor(readonly id: string, readonly flow: Flow, readonly trigger: FlowObject, readonly services: RunServices, readonly depth = 0) {}

  /** The host's clock plus what the run has waited: delays and retries take no real time. */
  nowMs(): number { return Date.parse(this.services.clock.now()) + this.waitedMs; }
  nowUtc(): string { return new Date(this.nowMs()).toISOString(); }
  wait(milliseconds: number): void { this.waitedMs += Math.max(0, milliseconds); }

  record(record: ActionRecord): void {
    this.records.set(record.name.toLowerCase(), record);
    if (record.status === "Failed" || record.status === "TimedOut") this.failures.push(record);
  }
}
