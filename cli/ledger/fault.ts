import type { Parameters } from "#domain/messages/fault";
import { cliText, type CliCode } from "../messages/text";

/** What is wrong and what to do about it. `code` is stable ("DULY-LEDGER-103"); `text` is a sentence for the person who owns the file. */
export interface Fault {
  readonly code: string;
  readonly text: string;
}

/** The fault of a code of cli/messages. */
export const ledgerFault = (code: CliCode, parameters: Parameters = {}): Fault => ({ code, text: cliText(code, parameters) });

/** A map, a pack or a whole file that cannot be used; carries everything that was found wrong at once. */
export class LedgerError extends Error {
  constructor(readonly subject: string, readonly faults: readonly Fault[]) {
    super([`${subject} cannot be used:`, ...faults.map(({ code, text }) => `  ${code} ${text}`)].join("\n"));
    this.name = "LedgerError";
  }
}

const longest = 60;

/** A value as it is quoted in a message: JSON, cut when long. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** The `code` that Node and libraries put on their errors; undefined without one. */
export const codeOf = (error: unknown): unknown => (typeof error === "object" && error !== null && "code" in error ? error.code : undefined);
