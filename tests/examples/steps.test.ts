import { join } from "node:path";
import { packageFiles } from "../../cli/build/package";
import { serveSession } from "../../cli/start/serve";
import type { Session } from "../../cli/start/session";
import { openRelay } from "../builders/relay";
import { runScript } from "../builders/script";
import { openStore, temporaryFolder } from "../builders/store";

// Every call of a script is a process of its own.
jest.setTimeout(60_000);

const folder = temporaryFolder();
let session: Session;
let server: Awaited<ReturnType<typeof serveSession>>;

const steps = (...args: readonly string[]) => runScript("examples/smoke/steps.mjs", { args: ["--url", server.origin, "--package", join(process.cwd(), packageFiles()[1]), ...args] });
const enabled = (): number => session.host.sql.all("SELECT name FROM sdkmessageprocessingstep WHERE statecode = 0").length;
const all = (): number => session.host.sql.all("SELECT name FROM sdkmessageprocessingstep").length;

/** A promise without a debtor, which the rules refuse. */
const promised = () => session.host.service.create("duly_promise", { duly_name: "P", duly_promisedate: "2026-03-10" });

function mode(value: string): void {
  const row = session.host.sql.get("SELECT environmentvariabledefinitionid AS id FROM environmentvariabledefinition WHERE schemaname = 'duly_rulesmode'");
  session.host.service.update("environmentvariabledefinition", { id: String(row?.id) }, { defaultvalue: value });
}

beforeAll(async () => { session = openStore(folder.path, "2026-03-02"); server = await serveSession(session, 0); });
afterAll(async () => { await server.close(); session.close(); folder.remove(); });

test("a day of an administrator: off, red ping, green ping, on", async () => {
  expect(promised).toThrow("DULY-PROMISE-007");

  expect(await steps("--disable")).toMatchObject({ status: 0, err: "", out: expect.stringContaining(`${all()} of ${all()} steps disabled`) as string });
  expect(enabled()).toBe(0);
  expect(promised).not.toThrow();

  mode("off");
  await new Promise((done) => { setTimeout(done, 1100); });
  expect(await steps("--enable")).toMatchObject({ status: 1, out: expect.stringMatching(/^FAIL DULY-SMOKE-030 .*DULY-HOST-006/) as string });
  expect(enabled()).toBe(0);

  mode("on");
  await new Promise((done) => { setTimeout(done, 1100); });
  expect(await steps("--enable")).toMatchObject({ status: 0, out: expect.stringMatching(/^ok {3}Rule engine: node/) as string });
  expect(enabled()).toBe(all());
  expect(promised).toThrow("DULY-PROMISE-007");
});

test("a network that is cut while steps are switched is said once, with how many were", async () => {
  let changes = 0;
  const relay = await openRelay(server.origin, (request, response) => {
    if (request.method !== "PATCH") return false;
    changes += 1;
    if (changes === 3) request.socket.destroy(); else response.writeHead(204).end();
    return true;
  });
  const { status, out } = await runScript("examples/smoke/steps.mjs", { args: ["--url", relay.origin, "--package", join(process.cwd(), packageFiles()[1]), "--timeout", "20", "--disable"] });
  relay.close();
  expect(out).toMatch(new RegExp(`^(ok .*\\n){2}2 of ${String(all())} steps disabled\\nFAIL DULY-SMOKE-031 The organisation stopped answering: .*\\n$`));
  expect([status, changes]).toEqual([1, 3]);
});

test.each([[[]], [["--enable", "--disable"]]])("%j is not understood", async (args) => {
  expect(await steps(...args)).toEqual({ status: 2, out: "", err: expect.stringMatching(/^DULY-SMOKE-006 /) as string });
});
