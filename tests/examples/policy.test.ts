import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { channel, debtorkind, language, tone } from "#solution/generated/names";
import { readPack } from "../../cli/ledger/pack";
import { putCompany } from "../../cli/ledger/company";
import { seedPolicy } from "../../cli/ledger/seed";
import { serveSession } from "../../cli/start/serve";
import type { Session } from "../../cli/start/session";
import type { Row } from "../../local-host/service/contract";
import { openRelay } from "../builders/relay";
import { runScript, type Ended } from "../builders/script";
import { openStore, temporaryFolder } from "../builders/store";

// Every call of a script is a process of its own.
jest.setTimeout(60_000);

const seller = { code: "S1", name: "Seller Ltd", currency: "EUR", country: "IT", language: "english", sender: "ar@seller.example", iban: null } as const;
const json = readFileSync(join(process.cwd(), "examples", "strategies", "standard.json"), "utf8");
const standard = readPack(json);

const folder = temporaryFolder();
let session: Session;
let server: Awaited<ReturnType<typeof serveSession>>;

const policy = (...args: readonly string[]): Promise<Ended> => runScript("examples/smoke/policy.mjs", { args: ["--url", server.origin, "--company", "S1", ...args], cwd: folder.path });
const rowsOf = (table: string): readonly Row[] => session.host.service.fetch(`<fetch><entity name="${table}"><all-attributes/></entity></fetch>`).rows;
const row = (table: string, column: string, value: string): Row => rowsOf(table).find((one) => one[column] === value) ?? {};
const change = (table: string, code: string, columns: Row): void => { session.host.service.update(table, { id: String(row(table, "duly_code", code)[`${table}id`]) }, columns); };
const lines = ({ out }: Ended, ...done: readonly string[]): readonly string[] => out.trim().split("\n").filter((line) => done.includes(line.split(" ")[0] ?? ""));
const last = ({ out }: Ended): string => out.trim().split("\n").pop() ?? "";

beforeAll(async () => {
  session = openStore(folder.path, "2026-03-02");
  putCompany(session.host.service, seller);
  server = await serveSession(session, 0);
});
afterAll(async () => { await server.close(); session.close(); folder.remove(); });

