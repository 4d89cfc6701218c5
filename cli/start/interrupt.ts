import { constants } from "node:os";
import { cliError, print, say } from "../output";
import { refusedJson } from "./refused";
import type { Session } from "./session";

const signals = ["SIGINT", "SIGTERM"] as const;

/**
 * Does work that Ctrl-C (or SIGTERM) ends where it stands: between two transactions, with one line, the store closed and exit code 130 (143).
 * A night or an import that was ended so is taken up by the next start. With `json` it is said on stdout too.
 */
export async function interruptible<T>(session: Session, json: boolean, work: () => Promise<T>): Promise<T> {
  const stop = (signal: (typeof signals)[number]): void => {
    const stopped = cliError("DULY-START-011", { signal: signal === "SIGINT" ? "Ctrl-C" : signal });
    say(`${stopped.code} ${stopped.message}`);
    if (json) print(JSON.stringify(refusedJson(stopped)));
    session.close();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
