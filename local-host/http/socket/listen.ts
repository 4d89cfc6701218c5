import type { Server } from "node:http";

/** Why a server could not begin to listen. `code`: PORT-IN-USE, PORT-REFUSED; `reason`: what the system said. */
export class ServeError extends Error {
  constructor(readonly code: "PORT-IN-USE" | "PORT-REFUSED", message: string, readonly reason: string) {
    super(message);
    this.name = "ServeError";
  }
}

/** Begins to listen and gives the port. Throws ServeError. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => { fail(serveError(error, port, host)); });
    server.listen(port, host, () => {
      const address = server.address();
      done(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function serveError(error: NodeJS.ErrnoException, port: number, host: string): ServeError {
  if (error.code === "EADDRINUSE") return new ServeError("PORT-IN-USE", `PORT-IN-USE: Port ${port} on ${host} is in use. Stop the other program or choose another port.`, error.message);
  return new ServeError("PORT-REFUSED", `PORT-REFUSED: The system does not let this program listen on ${host}:${port} (${error.message}). Choose another port.`, error.message);
}
