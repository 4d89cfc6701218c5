import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Relay { readonly origin: string; readonly close: () => void }

/**
 * A server on this machine that passes requests without a body on to another.
 * @param spoil gives true for a request that it answers, or leaves unanswered, itself
 */
export async function openRelay(to: string, spoil: (request: IncomingMessage, response: ServerResponse) => boolean): Promise<Relay> {
  const server = createServer((request, response) => {
    request.resume();
    if (spoil(request, response)) return;
    fetch(`${to}${request.url ?? ""}`).then(async (answer) => { response.writeHead(answer.status).end(await answer.text()); }).catch(() => { request.socket.destroy(); });
  });
  await new Promise<void>((done) => { server.listen(0, "127.0.0.1", () => { done(); }); });
  return { origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, close: () => { server.closeAllConnections(); server.close(); } };
}
