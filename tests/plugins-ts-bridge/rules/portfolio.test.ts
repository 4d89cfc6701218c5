import { channel, escalation, runmode } from "#solution/generated/names";
import type { RawRow } from "#bridge/sdk/value";
import { bundle, Ledger } from "../../builders/rules/ledger";

/** A company with a hundred debtors at five steps of one ladder, on 9 March 2026. */
const reference = (logicalName: string, id: string) => ({ logicalName, id });
const idIn = (row: RawRow, column: string): string => (row[column] as { readonly id: string } | null)?.id ?? "";
const ways = [channel.email, channel.sms, channel.letter, channel.phone, channel.fax];
const nameOf = new Map(Object.entries(channel).map(([name, value]) => [value as number, name]));

/** Steps after 3, 6, 10, 20 and 30 days; an item begins at the step that its lateness has reached. */
function fiveSteps(ledger: Ledger): void {
  const { store } = ledger;
  const strategy = reference("duly_strategy", store.put("duly_strategy", { duly_name: "Five", duly_code: "five", duly_escalation: escalation.highestDue }));
  [3, 6, 10, 20, 30].forEach((days, index) => store.put("duly_strategystep", {
    duly_name: `Step ${index + 1}`, duly_strategy: strategy, duly_sequence: index + 1, duly_offsetdays: days, duly_channel: ways[index] ?? null, duly_template: reference("duly_template", ledger.templateId),
  }));
  store.update("duly_company", { id: ledger.companyId }, { duly_strategy: strategy });
}

/** Every debtor reachable by all channels but each eleventh, who has no address; every thirteenth is of a class that is not dunned, every seventeenth disputes its item. */
function portfolio(ledger: Ledger): readonly string[] {
  const { store } = ledger;
  const spared = reference("duly_creditclass", store.put("duly_creditclass", { duly_name: "Direzionale", duly_code: "D", duly_dunnable: false }));
  return Array.from({ length: 100 }, (_, index) => {
    const debtor = ledger.debtor(`C-${String(index).padStart(3, "0")}`, index % 13 === 0 ? { duly_creditclass: spared } : {});
    const address = index % 11 === 0 ? [] : [["+36301234567", channel.sms], ["+3612345678", channel.phone], ["+3612345679", channel.fax], ["Fő utca 1, 1011 Budapest", channel.letter]] as const;
    for (const [name, by] of address) store.create("duly_contactpoint", { duly_name: name, duly_debtor: reference("duly_debtor", debtor), duly_channel: by });
    const due = ["2026-03-05", "2026-03-02", "2026-02-25", "2026-02-12", "2026-02-02"][index % 5] ?? "";
    const item = ledger.item(debtor, { due, amount: `${100 + index}.00` });
    if (index % 17 === 0) store.create("duly_dispute", { duly_debtor: reference("duly_debtor", debtor), duly_openitem: reference("duly_openitem", item), duly_openedon: "2026-03-06" });
    return debtor;
  });
}

function run(ledger: Ledger, mode: number): string {
  const { store } = ledger;
  store.nowUtc = "2026-03-09T02:00:00Z";
  const started = store.execute("duly_StartRun", { CompanyId: ledger.companyId, Mode: mode });
  let { Cursor: cursor = "", Done: done = false } = started;
  while (done !== true) ({ Cursor: cursor = "", Done: done = false } = store.execute("duly_ProcessRunPage", { RunId: started.RunId ?? "", Cursor: cursor }));
  store.execute("duly_FinishRun", { RunId: started.RunId ?? "" });
  return String(started.RunId);
}

const tally = (entries: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set(entries)].sort().map((entry) => [entry, entries.filter((one) => one === entry).length]));

let ledger: Ledger;
let debtors: readonly string[];
let previewed: ReadonlyMap<string, string>;

