import { PackError } from "#solution/tools/fault";
import { DataverseError } from "../local-host/service/error";
import { LedgerError } from "./ledger/fault";
import { cliText } from "./messages/text";
import { CliError, say } from "./output";

type Verb = (args: readonly string[]) => Promise<number>;

/** Verbs are loaded when asked for, so that a start does not read the test runner. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  start: async () => (await import("./start/command")).start,
  test: async () => (await import("./test/command")).test,
  build: async () => (await import("./build/command")).build,
  pack: async () => (await import("./pack/command")).pack,
  check: async () => (await import("./test/check")).check,
  bench: async () => (await import("./bench/command")).bench,
  claims: async () => (await import("./test/claims")).claims,
};

/** Expected failures are told in a line or two; anything else is a defect and shows where it happened. */
function explain(error: unknown): void {
  if (error instanceof CliError || error instanceof DataverseError) say(`${error.code} ${error.message}`);
  else if (error instanceof LedgerError || error instanceof PackError) say(error.message);
  else say(error instanceof Error ? error.stack ?? error.message : String(error));
}

/** Runs one verb; gives the exit code of the process. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name = "", ...args] = argv;
  const load = verbs[name];
  if (load === undefined) {
    say(`DULY-CLI-003 ${cliText("DULY-CLI-003", { verb: name, verbs: Object.keys(verbs).join(", ") })}`);
    return 2;
  }
  try {
    return await (await load())(args);
  } catch (error) {
    explain(error);
    return 1;
  }
}
