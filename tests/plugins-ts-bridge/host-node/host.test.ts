import { createHash } from "node:crypto";
import { buildRules } from "#bridge/build";
import { loadEngine } from "#bridge/host-node/engine";
import { manifest } from "#bridge/rules/manifest";
import { tables } from "#solution/schema/tables";
import { Ledger, bundle } from "../../builders/rules/ledger";
import { RuleStore } from "../../builders/rules/store";

let text: string;
let sha256: string;
beforeAll(async () => { ({ text, sha256 } = await bundle()); });

test("the bundle is the same every time, needs nothing of Node, and has a part for saves below 210 KB and a whole below 450 KB", async () => {
  expect(await buildRules()).toEqual({ text, sha256 });
  expect(createHash("sha256").update(text, "utf8").digest("hex")).toBe(sha256);
  const [steps = "", every = ""] = text.split("//# every rule\n");
  expect(steps.length).toBeLessThan(210_000);
  expect(every.length).toBeLessThan(450_000);
  expect(loadEngine(steps).start("duly_Ping", "{}")).toContain("DULY-RULE-001");
  expect(/\brequire\(|\basync\b|\bawait\b|localeCompare|Math\.pow|\(\?<[=!]/.exec(text)).toBeNull();
});

test("duly_Ping proves the engine and names the bundle", () => {
  const store = new RuleStore(text, "2026-03-02");
  expect(store.execute("duly_Ping", {})).toEqual({ Engine: expect.stringContaining("v8") as string, Sha256: sha256, Cases: 50, Answers: expect.stringMatching(/^[0-9a-f]{16}$/) as string, Result: "ok" });
});

test("a bundle that is not the pinned one is refused", () => {
  const store = new RuleStore(text, "2026-03-02");
  const [resource] = store.all("webresource");
  store.put("webresource", { ...resource, content: Buffer.from(`${text} `).toString("base64") });
  expect(() => store.execute("duly_Ping", {})).toThrow("DULY-HOST-003");
});

test("a refusal has the platform's code and leaves nothing behind", () => {
  const ledger = new Ledger(text, "2026-03-02");
  const debtorId = ledger.debtor("C-1");
  const before = ledger.store.writes.length;
  expect(() => ledger.pay(debtorId, "-1.00")).toThrow(expect.objectContaining({ code: "0x80040265", message: expect.stringMatching(/^DULY-PAYMENT-001 /) as string }) as Error);
  expect([ledger.store.all("duly_payment"), ledger.store.writes.slice(before)]).toEqual([[], ["create duly_payment"]]);
});

describe("duly_rulesmode", () => {
  const payment = { duly_name: "B", duly_amount: "-1.00", duly_valuedate: "2026-03-02" };
  test("off: rules do not run, and a custom API says so", () => {
    const store = new RuleStore(text, "2026-03-02", "off");
    expect(store.row("duly_payment", store.create("duly_payment", payment)).duly_unapplied).toBeUndefined();
    expect(() => store.execute("duly_Ping", {})).toThrow("DULY-HOST-006");
  });
  test("log: a save passes and its objection is traced", () => {
    const store = new RuleStore(text, "2026-03-02", "log");
    store.create("duly_payment", payment);
    expect(store.traces.join()).toContain("DULY-");
  });
});

test("every step and image of the manifest names tables and columns that exist", () => {
  const columns = new Map(tables.map((table) => [`duly_${table.name}`, new Set([...Object.keys(table.columns).map((key) => `duly_${key}`), "statecode", "statuscode", "transactioncurrencyid", ...(table.ownership === "organization" ? [] : ["ownerid"])])]));
  // The platform's own table of calls, whose end a rule watches.
  columns.set("phonecall", new Set(["statecode", "statuscode", "regardingobjectid"]));
  for (const step of manifest().steps) {
    const named = [...step.filteringAttributes ?? [], ...step.images?.pre ?? [], ...step.images?.post ?? []];
    expect([step.id, named.filter((column) => columns.get(step.table)?.has(column) !== true)]).toEqual([step.id, []]);
  }
  const ids = [...manifest().steps, ...manifest().apis].map((one) => one.id);
  expect(new Set(ids).size).toBe(ids.length);
});
