import { openTestHost } from "./host";

const host = openTestHost({}, {
  static: ({ url }) => ({ status: 200, headers: { "content-type": "text/html" }, body: `app ${url}` }),
  routes: { "/__local/extra": () => ({ status: 200, headers: {}, body: "extra" }) },
});
const { send, add } = host;
afterAll(() => { host.close(); });

const script = "export const é = 1;";
add("webresourceset", { name: "new_/lib/a.js", webresourcetype: 3, content: Buffer.from(script).toString("base64") });
add("webresourceset", { name: "new_page", webresourcetype: 1, content: Buffer.from("<p>").toString("base64") });
host.sql.run(`INSERT INTO "__file" ("path", "solution", "content") VALUES (?, ?, ?)`, ["Controls/new_X.Y/bundle.js", "s", Buffer.from("bundle")]);

test.each<[string, string, string]>([
  ["/WebResources/new_/lib/a.js", "text/javascript; charset=utf-8", script],
  ["/%7B638000%7D/WebResources/new_/lib/a.js", "text/javascript; charset=utf-8", script],
  ["/WebResources/new_page?data=1", "text/html; charset=utf-8", "<p>"],
  ["/controls/new_X.Y/bundle.js", "text/javascript; charset=utf-8", "bundle"],
])("%s", (path, type, text) => {
  const { status, headers, body } = send("GET", path);
  expect([status, headers["content-type"], Buffer.from(body as Uint8Array).toString("utf8")]).toEqual([200, type, text]);
});

test("missing files are 404, writing to them is 405", () => {
  expect(send("GET", "/WebResources/new_nope.js").status).toBe(404);
  expect(send("GET", "/controls/new_X.Y/../secret").status).toBe(404);
  expect(send("POST", "/controls/new_X.Y/bundle.js").status).toBe(405);
});

test("the app's pages and further routes come from the extensions", () => {
  expect(send("GET", "/app/x").body).toBe("app /app/x");
  expect(send("GET", "/__local/extra").body).toBe("extra");
});

test("/__local: health, clock, ledger", () => {
  expect(send("GET", "/__local/health").json).toMatchObject({ status: "ok", nowUtc: "2026-03-15T10:00:00Z" });
  expect(send("POST", "/__local/clock", { body: { nowUtc: "2026-04-01T00:00:00Z" } }).json).toMatchObject({ nowUtc: "2026-04-01T00:00:00Z", today: "2026-04-01" });
  expect(send("GET", "/__local/clock").json["today"]).toBe("2026-04-01");
  expect(send("POST", "/__local/clock", { body: { nowUtc: "tomorrow" } }).json.error?.message).toContain('"tomorrow"');
  expect(send("DELETE", "/__local/clock").status).toBe(405);
  expect(send("POST", "/__local/unsupported", { body: { kind: "client API", what: "x" } }).status).toBe(204);
  expect(send("GET", "/__local/unsupported").json.value).toContainEqual(expect.objectContaining({ kind: "client API", what: "x", count: 1 }));
  expect(send("GET", "/__local/nope").status).toBe(501);
});

test("without an app, unknown paths are refused and noted", () => {
  const bare = openTestHost();
  expect(bare.send("GET", "/somewhere").status).toBe(501);
  expect(bare.send("GET", "/__local/unsupported").json.value).toMatchObject([{ kind: "path", what: "/somewhere" }]);
  bare.close();
});
