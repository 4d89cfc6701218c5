import { CliError, say } from "./output";

type Verb = (args: readonly string[]) => Promise<number>;

/** Verbs are loaded when asked for, so that a start does not read the test runner. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  start: async () => (await import("./start/command")).start,
  test: async () => (await import("./test/command")).test,
  build: async () => (await import("./build/command")).build,
  pack: async () => (await import("./build/command")).pack,
  check: async () => (await import("./test/check")).check,
  bench: async () => (await import("./bench/command")).bench,
  claims: async () => (await import("./test/claims")).claims,
};

const isCoded = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && typeof (error as { code?: unknown }).code === "string" && (error as { code: string }).code !== "";

function explain(error: unknown): void {
  if (error instanceof CliError || (isCoded(error) && error.name === "DataverseError")) say(`${(error as CliError).code} ${error.message}`);
  else say(error instanceof Error ? error.stack ?? error.message : String(error));
}

/** Runs one verb; gives the exit code of the process. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name = "", ...args] = argv;
  const load = verbs[name];
  if (load === undefined) {
    say(`DULY-CLI-003 Unknown verb '${name}'. There are: ${Object.keys(verbs).join(", ")}.`);
    return 2;
  }
  try {
    return await (await load())(args);
  } catch (error) {
    explain(error);
    return 1;
  }
}
