import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Parameters } from "#domain/messages/fault";
import type { CliCode } from "../messages/text";
import { cliError } from "../output";
import { parseDay, type Day } from "#domain/calendar/day";
import { inRoot } from "../root";
import { exampleDay } from "./ledger";

export interface StartOptions {
  /** Own ledger: CSV and map, absolute paths; null = the ledger of the store, or the example. */
  readonly ledger: { readonly file: string; readonly map: string } | null;
  /** Business day of the first night, YYYY-MM-DD. */
  readonly asOf: Day | null;
  /** Business days to play; null = one, unless it was played before. */
  readonly nights: number | null;
  readonly dataDir: string;
  readonly port: number;
  readonly fresh: boolean;
  readonly serve: boolean;
  readonly json: boolean;
}

export const startHelp = `npm start -- [options]

Packs the solution, imports it into the embedded local host, loads a ledger, plays a dunning night,
prints what happened and serves the model-driven app until Ctrl-C.

  --ledger FILE   your own ledger as CSV (needs --map); without it: the ledger already in the store, or the example
  --map FILE      names the columns of the CSV; see examples/ledger/README.md
  --as-of DAY     business day of the first night, YYYY-MM-DD; a Saturday or Sunday means the Monday after, unless the
                  calendar of a company says that it is worked. Without it: today for your own ledger,
                  ${exampleDay} for the example, or the last night of a store that has one
  --nights N      play N business days (1 to 400): Mondays to Fridays, and Saturdays and Sundays that a company works
  --data DIR      folder of the store and the outbox (default .duly)
  --port N        port of the app on 127.0.0.1 (default 4280; 0 = any free port)
  --fresh         start from an empty store: what --data holds of an earlier store is deleted
  --no-serve      do everything, print the summary, exit
  --json          print the summary as one JSON object on stdout, everything else on stderr; a refusal is
                  {"error": {"code", "message"}}, with exit code 1
  --help          this text

A second start goes on where the first one stopped. Nights that were played before are shown, not played again.
A night before the last one of the store that was not played is refused (DULY-START-010).
Without --json the summary is on stdout and progress on stderr. Ctrl-C in the middle of the work ends it with exit
code 130: what was committed stays, and the next start goes on.

In the JSON, ledger.lines, imported, unchanged and rejected tell of the file read in this start (0 when none was);
invoices, items and payments are the rows in the store. items and communications of a night are what it reminded of;
what waits for approval is not among them, but in excluded. errors of a night are the debtors that its run found something
wrong with: not decided, or decided without items that lack something (excluded says what, such as noDueDate).
failures are flow runs that failed; with any, the exit code is 1. rowsWritten and seconds tell of this start: of a night
that an earlier start began and did not end, what was left to do.
`;

const fail = (code: CliCode, parameters: Parameters = {}): never => { throw cliError(code, parameters); };

function whole(name: string, text: string, [low, high]: readonly [number, number]): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= low && value <= high ? value : fail("DULY-START-001", { option: name, value: text, low, high });
}

/** Days that the calendars and the next night's day can reach. */
const [firstDay, lastDay] = ["1990-01-01", "2199-12-31"] as const;

/** A day that calendars reach, written YYYY-MM-DD. Throws CliError DULY-START-002 for anything else. */
export function playableDay(text: string): Day {
  const found = parseDay(text);
  return found !== null && found >= firstDay && found <= lastDay ? found : fail("DULY-START-002", { value: text, low: firstDay, high: lastDay });
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args], allowPositionals: false,
      options: {
        ledger: { type: "string" }, map: { type: "string" }, "as-of": { type: "string" }, nights: { type: "string" }, data: { type: "string" },
        port: { type: "string" }, fresh: { type: "boolean" }, "no-serve": { type: "boolean" }, json: { type: "boolean" }, help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    return fail("DULY-START-003", { reason: error instanceof Error ? error.message : String(error) });
  }
}

/** Paths are meant from where the person typed, which npm hands on. An empty one, such as an unset variable of a shell gives, is none. */
const typed = (option: string, path: string): string =>
  (path === "" ? fail("DULY-START-003", { reason: `--${option} names no file or folder` }) : resolve(process.env.INIT_CWD ?? process.cwd(), path));

function ledgerOf(file: string | undefined, map: string | undefined): StartOptions["ledger"] {
  if (file === undefined && map === undefined) return null;
  if (file === undefined || map === undefined) return fail("DULY-START-004");
  return { file: typed("ledger", file), map: typed("map", map) };
}

/** Reads the options of `npm start`; "help" when asked for. Throws CliError on anything it does not understand. */
export function startOptions(args: readonly string[]): StartOptions | "help" {
  const values = read(args);
  if (values.help) return "help";
  return {
    ledger: ledgerOf(values.ledger, values.map),
    asOf: values["as-of"] === undefined ? null : playableDay(values["as-of"]),
    nights: values.nights === undefined ? null : whole("nights", values.nights, [1, 400]),
    dataDir: values.data === undefined ? inRoot(".duly") : typed("data", values.data),
    port: values.port === undefined ? 4280 : whole("port", values.port, [0, 65535]),
    fresh: values.fresh ?? false, serve: !(values["no-serve"] ?? false), json: values.json ?? false,
  };
}
