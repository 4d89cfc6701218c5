import { request as httpRequest } from "node:http";
import { serve, type RunningServer } from "../../../local-host/http/serve";
import { openTestHost } from "./host";

const host = openTestHost();
let server: RunningServer;
const order: string[] = [];
beforeAll(async () => {
  server = await serve(host.web, {
    port: 0,
    routes: { "/__local/slow": async () => { await new Promise((done) => { setTimeout(done, 20); }); order.push("slow"); return { status: 200, headers: {}, body: "slow" }; } },
    afterWrite: async () => { await Promise.resolve(); order.push("after"); },
  });
});
afterAll(async () => { await server.close(); host.close(); });

/** Sends with headers that fetch does not let through. */
function raw(headers: Readonly<Record<string, string>>, path = "/api/data/v9.2/accounts"): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((done, fail) => {
    const { hostname, port } = new URL(server.origin);
    httpRequest({ hostname, port, path, headers }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => { body += chunk.toString(); });
      response.on("end", () => { done({ status: response.statusCode ?? 0, body }); });
    }).on("error", fail).end();
  });
}

test("a plain fetch gets rows; names of headers as the platform writes them", async () => {
  const created = await fetch(`${server.origin}/api/data/v9.2/accounts`, { method: "POST", headers: { "If-None-Match": "null" }, body: JSON.stringify({ name: "Árvíz" }) });
  expect(created.status).toBe(204);
  expect(created.headers.get("OData-EntityId")).toMatch(new RegExp(`^${server.origin}/api/data/v9\\.2/accounts\\([0-9a-f-]{36}\\)$`));
  const answer = await (await fetch(`${server.origin}/api/data/v9.2/accounts?$select=name`)).json() as { value: { name: string }[] };
  expect(answer.value.map(({ name }) => name)).toEqual(["Árvíz"]);
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ["a foreign Host (DNS rebinding)", { host: "evil.example" }, "LOCAL-FOREIGN-HOST"],
  ["a Host with another port", { host: "127.0.0.1:1" }, "LOCAL-FOREIGN-HOST"],
  ["a foreign Origin", { origin: "https://evil.example" }, "LOCAL-FOREIGN-ORIGIN"],
  ["an opaque Origin", { origin: "null" }, "LOCAL-FOREIGN-ORIGIN"],
  ["a cross-site request without Origin", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }, "LOCAL-FOREIGN-ORIGIN"],
])("refuses %s", async (_title, headers, code) => {
  const { status, body } = await raw({ host: new URL(server.origin).host, ...headers });
  expect([status, (JSON.parse(body) as { error: { code: string } }).error.code]).toEqual([403, code]);
});

test("its own origin and localhost pass", async () => {
  const { port } = new URL(server.origin);
  expect((await raw({ host: `localhost:${port}`, origin: server.origin })).status).toBe(200);
});

test("requests are handled one after another; work after a write is done before the next request", async () => {
  order.length = 0;
  const create = fetch(`${server.origin}/api/data/v9.2/accounts`, { method: "POST", body: JSON.stringify({ name: "x" }) });
  await create;
  await fetch(`${server.origin}/__local/slow`);
  expect(order).toEqual(["after", "slow"]);
});

test("a body above 16 MB is refused with 413", async () => {
  const response = await fetch(`${server.origin}/api/data/v9.2/accounts`, { method: "POST", body: "x".repeat(16 * 1024 * 1024 + 1) });
  expect(response.status).toBe(413);
});

test("a port in use is a coded error", async () => {
  const port = Number(new URL(server.origin).port);
  await expect(serve(host.web, { port })).rejects.toMatchObject({ code: "PORT-IN-USE", message: expect.stringContaining(String(port)) as string });
});
