import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { readFileSync, writeFileSync } from "node:fs";
import { messages } from "../../cli/reference/catalogue";
import { language } from "#solution/generated/names";
import { packageFiles } from "../../cli/build/package";
import { serveSession } from "../../cli/start/serve";
import type { EntityReference } from "../../local-host/service/contract";
import type { Session } from "../../cli/start/session";
import { runScript } from "../builders/script";
import { smokeIn } from "../builders/smoke";
import { addDebtor, addInvoice, openStore, smallLedger, temporaryFolder } from "../builders/store";

interface Line { readonly name: string; readonly ok: boolean; readonly skipped: boolean; readonly detail: string | null; readonly code: string | null; readonly mend: string | null }

// Every call of a script is a process of its own.
jest.setTimeout(60_000);

const root = join(__dirname, "..", "..");
const [, managed] = packageFiles();
const folder = temporaryFolder();
let session: Session;
let server: Awaited<ReturnType<typeof serveSession>>;

const smoke = smokeIn(folder);

async function lines(...args: readonly string[]): Promise<readonly Line[]> {
  const { out } = await smoke(["--url", server.origin, "--package", join(root, managed), "--json", ...args]);
  return (JSON.parse(out) as { checks: readonly Line[] }).checks;
}

const lineOf = async (name: string, ...args: readonly string[]): Promise<Line | undefined> => (await lines(...args)).find((line) => line.name === name);

/** Puts a value into a row of a table by its name column, and gives a way back. */
function changed(table: string, key: string, name: string, row: Readonly<Record<string, string | number | null>>): () => void {
  const { rows } = session.host.service.fetch(`<fetch><entity name="${table}"><all-attributes/><filter><condition attribute="${key}" operator="eq" value="${name}"/></filter></entity></fetch>`);
  const before = rows[0] ?? {};
  const id = { id: String(before[`${table}id`]) };
  session.host.service.update(table, id, row);
  return () => { session.host.service.update(table, id, Object.fromEntries(Object.keys(row).map((column) => [column, before[column] ?? null]))); };
}

const connect = (name: string) => changed("connectionreference", "connectionreferencelogicalname", name, { connectionid: `connection-of-${name}` });

beforeAll(async () => {
  session = openStore(folder.path, "2026-03-02");
  const ledger = smallLedger(session);
  addInvoice(session, ledger, { number: "INV-1", issued: "2026-02-01", due: "2026-02-20", amount: "100.00" });
  server = await serveSession(session, 0);
});
afterAll(async () => { await server.close(); session.close(); folder.remove(); });

test("right after the import the connections are red, and say where an administrator chooses them", async () => {
  expect(await lineOf("Connections", "--no-dry-run")).toEqual({
    name: "Connections", ok: false, skipped: false, detail: null, code: "DULY-SMOKE-017",
    mend: "Without a connection: duly_dataverse, duly_outlook. Choose one in the maker portal: Solutions, Default Solution, Connection references.",
  });
});

