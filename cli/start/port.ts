import { createServer } from "node:http";
import { listen, ServeError } from "../../local-host/http/socket/listen";
import { cliError } from "../output";

/** Does work that listens on a port; a port that cannot be had is a CliError (DULY-START-008, DULY-START-009). */
export async function onPort<T>(port: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ServeError)) throw error;
    throw error.code === "PORT-IN-USE" ? cliError("DULY-START-008", { port }) : cliError("DULY-START-009", { port, reason: error.reason });
  }
}

/** Sees whether a port of 127.0.0.1 can be had now, and lets it go again. Throws CliError when not. */
export async function requirePort(port: number): Promise<void> {
  const server = createServer();
  await onPort(port, () => listen(server, port, "127.0.0.1"));
  await new Promise((done) => { server.close(done); });
}