describe("the first policy of an organisation", () => {
  test("a dry run says every row and writes none", async () => {
    const ended = await policy("--dry-run");
    expect(ended).toMatchObject({ status: 0, err: "" });
    expect(last(ended)).toMatch(/^Standard, dry run, nothing was written: \d\d create, 1 update, 0 same, 0 keep, 0 fail$/);
    expect(rowsOf("duly_strategy")).toEqual([]);
    expect(row("duly_company", "duly_code", "S1").duly_strategy ?? null).toBeNull();
  });

  test("what it writes is what npm start writes from the same pack", async () => {
    expect(await policy()).toMatchObject({ status: 0, err: "" });
    expect(seedPolicy(session.host.service, standard, seller)).toMatchObject({ created: 0, updated: 0 });
  });

  test("again: nothing is written", async () => {
    const before = ["duly_template", "duly_templatetext", "duly_strategystep", "duly_segment", "duly_creditclass", "duly_company"].map(rowsOf);
    const ended = await policy();
    expect(last(ended)).toMatch(/^Standard: 0 create, 0 update, \d\d same, 0 keep, 0 fail$/);
    expect(["duly_template", "duly_templatetext", "duly_strategystep", "duly_segment", "duly_creditclass", "duly_company"].map(rowsOf)).toEqual(before);
  });

  test("what an administrator changed or deactivated is kept and said; --overwrite brings the pack's", async () => {
    change("duly_creditclass", "DIREZIONALE", { duly_dunnable: true, duly_strategy: null });
    change("duly_paymenttype", "CASH", { statecode: 1, statuscode: 2 });
    const kept = await policy();
    expect(lines(kept, "keep", "create", "update", "fail")).toEqual([
      "keep   Credit class DIREZIONALE: duly_dunnable is true, the pack has false; duly_strategy is another", "keep   Payment type CASH: it is inactive",
    ]);
    expect(kept.status).toBe(0);
    expect(row("duly_creditclass", "duly_code", "DIREZIONALE").duly_dunnable).toBe(true);

    expect(lines(await policy("--overwrite"), "update", "keep")).toHaveLength(2);
    expect([row("duly_creditclass", "duly_code", "DIREZIONALE").duly_dunnable, row("duly_paymenttype", "duly_code", "CASH").statecode]).toEqual([false, 0]);
    expect(seedPolicy(session.host.service, standard, seller)).toMatchObject({ created: 0, updated: 0 });
  });

  test("a step and a variant that an administrator renumbered are not made anew; --overwrite makes them", async () => {
    const numbers = (table: string, parent: string, id: string): readonly unknown[] => rowsOf(table).filter((one) => (one[parent] as { id?: string } | null)?.id === id).map((one) => one.duly_sequence).sort();
    const renumber = (one: Row, table: string, sequence: number): void => { session.host.service.update(table, { id: String(one[`${table}id`]) }, { duly_sequence: sequence }); };
    const strategy = String(row("duly_strategy", "duly_code", "standard").duly_strategyid);
    const steps = rowsOf("duly_strategystep").filter((one) => (one.duly_strategy as { id?: string } | null)?.id === strategy);
    const lastOf = standard.strategies.find(({ code }) => code === "standard")?.steps.length ?? 0;
    const step = steps.find((one) => one.duly_sequence === lastOf) ?? {};
    const variant = rowsOf("duly_templatevariant")[0] ?? {};
    renumber(step, "duly_strategystep", lastOf + 1);
    const before = numbers("duly_strategystep", "duly_strategy", strategy);

    const kept = await policy();
    expect(lines(kept, "keep", "create", "update", "fail")).toEqual([`keep   Step standard ${lastOf}: it is not there, others are; --overwrite makes it`]);
    expect([kept.status, numbers("duly_strategystep", "duly_strategy", strategy)]).toEqual([0, before]);
    renumber(step, "duly_strategystep", lastOf);

    const template = String((variant.duly_template as { id?: string } | null)?.id);
    const own = Number(variant.duly_sequence);
    renumber(variant, "duly_templatevariant", 90);
    expect(lines(await policy(), "keep", "create", "update", "fail")).toEqual([expect.stringMatching(/^keep {3}Template variant .*: it is not there, others are; --overwrite makes it$/) as string]);
    expect(lines(await policy("--overwrite"), "create", "keep", "fail")).toEqual([expect.stringMatching(/^create Template variant/) as string]);
    expect(numbers("duly_templatevariant", "duly_template", template)).toEqual(expect.arrayContaining([own, 90]));
    session.host.service.delete("duly_templatevariant", { id: String(variant.duly_templatevariantid) });
  });

  test("a company without a strategy is not given an inactive one; --overwrite activates it", async () => {
    session.host.service.update("duly_company", { id: String(row("duly_company", "duly_code", "S1").duly_companyid) }, { duly_strategy: null });
    change("duly_strategy", "standard", { statecode: 1, statuscode: 2 });
    expect(lines(await policy(), "keep", "update")).toEqual(["keep   Strategy standard: it is inactive", "keep   Company S1: it does not follow the strategy standard, which is inactive"]);
    expect(row("duly_company", "duly_code", "S1").duly_strategy ?? null).toBeNull();
    expect(lines(await policy("--overwrite"), "keep", "update")).toEqual(["update Strategy standard: it is inactive", "update Company S1: it follows the strategy standard"]);
  });

  test("a company that follows a strategy keeps it", async () => {
    const ended = await policy("--pack", "firm");
    expect(lines(ended, "keep")).toContain("keep   Company S1: it follows another strategy");
    expect([ended.status, lines(ended, "fail")]).toEqual([0, []]);
  });

  test("a lookup that the pack leaves empty is emptied by --overwrite", async () => {
    change("duly_creditclass", "MGMT", { duly_strategy: { logicalName: "duly_strategy", id: String(row("duly_strategy", "duly_code", "standard").duly_strategyid) } });
    await policy("--overwrite");
    expect(row("duly_creditclass", "duly_code", "MGMT").duly_strategy ?? null).toBeNull();
  });
});

