import type { FlowObject, FlowValue } from "../expression/value";

/** One call of an operation by an action of a run. */
export interface OperationCall {
  /** `inputs.parameters` with expressions evaluated; names are flattened paths ("item/name"). */
  readonly parameters: FlowObject;
  /** Of the pagination policy; null when pagination is off. */
  readonly minimumItemCount: number | null;
  readonly runId: string;
  readonly flowName: string;
  readonly actionName: string;
  /** Passes of the loops around the action, outermost first. */
  readonly repetition: readonly number[];
  /** The run's time, ISO 8601 UTC. */
  readonly nowUtc: string;
}

/** What an operation answers. From 400 on the action fails with `body.error {code, message}`; 504 times out. */
export interface OperationResult {
  readonly statusCode: number;
  readonly headers: FlowObject;
  readonly body: FlowValue;
}

/** Operation id -> operation. Parameters that an operation does not know must be refused, not ignored. */
export type Operation = (call: OperationCall) => Promise<OperationResult> | OperationResult;
export type Connector = Readonly<Record<string, Operation>>;
/** Connector name as in an apiId ("shared_office365") -> connector. */
export type Connectors = Readonly<Record<string, Connector>>;

/** A refusal in the shape of the connector's errors. */
export function refusal(statusCode: number, code: string, message: string): OperationResult {
  return { statusCode, headers: {}, body: { error: { code, message } } };
}
