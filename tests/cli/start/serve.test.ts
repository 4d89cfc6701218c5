import { createServer, type Server } from "node:net";
import { serveUntilStopped } from "../../../cli/start/serve";
import type { Session } from "../../../cli/start/session";
import { openStore, temporaryFolder } from "../../builders/store";

const folder = temporaryFolder();
let session: Session;
let taken: Server;
beforeAll(async () => {
  session = openStore(folder.path, "2026-03-05");
  taken = createServer();
  await new Promise<void>((done) => { taken.listen(0, "127.0.0.1", done); });
});
afterAll(async () => {
  await new Promise((done) => { taken.close(done); });
  session.close();
  folder.remove();
});

test("a port that another program took while the work went on is told by its code, and nothing is called ready", async () => {
  const address = taken.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const told: string[] = [];
  await expect(serveUntilStopped(session, port, (text) => told.push(text))).rejects.toMatchObject({ name: "CliError", code: "DULY-START-008", message: expect.stringContaining(String(port)) as string });
  expect(told).toEqual([]);
});
