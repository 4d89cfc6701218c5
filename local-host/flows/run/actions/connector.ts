import { notSupported } from "../../error";
import { isObject, type FlowObject } from "../../expression/value";
import { objectAt, textAt } from "../../definition/json";
import type { OperationCall, OperationResult } from "../../connectors/contract";
import type { Frame } from "../frame";
import { failed, succeeded, type CodedMessage, type Outcome } from "../outcome";
import { readRetryPolicy, type RetryPolicy } from "../retry";
import type { ActionSource, ActionType } from "../step";

/** OpenApiConnection: an operation of a connector. `authentication` is never evaluated: there is no connection to authenticate. */
export const callConnector: ActionType = (source) => {
  const { name, inputs, tree } = source;
  const api = connectorName(source);
  const operationId = textAt(objectAt(inputs, "host"), "operationId") ?? "";
  const parameters = tree(inputs["parameters"] ?? {});
  const retry = readRetryPolicy(inputs["retryPolicy"]);
  const paginate = objectAt(objectAt(source.json, "runtimeConfiguration"), "paginationPolicy")["minimumItemCount"];
  return {
    blocks: [],
    run: async (frame) => {
      const connector = frame.run.services.connectors[api];
      if (!connector) throw notSupported("Connector", api);
      const operation = connector[operationId];
      if (!operation) throw notSupported(`Operation of ${api}`, operationId);
      const given = parameters(frame) as FlowObject;
      const call: OperationCall = {
        parameters: given, minimumItemCount: typeof paginate === "number" ? paginate : null,
        runId: frame.run.id, flowName: frame.run.flow.name, actionName: name, repetition: frame.repetition(), nowUtc: frame.nowUtc(),
      };
      const result = await withRetries(() => operation(call), retry, frame);
      return outcomeOf(result, { host: { apiId: api, operationId }, parameters: given });
    },
  };
};

function connectorName({ inputs, connections }: ActionSource): string {
  const host = objectAt(inputs, "host");
  const apiId = textAt(host, "apiId");
  if (apiId !== null) return apiId.slice(apiId.lastIndexOf("/") + 1);
  const connection = textAt(host, "connectionName") ?? textAt(objectAt(host, "connection"), "name") ?? "";
  return connections.get(connection) ?? connection;
}

async function withRetries(attempt: () => Promise<OperationResult> | OperationResult, retry: RetryPolicy, frame: Frame): Promise<OperationResult> {
  for (let tries = 0; ; tries += 1) {
    const result = await attempt();
    if (!isTransient(result.statusCode) || tries >= retry.count) return result;
    frame.run.wait(retry.intervalMs(tries));
  }
}

/** 501 is a refusal of the local host and stays one. */
function isTransient(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status !== 501);
}

function outcomeOf(result: OperationResult, inputs: FlowObject): Outcome {
  const { statusCode, headers, body } = result;
  const outputs: FlowObject = { statusCode, headers, body };
  if (statusCode < 400) return succeeded(outputs, inputs);
  const outcome = failed(errorOf(result), { inputs, outputs, code: statusCode === 404 ? "NotFound" : "BadRequest" });
  return statusCode === 504 ? { ...outcome, status: "TimedOut", code: "ActionTimedOut" } : outcome;
}

function errorOf({ statusCode, body }: OperationResult): CodedMessage {
  const error = isObject(body) ? objectAt(body, "error") : {};
  return { code: textAt(error, "code") ?? String(statusCode), message: textAt(error, "message") ?? `The request ended with status ${statusCode}.` };
}
