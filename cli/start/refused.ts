import { codeOf, LedgerError } from "../ledger/fault";

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What `--json` says instead of a summary: `{error: {code, message}}`; the code is null for a defect. */
export function refusedJson(error: unknown): unknown {
  const code = error instanceof LedgerError ? error.faults[0]?.code : codeOf(error);
  return { error: { code: typeof code === "string" ? code : null, message: messageOf(error) } };
}
