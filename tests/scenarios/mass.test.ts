import { communicationStatus } from "#solution/generated/names";
import { loadEngine, type Engine } from "#bridge/host-node/engine";
import { createRuleHost } from "#bridge/host-node/host";
import { prepared, type Size } from "../../cli/bench/run";
import { exampleDay } from "../../cli/start/ledger";
import { playNight } from "../../cli/start/night";
import { openSession, outboxCount, ruleError, type Session } from "../../cli/start/session";
import { temporaryFolder } from "../builders/store";

/** Dunning of a whole ledger without a person. How long it takes is measured by `npm run bench` (parts run and large), here only how much work it is. */
interface Work { calls: number; reads: number }

/** An engine that counts how often the host enters the rules, and what they read. */
function counting(engine: Engine, work: Work): Engine {
  const noted = (answer: string): string => {
    const { need = [] } = JSON.parse(answer) as { readonly need?: readonly string[] };
    work.calls += 1;
    work.reads += need.length;
    return answer;
  };
  return { start: (rule, context) => noted(engine.start(rule, context)), resume: (key, rows) => noted(engine.resume(key, rows)) };
}

async function inStore<T>(size: Size, play: (session: Session, work: Work) => Promise<T> | T): Promise<T> {
  const folder = temporaryFolder();
  const work: Work = { calls: 0, reads: 0 };
  const session = openSession(folder.path, createRuleHost(ruleError, { makeEngine: (text) => counting(loadEngine(text), work) }));
  try {
    prepared(session, folder.path, size);
    Object.assign(work, { calls: 0, reads: 0 });
    return await play(session, work);
  } finally {
    session.close();
    folder.remove();
  }
}

jest.setTimeout(180_000);

const count = ({ host }: Session, from: string): number => Number(host.sql.get(`SELECT COUNT(*) AS n FROM ${from}`)?.n);

/** One committed run over the company, as the flow calls it; the number of its pages. */
function commit({ host: { service, sql } }: Session): number {
  const CompanyId = String(sql.get("SELECT duly_companyid AS id FROM duly_company")?.id);
  let page = service.execute("duly_StartRun", { CompanyId, AsOf: exampleDay });
  const { RunId = "" } = page;
  let pages = 0;
  for (; page.Done !== true; pages += 1) page = service.execute("duly_ProcessRunPage", { RunId, Cursor: page.Cursor ?? "" });
  service.execute("duly_FinishRun", { RunId });
  return pages;
}

/** 10,000 items in 2.5 s and 100,000 in 30 s are the aim (rules.md §5): for 50,000 that is 15 s. */
const aim = 15;

/** It says as much of the machine as of the product, and takes minutes: only when it is asked for. */
const whenAsked = process.env.DULY_MASS === undefined ? test.skip : test;

whenAsked("C-29, T-04: a committed run over 50,000 due items takes 15 seconds at most (measured by npm run claims; skipped unless DULY_MASS is set)", async () => {
  await inStore({ debtors: 5000, items: 50_000 }, (session) => {
    const began = performance.now();
    commit(session);
    const seconds = (performance.now() - began) / 1000;
    expect(told(session)).toBeGreaterThan(45_000);
    expect(seconds).toBeLessThanOrEqual(aim);
  });
}, 900_000);

const told = (session: Session): number => count(session, "(SELECT DISTINCT duly_openitem FROM duly_communicationline)");

test("the work part of C-29 – a run goes through a ledger in pages of hundreds of items, and a page reads as often however many debtors there are", async () => {
  const runs = [];
  for (const size of [{ debtors: 100, items: 1000 }, { debtors: 500, items: 5000 }]) {
    runs.push(await inStore(size, (session, work) => ({ pages: commit(session), ...work, told: told(session), items: count(session, "duly_openitem") })));
  }
  const [small, large] = runs;
  if (small === undefined || large === undefined) throw new Error("two runs were played");
  expect([small.items, large.items]).toEqual([1000, 5000]);
  expect(large.told / large.items).toBeGreaterThan(0.9);
  expect(large.items / large.pages).toBeGreaterThan(250);
  expect(large.reads / large.pages).toBeLessThanOrEqual(1.1 * (small.reads / small.pages));
});

test("the untouched part of T-04 – one night reminds a whole ledger and sends every message without a person; the same night again does nothing", async () => {
  await inStore({ debtors: 40, items: 300 }, async (session) => {
    const night = await playNight(session.host, session.flows, exampleDay);
    expect([night.failures, night.errors]).toEqual([[], 0]);
    expect(told(session)).toBeGreaterThan(250);
    const left = count(session, `duly_communication WHERE statuscode NOT IN (${communicationStatus.sent}, ${communicationStatus.delivered})`);
    expect([left, outboxCount(session)]).toEqual([0, count(session, "duly_communication")]);
    expect((await playNight(session.host, session.flows, exampleDay)).rowsWritten).toBe(0);
  });
});