test("a row that the rules refuse is told with their code, and so are those that name it; the rest is written", async () => {
  const file = join(folder.path, "own.json");
  const own = { ...standard, templates: standard.templates.map((one, index) => ({ ...one, code: `own-${one.code}`, texts: { english: { subject: "S", body: [index === 0 ? "{{dbtor.name}}" : "{{debtor.name}}"] } } })), strategies: [], segments: [], creditClasses: [], paymentTypes: [], templateVariants: [] };
  writeFileSync(file, JSON.stringify({ ...own, strategies: [{ code: "own", name: "Own", description: "D", steps: [{ name: "One", offsetDays: 3, channel: "email", template: own.templates[0]?.code }] }], companyStrategy: "own" }));
  const ended = await policy("--pack", file);
  expect(ended.status).toBe(1);
  expect(lines(ended, "fail")).toEqual([expect.stringMatching(/^fail {3}Template text own-standard-reminder-1, english: DULY-SMOKE-043 .*DULY-TEMPLATE-005 .*dbtor\.name/) as string]);
  expect(row("duly_strategy", "duly_code", "own").duly_name).toBe("Own");
});

test("a network that is cut in the middle is said once, with how many rows were brought; the next run goes on", async () => {
  let posts = 0;
  const relay = await openRelay(server.origin, (request, response) => {
    if (request.method !== "POST") return false;
    posts += 1;
    if (posts === 4) request.socket.destroy(); else response.writeHead(201).end(JSON.stringify({ duly_templateid: `00000000-0000-0000-0000-00000000000${String(posts)}`, duly_templatetextid: "x" }));
    return true;
  });
  const ended = await runScript("examples/smoke/policy.mjs", { args: ["--url", relay.origin, "--company", "S1", "--pack", "cautious", "--timeout", "20"] });
  relay.close();
  expect(ended.out).toMatch(/\nCautious: 3 create, .*\nFAIL {3}DULY-SMOKE-031 The organisation stopped answering: .*\n$/);
  expect(ended.status).toBe(1);
  expect(await policy("--pack", "cautious")).toMatchObject({ status: 0 });
});

describe("what is not understood", () => {
  test.each([
    ["no company", ["--url", "http://127.0.0.1:1"], "DULY-SMOKE-044"],
    ["a package, which it does not need", ["--url", "http://127.0.0.1:1", "--company", "S1", "--package", "x.zip"], "DULY-SMOKE-001"],
    ["no such pack", ["--url", "http://127.0.0.1:1", "--company", "S1", "--pack", "nowhere.json"], "DULY-SMOKE-040 nowhere.json"],
    ["a file that is no pack", ["--url", "http://127.0.0.1:1", "--company", "S1", "--pack", join(process.cwd(), "package.json")], "DULY-SMOKE-040 .*it has no list templates"],
    ["no token for another machine", ["--url", "https://org.crm4.dynamics.com", "--company", "S1"], "DULY-SMOKE-003"],
  ] as const)("%s ends with 2 and asks nobody", async (_what, args, begin) => {
    expect(await runScript("examples/smoke/policy.mjs", { args })).toEqual({ status: 2, out: "", err: expect.stringMatching(new RegExp(`^${begin}`)) as string });
  });

  test("a pack that names a strategy which it does not have", async () => {
    const file = join(folder.path, "lost.json");
    writeFileSync(file, JSON.stringify({ ...JSON.parse(json) as object, creditClasses: [{ code: "A", name: "A", dunnable: true, strategy: "gone" }], templateVariants: [] }));
    expect(await policy("--pack", file)).toMatchObject({ status: 2, err: expect.stringContaining('Credit class A names the strategy "gone", which the pack does not have') as string });
  });

  test("a company that does not exist is named, with those that do", async () => {
    expect(await runScript("examples/smoke/policy.mjs", { args: ["--url", server.origin, "--company", "S9"] })).toMatchObject({ status: 1, out: expect.stringContaining("FAIL   DULY-SMOKE-041 There is no active company with the code S9; the organisation has S1.") as string });
  });

  test("help is no fault", async () => {
    expect(await runScript("examples/smoke/policy.mjs", { args: ["--help"] })).toMatchObject({ status: 0, out: expect.stringContaining("--dry-run") as string });
  });
});

test("the choices of the script are those of the package", () => {
  const file = JSON.stringify(pathToFileURL(join(process.cwd(), "examples", "smoke", "policy", "choices.mjs")));
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", `import * as all from ${file}; console.log(JSON.stringify(all))`], { encoding: "utf8" });
  expect(JSON.parse(printed)).toEqual({ channel, tone, language, debtorkind });
});
