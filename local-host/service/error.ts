/**
 * An error as Dataverse reports it. `code` is the platform's hexadecimal code ("0x80040217"), `status` the HTTP status.
 */
export class DataverseError extends Error {
  constructor(readonly code: string, message: string, readonly status = 400, readonly trace?: string) {
    super(message);
    this.name = "DataverseError";
  }
}

/** Refusal of something that the host does not do. It is noted in the ledger of unsupported requests by whoever catches it at the edge. */
export class UnsupportedError extends DataverseError {
  /** @param what kind and name, e.g. `("OData function", "Microsoft.Dynamics.CRM.Under")` */
  constructor(readonly kind: string, readonly what: string) {
    super("0x80048d0b", `${kind} '${what}' is not supported by the local host. Supported kinds are listed in local-host/README.md.`, 501);
    this.name = "UnsupportedError";
  }
}
