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

const help = `node cli/boot.mjs VERB [OPTIONS]      or: npm start, npm test, npm run VERB -- OPTIONS
  start    runs the product on this machine with a demo or your ledger
  test     runs all tests
  build    builds the parts that changed
  pack     writes the solution, or packs, unpacks and compares any
  check    type check, lint and the look through the package
  bench    measures the numbers of the requirements
  claims   lists the requirements and the tests that prove them
Options of start, pack, bench: VERB --help. Error codes: docs/reference/errors.md.`;

/** Expected failures are told in a line or two; anything else is a defect and shows where it happened. */
function explain(error: unknown): void {
  if (error instanceof CliError || error instanceof DataverseError) say(`${error.code} ${error.message}`);
  else if (error instanceof LedgerError || error instanceof PackError) say(error.message);
  else say(error instanceof Error ? error.stack ?? error.message : String(error));
}

/** Runs one verb; gives the exit code of the process. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name = "", ...args] = argv;
  if (["--help", "-h", "help"].includes(name)) {
    say(help);
    return 0;
  }
  const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
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