beforeAll(async () => {
  ledger = new Ledger((await bundle()).text, "2026-03-09");
  fiveSteps(ledger);
  debtors = portfolio(ledger);
  run(ledger, runmode.preview);
  previewed = new Map(ledger.store.all("duly_runline").map((row) => [idIn(row, "duly_debtor"), String(row.duly_channels)]));
  run(ledger, runmode.commit);
});

test("T-13: five steps are due among a hundred debtors: the run makes, debtor by debtor and channel by channel, exactly what the preview listed", () => {
  const made = ledger.store.all("duly_communication").map((row) => [idIn(row, "duly_debtor"), `${nameOf.get(Number(row.duly_channel)) ?? ""} ${row.duly_level}`] as const);
  const listed = [...previewed].flatMap(([debtor, channels]) => (channels === "" ? [] : channels.split(", ").map((one) => [debtor, one] as const)));
  const byChannel = (pairs: readonly (readonly [string, string])[]) => tally(pairs.map(([, one]) => one));
  expect(byChannel(made)).toEqual(byChannel(listed));
  expect(Object.keys(byChannel(made)).length).toBeGreaterThanOrEqual(5);
  expect(new Set(made.map((pair) => pair.join(" ")))).toEqual(new Set(listed.map((pair) => pair.join(" "))));
  expect([previewed.size, debtors.length]).toEqual([100, 100]);
  expect(made.length).toBeLessThan(100);
});

test("O-09: every action of the run carries its step, and a reminder by hand says that it is ad hoc", () => {
  const { store } = ledger;
  const all = store.all("duly_communication");
  expect(all.filter((row) => idIn(row, "duly_strategystep") === "" || row.duly_adhoc === true)).toEqual([]);
  expect(store.all("duly_communicationline").filter((row) => idIn(row, "duly_strategystep") === "")).toEqual([]);
  const told = idIn(all[0] ?? {}, "duly_debtor");
  store.execute("duly_RemindNow", { DebtorId: told });
  const byHand = store.all("duly_communication").slice(all.length);
  expect(byHand.map((row) => [row.duly_adhoc, idIn(row, "duly_strategystep") !== ""])).toEqual([[true, true]]);
});

describe("one letter over three items", () => {
  const three = async () => {
    const small = new Ledger((await bundle()).text, "2026-03-02");
    const debtor = small.debtor("C-1");
    for (const id of small.stepIds) small.store.update("duly_strategystep", { id }, { duly_channel: channel.letter });
    small.store.create("duly_contactpoint", { duly_name: "Fő utca 1, 1011 Budapest", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.letter });
    ["2026-02-27", "2026-03-02", "2026-03-09"].forEach((due) => small.item(debtor, { due, amount: "100.00" }));
    for (const day of ["2026-03-02", "2026-03-05", "2026-03-12"]) small.night(day);
    return { small, debtor };
  };
  const linesOf = ({ store }: Ledger) => {
    const last = store.all("duly_communication").at(-1);
    return store.all("duly_communicationline").filter((row) => idIn(row, "duly_communication") === last?.duly_communicationid).map((row) => [row.duly_level, row.duly_openamount]);
  };

  test("T-32: it leaves a row for each item, with the level that the item has reached", async () => {
    const { small } = await three();
    expect(linesOf(small)).toEqual([[2, "100.00"], [2, "100.00"], [1, "100.00"]]);
    expect(small.store.all("duly_communication").at(-1)?.duly_channel).toBe(channel.letter);
  });

  test("T-33: what was told stays word for word when the items are paid", async () => {
    const { small, debtor } = await three();
    const history = () => [small.store.all("duly_communication").map(({ duly_body, duly_total, duly_level }) => [duly_body, duly_total, duly_level]), small.store.all("duly_communicationline").map((row) => [idIn(row, "duly_openitem"), row.duly_level, row.duly_openamount])];
    const before = history();
    small.store.nowUtc = "2026-03-13T08:00:00Z";
    small.pay(debtor, "300.00");
    small.night("2026-03-16");
    expect(small.store.row("duly_debtor", debtor).duly_openitemcount).toBe(0);
    expect(history()).toEqual(before);
  });
});
