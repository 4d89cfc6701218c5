import { DataverseError, UnsupportedError } from "../../service/error";
import type { WebHost } from "../call";
import type { WebResponse } from "../contract";
import { wants, type Preferences } from "../prefer";
import { json } from "../reply";

const HELP = "Microsoft.PowerApps.CDS.";

/** An error as Dataverse answers it. What the host does not know or do goes to the ledger of unsupported requests. */
export function errorReply(host: WebHost, prefer: Preferences, error: unknown): WebResponse {
  const known = error instanceof DataverseError ? error : unexpected(error);
  note(host, known);
  const details = wants(prefer, `${HELP}ErrorDetails.HttpStatusCode`) ? {
    [`@${HELP}ErrorDetails.HttpStatusCode`]: String(known.status),
    [`@${HELP}HelpLink`]: "local-host/README.md",
    [`@${HELP}TraceText`]: known.trace ?? "",
    [`@${HELP}InnerError.Message`]: known.message,
  } : {};
  return json({ error: { code: known.code, message: known.message, ...details } }, known.status);
}

function note(host: WebHost, error: DataverseError): void {
  if (error instanceof UnsupportedError) host.unsupported.note(error.kind, error.what);
  else if (error.code === "0x8006088a") host.unsupported.note("path", /'([^']*)'/.exec(error.message)?.[1] ?? error.message);
  else if (error.code === "0x80060888" && error.message.includes("not supported")) host.unsupported.note("query", error.message);
}

function unexpected(error: unknown): DataverseError {
  const message = error instanceof Error ? error.message : String(error);
  return new DataverseError("0x80040216", `An unexpected error occurred. ${message}`, 500);
}
