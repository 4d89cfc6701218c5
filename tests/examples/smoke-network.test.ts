import { join } from "node:path";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { packageFiles } from "../../cli/build/package";
import { serveSession } from "../../cli/start/serve";
import type { Session } from "../../cli/start/session";
import { openRelay, type Relay } from "../builders/relay";
import { smokeIn } from "../builders/smoke";
import { openStore, temporaryFolder } from "../builders/store";

// Every call of a script is a process of its own.
jest.setTimeout(60_000);

const root = join(__dirname, "..", "..");
const [, managed] = packageFiles();
const folder = temporaryFolder();
let session: Session;
let server: Awaited<ReturnType<typeof serveSession>>;

const smoke = smokeIn(folder);

beforeAll(async () => { session = openStore(folder.path, "2026-03-02"); server = await serveSession(session, 0); });
afterAll(async () => { await server.close(); session.close(); folder.remove(); });

describe("a server that is not what it should be", () => {
  let answered: Server;
  let behaviour: "hang" | "redirect" | "html" | "page" | "other";
  const heard: (string | undefined)[] = [];
  beforeAll(async () => {
    answered = createServer((request, response) => {
      heard.push(request.headers.authorization);
      if (behaviour === "redirect") response.writeHead(302, { location: "http://127.0.0.1:9/" }).end();
      if (behaviour === "html") response.writeHead(401, { "content-type": "text/html" }).end("<html>Sign in</html>");
      if (behaviour === "page") response.writeHead(200, { "content-type": "text/html" }).end("<html>Welcome</html>");
      if (behaviour === "other") response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
    await new Promise<void>((done) => { answered.listen(0, "127.0.0.1", () => { done(); }); });
  });
  afterAll(() => { answered.closeAllConnections(); answered.close(); });

  test.each([["hang", "timeout"], ["redirect", "redirect"], ["html", "401"], ["page", "200, but the answer is not one of the Web API"], ["other", "does not say who asks"]] as const)("one that does %s is asked once, and the other lines are skipped", async (how, text) => {
    behaviour = how;
    const { port } = answered.address() as AddressInfo;
    const { status, out } = await smoke(["--url", `http://127.0.0.1:${port}`, "--package", join(root, managed), "--timeout", "1"], { DULY_TOKEN: "secret-token" });
    expect(out).toMatch(new RegExp(`^FAIL Organisation answers: DULY-SMOKE-010 .*${text}`));
    expect(out).toMatch(/\nskip Solution version\n(skip .*\n){8}0 ok, 1 failed, 9 skipped\n$/);
    expect(heard.length).toBe(1);
    expect(out).not.toContain("secret-token");
    expect(status).toBe(1);
    expect(heard.pop()).toBe("Bearer secret-token");
  });
});

describe("a network that is cut in the middle", () => {
  /** Stands before the real organisation and cuts the line when security roles are asked for; later requests would be heard. */
  let between: Relay;
  let how: "cut" | "hang" | "half";
  let afterwards: number;
  beforeAll(async () => {
    between = await openRelay(server.origin, (request, response) => {
      const isCut = request.url?.includes("/roles?") === true;
      if (afterwards > 0 || isCut) afterwards += 1;
      if (isCut && how === "cut") request.socket.destroy();
      if (isCut && how === "half") { response.writeHead(200, { "content-length": 1000 }).write("{\"value\":"); setTimeout(() => request.socket.destroy(), 50); }
      return isCut;
    });
  });
  beforeEach(() => { afterwards = 0; });
  afterAll(() => { between.close(); });
  const cutOff = (...args: readonly string[]) => smoke(["--url", between.origin, "--package", join(root, managed), "--timeout", how === "hang" ? "3" : "20", ...args]);

  test.each([["cut", "fetch failed"], ["hang", "timeout"], ["half", "terminated"]] as const)("(%s) is said once; what is left is skipped and asks nobody", async (kind, reason) => {
    how = kind;
    const { status, out } = await cutOff();
    expect(out).toMatch(new RegExp(`^ok {3}Organisation.*\nok {3}Solution version.*\nok {3}Tables.*\nFAIL Security roles: DULY-SMOKE-031 The organisation stopped answering: .*${reason}.*\n(skip .*\n){6}3 ok, 1 failed, 6 skipped\n$`));
    expect([status, afterwards]).toEqual([1, 1]);
  });

  test("in JSON the skipped lines are not ok and have no code", async () => {
    how = "cut";
    const { failed, skipped, checks } = JSON.parse((await cutOff("--json")).out) as { failed: number; skipped: number; checks: readonly unknown[] };
    expect([failed, skipped]).toEqual([1, 6]);
    expect(checks.at(-1)).toEqual({ name: "Dry run", ok: false, skipped: true, detail: null, code: null, mend: null });
  });
});

test("an answer of duly_Ping without a result is told in words, with no place left open", async () => {
  const other = await openRelay(server.origin, (request, response) => {
    const isPing = request.url?.includes("duly_Ping") === true;
    if (isPing) response.writeHead(200).end("{}");
    return isPing;
  });
  const { out } = await smoke(["--url", other.origin, "--package", join(root, managed), "--no-dry-run"]);
  other.close();
  expect(out).toContain("DULY-SMOKE-019 The rule engine does not reckon as it should: its answer has no Result. Leave the steps disabled");
  expect(out).not.toMatch(/\{\w+\}/);
});
