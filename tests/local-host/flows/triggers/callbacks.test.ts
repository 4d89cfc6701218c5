import { createFlowRuntime, type FlowRuntime } from "../../../../local-host/flows/runtime";
import { dataverseAction, fakeSql, FakeHost, onThing } from "../fakes";

const READY = 2;
const A = "00000000-0000-4000-8000-00000000000a";
const B = "00000000-0000-4000-8000-00000000000b";
const compose = { Read: { type: "Compose", inputs: "@triggerOutputs()?['body/name']" } };

function started(definition: object): { readonly host: FakeHost; readonly runtime: FlowRuntime } {
  const host = new FakeHost();
  host.addFlow("On thing", definition);
  return { host, runtime: createFlowRuntime(host.asLocalHost(), { outboxDir: "unused" }) };
}
const pending = (host: FakeHost): number => host.sql.all(`SELECT * FROM "__callback"`).length;

describe("which changes start a run", () => {
  test.each<[number, number]>([[1, 1], [2, 1], [3, 2], [4, 3], [5, 2], [6, 3], [7, 4]])("message %d: %d of create, update, update, delete", (message, expected) => {
    const { host } = started(onThing({ message }, compose));
    host.write("Create", A, { statuscode: 1 });
    host.write("Update", A, { name: "x" });
    host.write("Update", A, { statuscode: 2 });
    host.write("Delete", A);
    expect(pending(host)).toBe(expected);
  });

  test("filtering attributes look at updates only", () => {
    const { host } = started(onThing({ filteringattributes: "statuscode, Name " }, compose));
    host.write("Create", A, { other: 1 });
    host.write("Update", A, { other: 2 });
    host.write("Update", A, { name: "n" });
    expect(pending(host)).toBe(2);
  });

  test("the filter is held against the row as it is after the change", () => {
    const { host } = started(onThing({ filterexpression: `statuscode eq ${READY}` }, compose));
    host.write("Create", A, { statuscode: 1 });
    host.write("Update", A, { statuscode: READY });
    host.write("Create", B, { statuscode: 1 });
    expect(host.sql.all(`SELECT "rowkey", "message" FROM "__callback"`)).toEqual([{ rowkey: A, message: "Update" }]);
  });

  test("each matching change in one transaction is a callback of its own; a rollback takes them back", () => {
    const { host } = started(onThing({}, compose));
    host.sql.transaction(() => { host.write("Create", A); host.write("Update", A, { name: "x" }); });
    expect(() => host.sql.transaction(() => { host.write("Create", B); throw new Error("undone"); })).toThrow("undone");
    expect(pending(host)).toBe(2);
  });

  test("a flow that is switched off gets nothing", async () => {
    const host = new FakeHost();
    host.addFlow("Off", onThing({}, compose), { on: false });
    createFlowRuntime(host.asLocalHost(), { outboxDir: "unused" });
    host.write("Create", A);
    expect(pending(host)).toBe(0);
  });
});

describe("triggers that are refused by name", () => {
  test.each<[object, string]>([
    [onThing({ scope: 1 }, compose), "Scope of SubscribeWebhookTrigger '1'"],
    [onThing({ message: 9 }, compose), "Message of SubscribeWebhookTrigger '9'"],
    [onThing({ postponeuntil: "x" }, compose), "'subscriptionRequest/postponeuntil'"],
    [onThing({ message: 2, filterexpression: "done eq 1" }, compose), "on deleted rows"],
    [onThing({ entityname: "unknown" }, compose), "table 'unknown', which does not exist"],
    [onThing({ filterexpression: "nonsense" }, compose), "filter 'nonsense' of a trigger is refused:"],
    [onThing({ entityname: "workflow" }, compose), "Trigger on the table 'workflow'"],
    [onThing({}, compose, { splitOn: "@triggerBody()" }), "'splitOn'"],
    [{ triggers: { t: { type: "OpenApiConnectionNotification" } }, actions: {} }, "Trigger type 'OpenApiConnectionNotification'"],
    [{ triggers: {}, actions: {} }, "has 0 triggers"],
  ])("%j", (definition, expected) => {
    const { host, runtime } = started(definition);
    host.write("Create", A);
    expect(runtime.problems()).toEqual([expect.objectContaining({ flow: "On thing", message: expect.stringContaining(expected) as string })]);
    expect(pending(host)).toBe(0);
  });
});

