import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { playerContent } from "../../../local-host/player/static";
import type { WebResponse } from "../../../local-host/http/contract";

describe("the player's files", () => {
  const dir = mkdtempSync(join(tmpdir(), "player-"));
  const get = (url: string, method = "GET"): WebResponse => playerContent(dir)({ method, url, headers: {}, body: "", origin: "http://127.0.0.1:1" });

  beforeAll(() => {
    mkdirSync(join(dir, "player"));
    writeFileSync(join(dir, "index.html"), "<p>page</p>");
    writeFileSync(join(dir, "player", "main.js"), "1;");
    writeFileSync(join(dir, "secret.txt"), "s");
  });
  afterAll(() => { rmSync(dir, { recursive: true }); });

  test.each(["/", "/app", "/app/x_room", "/app/x_room/new?lang=1038"])("%s is the page, under a strict policy", (url) => {
    const { status, headers, body } = get(url);
    expect([status, String(body)]).toEqual([200, "<p>page</p>"]);
    expect(headers["content-security-policy"]).toContain("script-src 'self'");
  });

  test("its script has a type that browsers run", () => { expect(get("/player/main.js")).toMatchObject({ status: 200, headers: { "content-type": "text/javascript; charset=utf-8" } }); });

  test.each(["/player/../secret.txt", "/player/%2e%2e/secret.txt", "/secret.txt", "/player/none.js", "/application"])("%s is no part of it", (url) => {
    expect([get(url).status, String(get(url).body)]).toEqual([404, expect.stringContaining("PLAYER-404") as string]);
  });

  test("it can only be read", () => { expect(get("/", "POST").status).toBe(405); });

  test("a missing build says what to do", () => {
    const { status, body } = playerContent(join(dir, "nowhere"))({ method: "GET", url: "/", headers: {}, body: "", origin: "" });
    expect([status, String(body)]).toEqual([500, expect.stringContaining("npm run build") as string]);
  });
});
