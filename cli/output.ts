import type { Parameters } from "#domain/messages/fault";
import { cliText, type CliCode } from "./messages/text";

let lineIsOpen = false;

/** Writes a line somewhere. */
export type Tell = (text: string) => void;

/** What goes on, and what went wrong: a line on stderr. Replaces a line of progress that has not ended. */
export function say(text: string): void {
  process.stderr.write(`${lineIsOpen ? "\r\u001b[K" : ""}${text}\n`);
  lineIsOpen = false;
}

/** A result: a line on stdout, after taking away a line of progress that has not ended. */
export function print(text: string): void {
  if (lineIsOpen) process.stderr.write("\r\u001b[K");
  lineIsOpen = false;
  process.stdout.write(`${text}\n`);
}

/** An expected failure of the command line: coded, told without a stack trace. */
export class CliError extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
    this.name = "CliError";
  }
}

/** The failure of a code of cli/messages. */
export const cliError = (code: CliCode, parameters: Parameters): CliError => new CliError(code, cliText(code, parameters));

/** A line that is rewritten in place on a terminal, and written only now and then elsewhere. */
export function progress(label: string): (done: number, total: number | null | (() => number)) => void {
  let last = 0;
  return (done, total) => {
    const now = performance.now();
    const finished = typeof total === "number" && done >= total;
    if (!finished && now - last < (process.stderr.isTTY ? 100 : 2000)) return;
    last = now;
    const of = typeof total === "function" ? total() : total;
    const text = `  ${label} ${done}${of === null ? "" : ` of ${of}`}`;
    lineIsOpen = process.stderr.isTTY && !finished;
    process.stderr.write(process.stderr.isTTY ? `\r${text}\u001b[K${finished ? "\n" : ""}` : `${text}\n`);
  };
}
