import fc from "fast-check";
import { compare, kinds } from "../../../pcf-controls/CollectionTimeline/entry";
import type { Entry } from "../../../pcf-controls/CollectionTimeline/entry";
import { merge, openReader } from "../../../pcf-controls/CollectionTimeline/merge";
import { sources } from "../../../pcf-controls/CollectionTimeline/sources";
import { openRows } from "../../../pcf-controls/shared/rows";
import { communication, debtorId, dispute, invoice, payment, promise } from "../fakes/ledger";
import type { Tables } from "../fakes/webApi";
import { fakeWebApi } from "../fakes/webApi";

const makers = { invoice, payment, communication, promise, dispute };

const tablesOf = (days: Readonly<Record<string, readonly string[]>>): Tables =>
  Object.fromEntries(kinds.map((kind) => [`duly_${kind}`, (days[kind] ?? []).map((day, index) => makers[kind](`${kind}-${String(index).padStart(4, "0")}`, day))]));

function open(tables: Tables, pageSize: number) {
  const fake = fakeWebApi(tables);
  const rows = openRows(fake.webAPI);
  return { fake, merged: merge(kinds.map((kind) => openReader(rows, sources[kind], { debtorId, pageSize }))) };
}

async function takeAll(tables: Tables, sizes: { readonly page: number; readonly part: number }): Promise<readonly Entry[]> {
  const { merged } = open(tables, sizes.page);
  const all: Entry[] = [];
  for (let done = false; !done; ) {
    const part = await merged.take(sizes.part);
    all.push(...part.entries);
    done = part.done;
  }
  return all;
}

describe("five sources in one order", () => {
  test("on one day the later link of the chain stands higher", async () => {
    const days = Object.fromEntries(kinds.map((kind) => [kind, ["2026-11-01"]]));
    expect((await takeAll(tablesOf(days), { page: 5, part: 10 })).map((entry) => entry.kind)).toEqual(["communication", "dispute", "promise", "payment", "invoice"]);
  });

  test("nothing is out of order, missing or doubled, whatever the pages", async () => {
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, "0")}`);
    const days = fc.record(Object.fromEntries(kinds.map((kind) => [kind, fc.array(day, { maxLength: 12 })])));
    await fc.assert(fc.asyncProperty(days, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 7 }), async (given, page, part) => {
      const all = await takeAll(tablesOf(given), { page, part });
      expect(all.every((entry, index) => index === 0 || compare(all[index - 1] ?? entry, entry) <= 0)).toBe(true);
      expect(new Set(all.map((entry) => entry.id)).size).toBe(Object.values(given).flat().length);
      expect(await takeAll(tablesOf(given), { page: 50, part: 1000 })).toEqual(all);
    }), { numRuns: 40 });
  });

  test("a page that fails is asked for again; nothing is lost", async () => {
    const { fake, merged } = open(tablesOf({ invoice: ["2026-11-04", "2026-11-03", "2026-11-02", "2026-11-01"] }), 2);
    expect((await merged.take(1)).entries.map((entry) => entry.day)).toEqual(["2026-11-04"]);
    fake.failNext("page", "duly_invoice", new Error("down"));
    await expect(merged.take(3)).rejects.toThrow("down");
    expect(await merged.take(3)).toMatchObject({ entries: [{ day: "2026-11-03" }, { day: "2026-11-02" }, { day: "2026-11-01" }], done: true });
  });

  test("only the pages that are needed are read", async () => {
    const { fake, merged } = open(tablesOf({ invoice: Array.from({ length: 600 }, () => "2026-11-01") }), 50);
    await merged.take(49);
    expect(fake.calls.filter((call) => call.table === "duly_invoice")).toHaveLength(1);
    expect(await merged.take(1)).toMatchObject({ done: false });
    expect(fake.calls.filter((call) => call.table === "duly_invoice")).toHaveLength(2);
  });

  test("rows without a day come last", async () => {
    const tables = { duly_invoice: [invoice("none", null), invoice("old", "2020-01-01")], duly_payment: [payment("older", "2019-01-01")] };
    expect((await takeAll(tables, { page: 5, part: 5 })).map((entry) => entry.id)).toEqual(["old", "older", "none"]);
  });
});
