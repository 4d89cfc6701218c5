import { constants } from "node:os";
import { cliText } from "../messages/text";
import { say } from "../output";
import type { Session } from "./session";

const signals = ["SIGINT", "SIGTERM"] as const;

/**
 * Does work that Ctrl-C (or SIGTERM) ends where it stands: between two transactions, with one line, the store closed and exit code 130 (143).
 * A night or an import that was ended so is taken up by the next start.
 */
export async function interruptible<T>(session: Session, work: () => Promise<T>): Promise<T> {
  const stop = (signal: (typeof signals)[number]): void => {
    say(`DULY-START-011 ${cliText("DULY-START-011", { signal: signal === "SIGINT" ? "Ctrl-C" : signal })}`);
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
