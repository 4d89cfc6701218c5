/** A part that the runner does not do: kind and name, for the host's ledger of unsupported requests. */
export interface UnsupportedPart { readonly kind: string; readonly what: string }

/** Failure of an action, expression or trigger in the shape of the workflow engine. `code` is the engine's ("InvalidTemplate", "BadRequest"). */
export class FlowError extends Error {
  constructor(readonly code: string, message: string, readonly unsupported: UnsupportedPart | null = null) {
    super(message);
    this.name = "FlowError";
  }
}

/** An expression that cannot be parsed or evaluated. */
export function invalidTemplate(message: string): FlowError {
  return new FlowError("InvalidTemplate", `Unable to process template language expressions: ${message}`);
}

/** A named part that the runner refuses. */
export function notSupported(kind: string, what: string): FlowError {
  return new FlowError("NotSupported", `${kind} '${what}' is not supported by the local host. The supported list is in local-host/README.md.`, { kind, what });
}
