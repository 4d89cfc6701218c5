/** A Web API request without the transport, so that flows and tests call the same code as the socket does. */
export interface WebRequest {
  readonly method: string;
  /** Path and query below the origin: "/api/data/v9.2/accounts?$select=name". */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Scheme and authority used in absolute URLs: "http://127.0.0.1:4280". */
  readonly origin: string;
}

export interface WebResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export type WebHandler = (request: WebRequest) => WebResponse;
