import { createServer, type Server } from "node:net";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { start } from "../../../cli/start/command";
import { buildForLocalHost } from "../../../cli/build/command";
import { temporaryFolder } from "../../builders/store";

jest.mock("../../../cli/build/command", () => ({ buildForLocalHost: jest.fn(() => { throw new Error("the build has begun"); }) }));

const folder = temporaryFolder();
const file = (name: string, content: string): string => {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
};
const map = (columns: object = {}): string => JSON.stringify({
  company: { code: "ACME", name: "Acme Ltd", currency: "EUR" }, dateFormat: "yyyy-MM-dd",
  columns: { customerNumber: "customer", invoiceNumber: "invoice", issueDate: "issued", dueDate: "due", amount: "amount", currency: { fixed: "EUR" }, ...columns },
});

let taken: Server;
let port = 0;
beforeAll(async () => {
  taken = createServer();
  await new Promise<void>((done) => { taken.listen(0, "127.0.0.1", done); });
  const address = taken.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});
afterAll(async () => {
  await new Promise((done) => { taken.close(done); });
  folder.remove();
});
afterEach(() => { jest.restoreAllMocks(); jest.mocked(buildForLocalHost).mockClear(); });

/** What a start that is refused says on stdout, and the error it ends with. */
async function refused(...args: readonly string[]): Promise<{ readonly printed: readonly string[]; readonly message: string }> {
  const printed: string[] = [];
  jest.spyOn(process.stdout, "write").mockImplementation((text) => printed.push(String(text)) > 0);
  const message = await start([...args, "--data", join(folder.path, "data")]).then(() => "not refused", (error: unknown) => (error instanceof Error ? error.message : String(error)));
  return { printed, message };
}

const csv = "customer,invoice,issued,due,amount\nC-1,I-1,2026-01-01,2026-02-01,10.00\n";
const directory = join(folder.path, "directory");
mkdirSync(directory);

test.each<[string, () => readonly string[], string, RegExp]>([
  ["a port in use", () => ["--port", String(port)], "DULY-START-008", /Port \d+ on 127\.0\.0\.1 is in use.*--port N/],
  ["a ledger that is not there", () => ["--no-serve", "--ledger", join(folder.path, "none.csv"), "--map", file("a.json", map())], "DULY-START-006", /ledger .*none\.csv cannot be read/],
  ["a ledger that is a folder", () => ["--no-serve", "--ledger", directory, "--map", file("a.json", map())], "DULY-START-006", /directory cannot be read/],
  ["a map that is not there", () => ["--no-serve", "--ledger", file("a.csv", csv), "--map", join(folder.path, "none.json")], "DULY-START-006", /map .*none\.json cannot be read/],
  ["a map that is no JSON", () => ["--no-serve", "--ledger", file("a.csv", csv), "--map", file("b.json", "{")], "DULY-MAP-001", /not JSON/],
  ["a number of nights that is none", () => ["--nights", "0"], "DULY-START-001", /nights/],
  ["an option nobody knows", () => ["--bogus"], "DULY-START-003", /bogus/],
  ["a map for another ledger", () => ["--no-serve", "--ledger", file("a.csv", csv), "--map", file("c.json", map({ dueDate: "payable" }))], "DULY-MAP-005", /no column "payable"/],
])("%s is refused before the build begins; with --json the refusal is the one object on stdout", async (_, args, code, text) => {
  const plain = await refused(...args());
  expect(plain).toEqual({ printed: [], message: expect.stringMatching(text) as string });
  jest.restoreAllMocks();
  const { printed } = await refused(...args(), "--json");
  expect(printed.map((line) => JSON.parse(line) as unknown)).toEqual([{ error: { code, message: plain.message } }]);
  expect(buildForLocalHost).not.toHaveBeenCalled();
});

test("what can be read and had lets the build begin", async () => {
  expect(await refused("--port", "0", "--ledger", file("a.csv", csv), "--map", file("a.json", map()))).toEqual({ printed: [], message: "the build has begun" });
});
