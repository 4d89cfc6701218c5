import type { FlowObject, FlowValue } from "../expression/value";

export type Status = "Succeeded" | "Failed" | "TimedOut" | "Skipped" | "Cancelled";
export interface CodedMessage { readonly code: string; readonly message: string }

/** What an action ended with. `cause` is the innermost failed action of a scope or loop. */
export interface Outcome {
  readonly status: Status;
  readonly code: string;
  readonly inputs: FlowValue;
  readonly outputs: FlowValue;
  readonly error: CodedMessage | null;
  readonly cause?: Cause;
}

export interface Cause extends CodedMessage { readonly action: string }

export interface ActionRecord extends Outcome {
  readonly name: string;
  readonly startTime: string;
  readonly endTime: string;
}

export function succeeded(outputs: FlowValue, inputs: FlowValue = null): Outcome {
  return { status: "Succeeded", code: "OK", inputs, outputs, error: null };
}

export function failed(error: CodedMessage, part: { readonly inputs?: FlowValue; readonly outputs?: FlowValue; readonly code?: string } = {}): Outcome {
  return { status: "Failed", code: part.code ?? error.code, inputs: part.inputs ?? null, outputs: part.outputs ?? null, error };
}

export function skipped(error: CodedMessage): Outcome {
  return { status: "Skipped", code: "ActionSkipped", inputs: null, outputs: null, error };
}

/** The record as `actions()` and `result()` show it. */
export function recordObject(record: ActionRecord): FlowObject {
  const { name, status, code, inputs, outputs, startTime, endTime } = record;
  const error = record.error ? { error: { ...record.error } } : {};
  return { name, status, code, inputs, outputs, startTime, endTime, ...error };
}