describe("drain", () => {
  test("runs oldest first, and what runs bring about as well, until nothing is owed", async () => {
    const host = new FakeHost();
    host.addFlow("Count up", onThing({ filterexpression: "again eq 1", message: 4 }, { Stop: dataverseAction("UpdateOnlyRecord", { entityName: "things", recordId: "@triggerBody()['thingid']", "item/again": 0, "item/done": 1 }) }));
    host.addFlow("Then", onThing({ filterexpression: "done eq 1", message: 3 }, compose));
    const seen: string[] = [];
    const runtime = createFlowRuntime(host.asLocalHost(), { outboxDir: "unused" });
    host.write("Create", A, { again: 1 });
    host.write("Create", B, { again: 1 });
    const { runs } = await runtime.drain((done, owed) => seen.push(`${done} done, ${owed()} owed`));
    expect(runs.map(({ flow, status }) => `${flow} ${status}`)).toEqual(["Count up Succeeded", "Count up Succeeded", "Then Succeeded", "Then Succeeded"]);
    expect(seen).toEqual(["1 done, 2 owed", "2 done, 2 owed", "3 done, 1 owed", "4 done, 0 owed"]);
    expect(pending(host)).toBe(0);
    expect((await runtime.drain()).runs).toEqual([]);
  });

  test("a failing run is recorded with its actions and stops no other", async () => {
    const { host, runtime } = started(onThing({}, { Number: { type: "Compose", inputs: "@int(triggerBody()['name'])" }, Next: { type: "Compose", inputs: 1, runAfter: { Number: ["Succeeded"] } } }));
    host.write("Create", A, { name: "no number" });
    host.write("Create", B, { name: "5" });
    const { runs } = await runtime.drain();
    expect(runs.map(({ status }) => status)).toEqual(["Failed", "Succeeded"]);
    expect(runtime.history(5).map(({ status, actions }) => [status, actions.map(({ name, status: action }) => `${name} ${action}`)])).toEqual([["Succeeded", []], ["Failed", ["Number Failed", "Next Skipped"]]]);
  });

  test("trigger conditions that do not hold start no run", async () => {
    const { host, runtime } = started(onThing({}, compose, { conditions: [{ expression: "@equals(triggerOutputs()?['body/name'],'yes')" }] }));
    host.write("Create", A, { name: "no" });
    host.write("Create", B, { name: "yes" });
    expect(await runtime.drain()).toMatchObject({ notStarted: 1, runs: [{ status: "Succeeded" }] });
  });

  test("a row that is gone, or a flow switched off since, is a skipped run that says why", async () => {
    const { host, runtime } = started(onThing({ message: 1 }, compose));
    host.write("Create", A);
    host.write("Delete", A);
    host.write("Create", B);
    const first = await runtime.drain();
    host.write("Create", A);
    host.sql.run(`UPDATE "workflow" SET "statecode" = 0, "versionnumber" = "versionnumber" + 1`);
    const second = await runtime.drain();
    expect([...first.runs, ...second.runs].map(({ status, error }) => [status, error?.code])).toEqual([["Skipped", "RowGone"], ["Succeeded", undefined], ["Skipped", "WorkflowDisabled"]]);
  });

  test("runs that start one another for ever are stopped by name", async () => {
    const { host, runtime } = started(onThing({}, { Touch: dataverseAction("UpdateOnlyRecord", { entityName: "things", recordId: "@triggerBody()['thingid']", "item/name": "x" }) }));
    host.write("Create", A);
    const { runs } = await runtime.drain();
    expect(runs).toHaveLength(33);
    expect(runs.at(-1)?.error?.code).toBe("FlowLoopDetected");
  });

  test("callbacks survive a restart and keep their run id", async () => {
    const sql = fakeSql();
    const before = new FakeHost(null, sql);
    before.addFlow("On thing", onThing({}, compose));
    createFlowRuntime(before.asLocalHost(), { outboxDir: "unused" });
    before.write("Create", A, { name: "n" });
    const [owed] = sql.all(`SELECT "runid" FROM "__callback"`);
    const after = new FakeHost(null, sql);
    after.rows.set(A, { thingid: A, name: "n" });
    const { runs } = await createFlowRuntime(after.asLocalHost(), { outboxDir: "unused" }).drain();
    expect(runs.map(({ runId }) => runId)).toEqual([owed?.["runid"]]);
  });

  test("calls in parallel are served one after another", async () => {
    const { host, runtime } = started(onThing({}, compose));
    host.write("Create", A);
    const [first, second] = await Promise.all([runtime.drain(), runtime.drain()]);
    expect([first.runs.length, second.runs.length]).toEqual([1, 0]);
  });
});
