/**
 * An error as Dataverse reports it. `code` is the platform's hexadecimal code ("0x80040217"), `status` the HTTP status.
 */
export class DataverseError extends Error {
  constructor(readonly code: string, message: string, readonly status = 400, readonly trace?: string) {
    super(message);
    this.name = "DataverseError";
  }
}

const notSupported = (kind: string, what: string): DataverseError =>
  new DataverseError("0x80048d0b", `${kind} '${what}' is not supported by the local host. Supported kinds are listed in local-host/README.md.`, 501);

/** Refusal of something that the host does not do. It is noted in the ledger of unsupported requests by whoever catches it at the edge. */
export class UnsupportedError extends DataverseError {
  /**
   * @param what kind and name, e.g. `("OData function", "Microsoft.Dynamics.CRM.Under")`
   * @param answer what the caller is told, where the platform itself refuses it too
   */
  constructor(readonly kind: string, readonly what: string, answer: DataverseError = notSupported(kind, what)) {
    super(answer.code, answer.message, answer.status);
    this.name = "UnsupportedError";
  }
}