describe("with the connections chosen", () => {
  beforeAll(() => { connect("duly_dataverse"); connect("duly_outlook"); });

  test("every line is green, the dry run tells what a night would do and plans nothing, exit code 0", async () => {
    const { status, out, err } = await smoke(["--url", server.origin, "--package", join(root, managed)]);
    expect(err).toBe("");
    expect(out.trim().split("\n").filter((line) => !line.startsWith("ok   "))).toEqual(["10 ok, 0 failed"]);
    expect(out).toMatch(/Dry run: .+: 1 debtors, would plan 1 messages about 1 items/);
    expect(out).toMatch(/Rule engine \(duly_Ping\): node .+, bundle [0-9a-f]{12}, 50 recorded calls answered as here \([0-9a-f]{16}\)/);
    expect(status).toBe(0);
    expect(session.host.service.fetch('<fetch><entity name="duly_communication"><attribute name="duly_name"/></entity></fetch>').rows).toEqual([]);
  });

  test("the dry run may be repeated on the same day", async () => {
    expect(await lineOf("Dry run")).toMatchObject({ ok: true, detail: expect.stringContaining("1 debtors") as string });
  });

  test.each([
    ["a flow that is off", "Cloud flows", "DULY-SMOKE-018", "Duly | Send e-mail", () => changed("workflow", "name", "Duly | Send e-mail", { statecode: 0, statuscode: 1 })],
    ["a step that is disabled", "Plug-in steps", "DULY-SMOKE-021", "promise", () => {
      const [step] = session.host.sql.all("SELECT name FROM sdkmessageprocessingstep WHERE configuration = 'promise.validate'");
      return changed("sdkmessageprocessingstep", "name", String(step?.name), { statecode: 1, statuscode: 2 });
    }],
    ["a solution of another version", "Solution version", "DULY-SMOKE-012", "9.9.9.9", () => changed("solution", "uniquename", "duly", { version: "9.9.9.9" })],
    ["a solution that is not installed", "Solution version", "DULY-SMOKE-011", "duly", () => changed("solution", "uniquename", "duly", { uniquename: "other" })],
    ["rules that are off", "Environment variables", "DULY-SMOKE-016", "log", () => changed("environmentvariabledefinition", "schemaname", "duly_rulesmode", { defaultvalue: "log" })],
    ["no active company", "Dry run", "DULY-SMOKE-022", "no active company", () => {
      const [company] = session.host.sql.all("SELECT duly_code FROM duly_company");
      return changed("duly_company", "duly_code", String(company?.duly_code), { statecode: 1, statuscode: 2 });
    }],
  ])("%s is red", async (_what, name, code, text, spoil) => {
    const restore = spoil();
    try {
      expect(await lineOf(name)).toMatchObject({ ok: false, code, mend: expect.stringContaining(text) as string });
    } finally {
      restore();
    }
  });

  test("as after a first import, where all steps are disabled, ten are named and the others counted", async () => {
    const ids = session.host.sql.all("SELECT sdkmessageprocessingstepid AS id FROM sdkmessageprocessingstep").map(({ id }) => String(id));
    const all = (row: Readonly<Record<string, number>>): void => { for (const id of ids) session.host.service.update("sdkmessageprocessingstep", { id }, row); };
    all({ statecode: 1, statuscode: 2 });
    try {
      expect((await lineOf("Plug-in steps"))?.mend).toMatch(new RegExp(`^Disabled or missing plug-in steps: ([^,]+, ){10}and ${String(ids.length - 10)} more\\. Enable`));
    } finally {
      all({ statecode: 0, statuscode: 1 });
    }
  });

  test("a filled test recipient is told, for it keeps messages from every debtor", async () => {
    const restore = changed("environmentvariabledefinition", "schemaname", "duly_testrecipient", { defaultvalue: "test@example.com" });
    expect(await lineOf("Environment variables", "--no-dry-run")).toMatchObject({ ok: true, detail: expect.stringContaining("test@example.com") as string });
    restore();
  });

  describe("a dry run that would plan nothing says why", () => {
    const dryRunOf = async (company: string): Promise<string> => (await lineOf("Dry run", "--company", company))?.detail ?? "";
    const undo: (() => void)[] = [];
    let empty: EntityReference;
    beforeAll(() => {
      empty = { logicalName: "duly_company", id: session.host.service.create("duly_company", { duly_name: "Empty Ltd", duly_code: "S2", duly_currencycode: "EUR", duly_language: language.english }) };
    });
    afterEach(() => { for (const back of undo.splice(0).reverse()) back(); });

    test("no debtor and no strategy; then a debtor without open items; then one without a day for it too", async () => {
      const restore = changed("duly_strategy", "duly_code", "standard", { statecode: 1, statuscode: 2 });
      expect(await dryRunOf("S2")).toBe("Empty Ltd: 0 debtors, would plan 0 messages about 0 items (the company has no active debtor: import its ledger; no strategy is active: add one with steps, and name it on the company)");
      restore();
      addDebtor(session, empty, { number: "E-1", name: "Nobody Kft", email: "nobody@example.com" });
      expect(await dryRunOf("S2")).toBe("Empty Ltd: 1 debtors, would plan 0 messages about 0 items (none of them has an open item)");
      undo.push(changed("duly_debtor", "duly_number", "E-1", { duly_nextactionon: null }));
      expect(await dryRunOf("S2")).toBe("Empty Ltd: 0 debtors, would plan 0 messages about 0 items (none of its 1 debtors has an open item)");
    });

    test.each([
      ["has come", "2026-04-01", /: 0 debtors, .* \(the Next action on of none of its 1 debtors has come; the first is 2026-04-01\)$/],
      ["is known", null, /: 0 debtors, .* \(none of its 1 debtors has a day in Next action on, .*: set it to today/],
    ])("no debtor whose day %s", async (_what, day, expected) => {
      undo.push(changed("duly_debtor", "duly_number", "C-1", { duly_nextactionon: day }));
      expect(await dryRunOf("S1")).toMatch(expected);
    });

    test("debtors that were looked at: the reasons of their items", async () => {
      undo.push(changed("duly_strategy", "duly_code", "standard", { statecode: 1, statuscode: 2 }));
      expect(await dryRunOf("S1")).toMatch(/: 1 debtors, would plan 0 messages about 0 items \(noStrategy 1\)$/);
    });
  });

  test("an unknown company is named", async () => {
    expect(await lineOf("Dry run", "--company", "O'Brien")).toMatchObject({ ok: false, code: "DULY-SMOKE-022", mend: expect.stringContaining("O'Brien") as string });
  });
});

/** A zip of one entry, as small as it may be. */
function zipOf(name: string, text: string): Buffer {
  const content = deflateRawSync(Buffer.from(text));
  const local = Buffer.alloc(30), entry = Buffer.alloc(46), end = Buffer.alloc(22);
  local.writeUInt32LE(0x04034b50, 0); local.writeUInt16LE(name.length, 26);
  entry.writeUInt32LE(0x02014b50, 0); entry.writeUInt16LE(8, 10); entry.writeUInt32LE(content.length, 20); entry.writeUInt16LE(name.length, 28);
  const directory = local.length + name.length + content.length;
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(1, 8); end.writeUInt16LE(1, 10); end.writeUInt32LE(directory, 16);
  return Buffer.concat([local, Buffer.from(name), content, entry, Buffer.from(name), end]);
}

test("tables and roles that the package has and the organisation lacks are named", async () => {
  const file = join(folder.path, "other.zip");
  const manifest = `<SolutionManifest><UniqueName>duly</UniqueName><Version>0.1.0.0</Version><RootComponents><RootComponent type="1" schemaName="duly_comet" behavior="0"/>
    <RootComponent type="20" id="{00000000-0000-0000-0000-00000000C0DE}" behavior="0"/></RootComponents></SolutionManifest>`;
  writeFileSync(file, zipOf("solution.xml", manifest));
  const { out, status } = await smoke(["--url", server.origin, "--package", file, "--no-dry-run"]);
  expect(out).toContain("DULY-SMOKE-013 Missing tables: duly_comet.");
  expect(out).toContain("DULY-SMOKE-014 Missing security roles: 00000000-0000-0000-0000-00000000c0de.");
  expect(out).toContain("DULY-SMOKE-020");
  expect(status).toBe(1);
});

describe("what is not understood ends with 2, says its code and asks nobody", () => {
  const https = ["--url", "https://org.crm4.dynamics.com"];
  test.each([
    ["no address", [], {}, "DULY-SMOKE-001 --url is missing"],
    ["http to another machine", ["--url", "http://org.crm4.dynamics.com"], { DULY_TOKEN: "t" }, "DULY-SMOKE-002"],
    ["http to a name that only begins like this machine", ["--url", "http://localhost.example.com"], { DULY_TOKEN: "t" }, "DULY-SMOKE-002"],
    ["a password in the address", ["--url", "https://me:secret@org.crm4.dynamics.com"], { DULY_TOKEN: "t" }, "DULY-SMOKE-002"],
    ["a token on the command line", [...https, "--token", "t"], {}, "DULY-SMOKE-001"],
    ["no token", https, {}, "DULY-SMOKE-003"],
    ["a token with a line break inside", https, { DULY_TOKEN: "a\nb" }, "DULY-SMOKE-003"],
    ["a package that is not there", [...https, "--package", "nowhere.zip"], { DULY_TOKEN: "t" }, "DULY-SMOKE-005 nowhere.zip"],
    ["a file that is no zip", [...https, "--package", join(root, "README.md")], { DULY_TOKEN: "t" }, "DULY-SMOKE-005"],
    ["a timeout of nothing", [...https, "--timeout", "0"], { DULY_TOKEN: "t" }, "DULY-SMOKE-001"],
  ] as const)("%s", async (_what, args, environment, begin) => {
    const { status, out, err } = await smoke(args, environment);
    expect({ status, out, err }).toEqual({ status: 2, out: "", err: expect.stringContaining(begin) as string });
    expect(err).not.toMatch(/\n\s+at /);
  });

  test("help is no fault", async () => {
    expect(await smoke(["--help"])).toMatchObject({ status: 0, out: expect.stringContaining("DULY_TOKEN") as string });
  });
});

test.each(["smoke", "steps"])("%s.mjs refuses a package that is not Duly's", async (script) => {
  const file = join(folder.path, "foreign.zip");
  writeFileSync(file, zipOf("solution.xml", "<SolutionManifest><UniqueName>Clinic</UniqueName><Version>1.0</Version></SolutionManifest>"));
  const ended = await runScript(`examples/smoke/${script}.mjs`, { args: ["--url", server.origin, "--package", file, ...(script === "steps" ? ["--enable"] : [])] });
  expect(ended).toEqual({ status: 2, out: "", err: expect.stringMatching(/^DULY-SMOKE-007 .*foreign\.zip holds the solution Clinic, which is not Duly\./) as string });
});

test("every message of the script is in the reference", () => {
  const own = Object.keys(JSON.parse(readFileSync(join(root, "examples", "smoke", "messages.json"), "utf8")) as object);
  expect(own.filter((code) => !messages.some((message) => message.code === code))).toEqual([]);
});
