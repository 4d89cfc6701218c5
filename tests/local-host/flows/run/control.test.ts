import { createFlowRuntime, type ManualRun, type RunHistory } from "../../../../local-host/flows/runtime";
import type { Connector } from "../../../../local-host/flows/connectors/contract";
import { connectorAction, FakeHost, manual } from "../fakes";

const set = (name: string, value: unknown, runAfter: object = {}): object => ({ type: "SetVariable", inputs: { name, value }, runAfter });
const append = (name: string, value: unknown, runAfter: object = {}): object => ({ type: "AppendToArrayVariable", inputs: { name, value }, runAfter });
const declare = (name: string, type: string, value?: unknown): object => ({ type: "InitializeVariable", inputs: { variables: [{ name, type, ...(value === undefined ? {} : { value }) }] } });
const after = (name: string, ...statuses: string[]): object => ({ [name]: statuses.length === 0 ? ["Succeeded"] : statuses });
const fail = (message = "boom"): object => ({ type: "Compose", inputs: `@int('${message}')` });
const respond = (body: unknown, runAfter: object = {}): object => ({ type: "Response", kind: "PowerApp", inputs: { statusCode: 200, body }, runAfter });

interface Played { readonly run: ManualRun; readonly statuses: Record<string, string>; readonly host: FakeHost }

/** `flaky` answers with the statuses of the parameter one after another. */
function flakyConnector(): Connector {
  let calls = 0;
  return {
    Answer: ({ parameters }) => {
      const statusCode = Number(String(parameters["statuses"]).split(",")[calls++]);
      return { statusCode, headers: {}, body: statusCode >= 400 ? { error: { code: "0x80040265", message: "refused" } } : { calls } };
    },
  };
}

async function play(actions: object, body: Parameters<ReturnType<typeof createFlowRuntime>["runFlow"]>[1] = {}): Promise<Played> {
  const host = new FakeHost();
  host.addFlow("Flow", manual(actions));
  const runtime = createFlowRuntime(host.asLocalHost(), { outboxDir: "unused", connectors: { flaky: flakyConnector() } });
  const run = await runtime.runFlow("Flow", body);
  const [entry] = runtime.history(1);
  return { run, host, statuses: Object.fromEntries((entry as RunHistory).actions.map(({ name, status }) => [name, status])) };
}

describe("runAfter and statuses", () => {
  test("a failure skips what waits for success and runs what waits for failure", async () => {
    const { run, statuses } = await play({
      Broken: fail(), Next: { ...set("x", 1), runAfter: after("Broken") }, Deeper: { type: "Scope", actions: { Inside: fail() }, runAfter: after("Next") },
      Rescue: { type: "Compose", inputs: "@actions('Broken')['error']['code']", runAfter: after("Broken", "FAILED", "timedout") },
    });
    expect(run.status).toBe("Failed");
    expect(statuses).toEqual({ Broken: "Failed", Next: "Skipped", Deeper: "Skipped", Inside: "Skipped", Rescue: "Succeeded" });
    expect(run.error).toEqual({ code: "InvalidTemplate", message: expect.stringMatching(/Action 'Broken' failed: .*'boom' cannot be converted to int/) });
  });

  test("a failure that a later leaf handles leaves the run succeeded", async () => {
    const { run } = await play({ Broken: fail(), Rescue: { type: "Compose", inputs: 1, runAfter: after("Broken", "Failed") } });
    expect(run).toMatchObject({ status: "Succeeded", error: null });
  });

  test.each([["Failed", fail(), "caught:Failed"], ["TimedOut", { type: "Wait", inputs: { interval: { count: 2, unit: "Hour" } } }, "caught:TimedOut"], ["Succeeded", { type: "Compose", inputs: 1 }, "fine:Succeeded"]])(
    "Try / Catch / Finally when Try is %s", async (status, inner, expected) => {
      const { run } = await play({
        Start: declare("log", "string", "fine"),
        Try: { type: "Scope", actions: { Outer: { type: "Scope", actions: { Inner: inner } } }, limit: { timeout: "PT1H" }, runAfter: after("Start") },
        Catch: { type: "Scope", actions: { Note: set("log", "caught") }, runAfter: after("Try", "Failed", "TimedOut") },
        Finally: { type: "Scope", actions: { Answer: respond({ log: "@concat(variables('log'), ':', actions('Try')['status'])", names: "@join(body('Names'), ',')" }, after("Names")), Names: { type: "Select", inputs: { from: "@result('Try')", select: "@item()['status']" } } }, runAfter: after("Catch", "Succeeded", "Failed", "TimedOut", "Skipped") },
      });
      expect(run.response).toMatchObject({ body: { log: expected, names: status } });
      expect(run.status).toBe("Succeeded");
    });

  test("a skipped leaf defers to its predecessor: Try failed and Catch not asked for", async () => {
    const { run } = await play({
      Try: { type: "Scope", actions: { Inner: fail() } },
      OnSuccess: { type: "Compose", inputs: 1, runAfter: after("Try") },
    });
    expect(run.error).toEqual({ code: "InvalidTemplate", message: expect.stringContaining("Action 'Inner' failed") });
  });

  test.each([
    ["an unknown predecessor", { A: { type: "Compose", inputs: 1, runAfter: after("Nobody") } }, /runs after 'nobody', which is not in the same scope/],
    ["a circle", { A: { type: "Compose", inputs: 1, runAfter: after("B") }, B: { type: "Compose", inputs: 1, runAfter: after("A") } }, /goes in a circle/],
  ])("%s makes the flow unreadable", async (_, actions, message) => {
    const host = new FakeHost();
    host.addFlow("Flow", manual(actions));
    const runtime = createFlowRuntime(host.asLocalHost(), { outboxDir: "unused" });
    expect(runtime.problems()).toMatchObject([{ flow: "Flow", code: "InvalidDefinition", message: expect.stringMatching(message) }]);
    await expect(runtime.runFlow("Flow")).rejects.toThrow(/no readable flow 'Flow'/);
  });
});

describe("branches and loops", () => {
  test.each([[5, "many"], [1, "few"]])("If in object form with %d", async (count, expected) => {
    const { run } = await play({
      Check: { type: "If", expression: { and: [{ greater: ["@triggerBody()?['count']", 2] }, { not: { equals: ["@triggerBody()?['count']", 3] } }] }, actions: { Many: respond("many") }, else: { actions: { Few: respond("few") } } },
    }, { count });
    expect(run.response?.["body"]).toBe(expected);
  });

  test.each([["mail", "sent"], ["Mail", "other"], ["sms", "texted"]])("Switch compares exactly: %s", async (channel, expected) => {
    const { run } = await play({
      Choose: { type: "Switch", expression: "@triggerBody()['channel']", cases: { A: { case: "mail", actions: { M: respond("sent") } }, B: { case: "sms", actions: { S: respond("texted") } } }, default: { actions: { O: respond("other") } } },
    }, { channel });
    expect(run.response?.["body"]).toBe(expected);
  });

  test("Foreach goes on after a failed pass and ends failed", async () => {
    const { run, statuses } = await play({
      Log: declare("seen", "array"),
      Each: { type: "Foreach", foreach: "@createArray('1','x','3')", actions: { Number: { type: "Compose", inputs: "@int(items('Each'))" }, Keep: append("seen", "@outputs('Number')", after("Number")) }, runAfter: after("Log") },
      Answer: respond("@variables('seen')", after("Each", "Failed")),
    });
    expect(run.response?.["body"]).toEqual([1, 3]);
    expect(run.status).toBe("Succeeded");
    expect(statuses).toEqual({});
  });

  test("nested loops know their items and indexes", async () => {
    const { run } = await play({
      Log: declare("seen", "array"),
      Outer: { type: "Foreach", foreach: "@createArray('a','b')", runAfter: after("Log"), actions: { Inner: { type: "Foreach", foreach: "@range(1,2)", actions: { Keep: append("seen", "@{items('outer')}@{item()}@{iterationIndexes('Inner')}") } } } },
      Answer: respond("@join(variables('seen'),' ')", after("Outer")),
    });
    expect(run.response?.["body"]).toBe("a10 a21 b10 b21");
  });

  test.each([[{ count: 3 }, 3], [{ count: 60, timeout: "PT25M" }, 3], [{ count: 5 }, 5]])("Until with limit %j ends quietly after %d passes", async (limit, passes) => {
    const { run } = await play({
      N: declare("n", "integer", 0),
      Loop: { type: "Until", expression: "@equals(variables('n'),100)", limit, runAfter: after("N"), actions: { Count: { type: "IncrementVariable", inputs: { name: "n", value: 1 } }, Pause: { type: "Wait", inputs: { interval: { count: 10, unit: "Minute" } }, runAfter: after("Count") } } },
      Answer: respond("@variables('n')", after("Loop")),
    });
    expect(run.response?.["body"]).toBe(passes);
  });

  test("Until stops when its condition holds, evaluated after each pass", async () => {
    const { run } = await play({
      N: declare("n", "integer", 0),
      Loop: { type: "Until", expression: "@greaterOrEquals(variables('n'),2)", runAfter: after("N"), actions: { Count: { type: "IncrementVariable", inputs: { name: "n" } } } },
      Answer: respond("@variables('n')", after("Loop")),
    });
    expect(run.response?.["body"]).toBe(2);
  });

  test.each([[0, /must be 1 to 5000 passes/], [5001, /must be 1 to 5000 passes/]])("Until refuses a limit of %d", async (count, message) => {
    expect((await play({ Loop: { type: "Until", expression: "@true", limit: { count }, actions: {} } })).run.error?.message).toMatch(message);
  });
});

describe("Terminate, Response, Wait", () => {
  test.each([["Failed", { code: "E1", message: "stop" }], ["Cancelled", null], ["Succeeded", null]])("Terminate %s ends the run from inside a scope", async (runStatus, error) => {
    const { run, host } = await play({
      Scope: { type: "Scope", actions: { Stop: { type: "Terminate", inputs: { runStatus, ...(error ? { runError: error } : {}) } } } },
      Never: { type: "Http", inputs: {}, runAfter: after("Scope") },
    });
    expect(run).toMatchObject({ status: runStatus, error });
    expect(host.noted).toEqual([]);
  });

  test("a second Response fails", async () => {
    expect((await play({ A: respond(1), B: respond(2, after("A")) })).run.error?.message).toMatch(/answered before/);
  });

  test("Wait moves the run's clock only", async () => {
    const { run, host } = await play({ Pause: { type: "Wait", inputs: { interval: { count: 3, unit: "Day" } } }, Answer: respond("@utcNow('yyyy-MM-dd')", after("Pause")) });
    expect(run.response?.["body"]).toBe("2026-11-26");
    expect(host.now).toBe("2026-11-23T07:00:00Z");
  });
});

describe("variables", () => {
  test.each<[string, object, RegExp]>([
    ["setting one that is not declared", { A: set("x", 1) }, /'x' must be initialized/],
    ["a value of the wrong type", { A: declare("n", "integer", 0), B: set("n", "text", after("A")) }, /variable 'n' is of type 'integer'; a value of type 'String' does not fit/],
    ["an unknown type", { A: declare("n", "date") }, /'date' is no type of a variable/],
    ["appending to a string variable as an array", { A: declare("s", "string", "a"), B: append("s", 1, after("A")) }, /only an array variable/],
  ])("%s fails", async (_, actions, message) => expect((await play(actions)).run.error?.message).toMatch(message));

  test("string, float and object variables", async () => {
    const { run } = await play({
      S: declare("s", "string", "a"), F: declare("f", "float", 1.5), O: declare("o", "object"),
      App: { type: "AppendToStringVariable", inputs: { name: "S", value: "b@{1}" }, runAfter: after("S") },
      Dec: { type: "DecrementVariable", inputs: { name: "f", value: 0.5 }, runAfter: after("F") },
      Answer: respond({ s: "@variables('s')", f: "@variables('F')", o: "@variables('o')" }, { ...after("App"), ...after("Dec"), ...after("O") }),
    });
    expect(run.response?.["body"]).toMatchObject({ s: "ab1", o: {} });
    expect(Number(JSON.stringify(run.response && (run.response["body"] as Record<string, unknown>)["f"]))).toBe(1);
  });
});

describe("data actions", () => {
  const items = [{ name: "A", amount: 5 }, { name: "B<", amount: 15 }];

  test.each<[string, object, unknown]>([
    ["Query", { type: "Query", inputs: { from: "@triggerBody()", where: "@greater(item()['amount'],10)" } }, [items[1]]],
    ["Select object", { type: "Select", inputs: { from: "@triggerBody()", select: { "n-@{item()['name']}": "@item()['amount']" } } }, [{ "n-A": 5 }, { "n-B<": 15 }]],
    ["Select value", { type: "Select", inputs: { from: "@triggerBody()", select: "@item()?['name']" } }, ["A", "B<"]],
    ["Join", { type: "Join", inputs: { from: "@createArray(1,2)", joinWith: ", " } }, "1, 2"],
    ["Table CSV", { type: "Table", inputs: { from: "@triggerBody()", format: "CSV" } }, "name,amount\r\nA,5\r\nB<,15"],
    ["Table HTML", { type: "Table", inputs: { from: "@take(skip(triggerBody(),1),1)", format: "HTML", columns: [{ header: "N", value: "@item()['name']" }] } }, "<table><thead><tr><th>N</th></tr></thead><tbody><tr><td>B&lt;</td></tr></tbody></table>"],
    ["ParseJson", { type: "ParseJson", inputs: { content: "[{\"a\":null}]", schema: { type: "array", items: { type: "object", properties: { a: { type: ["string", "null"] } }, required: ["a"] } } } }, [{ a: null }]],
  ])("%s", async (_, action, expected) => {
    expect((await play({ Work: action, Answer: respond("@body('Work')", after("Work")) }, items)).run.response?.["body"]).toEqual(expected);
  });

  test.each<[object, RegExp]>([
    [{ type: "object", properties: { a: { type: "integer" } }, required: ["a", "b"] }, /does not fit its schema: \/b is required; \/a is String, expected integer/],
    [{ type: "object", patternProperties: {} }, /JSON schema keyword 'patternProperties' is not supported/],
  ])("ParseJson refuses %j", async (schema, message) => {
    expect((await play({ Parse: { type: "ParseJson", inputs: { content: "{\"a\":\"1\"}", schema } } })).run.error?.message).toMatch(message);
  });
});

describe("connectors", () => {
  const answer = (statuses: string, inputs: object = {}): object => connectorAction("flaky", "Answer", { statuses }, { inputs });

  test.each<[string, string, object, string, number | undefined]>([
    ["503 twice, then fine", "503,503,200", {}, "Succeeded", 3],
    ["429 with fixed interval", "429,200", { retryPolicy: { type: "fixed", count: 1, interval: "PT5M" } }, "Succeeded", 2],
    ["503 without retry", "503,200", { retryPolicy: { type: "none" } }, "Failed", undefined],
    ["400 is not repeated", "400,200", {}, "Failed", undefined],
    ["501 (a refusal of the host) is not repeated", "501,200", {}, "Failed", undefined],
  ])("%s", async (_, statuses, inputs, status, calls) => {
    const { run } = await play({ Ask: answer(statuses, inputs), Answer: respond("@body('Ask')?['calls']", after("Ask")) });
    expect([run.status, run.response?.["body"]]).toEqual([status, calls]);
  });

  test("retries that take longer than the action's limit time out", async () => {
    const { run } = await play({ Ask: { ...answer("503,503,200", { retryPolicy: { type: "fixed", count: 3, interval: "PT1H" } }), limit: { timeout: "PT90M" } } });
    expect(run).toMatchObject({ status: "TimedOut", error: { code: "ActionTimedOut" } });
  });

  test("the error of the answer is the error of the action, and its outputs stay readable", async () => {
    const { run } = await play({ Ask: answer("400"), Answer: respond({ code: "@outputs('Ask')['statusCode']", message: "@body('Ask')['error']['message']", own: "@actions('Ask')['error']['code']" }, after("Ask", "Failed")) });
    expect(run.response?.["body"]).toEqual({ code: 400, message: "refused", own: "0x80040265" });
  });

  test.each<[string, object, string]>([
    ["action type", { type: "Http", inputs: {} }, "Action type: Http"],
    ["connector", connectorAction("shared_teams", "PostMessage", {}), "Connector: shared_teams"],
    ["operation", connectorAction("flaky", "Nothing", {}), "Operation of flaky: Nothing"],
    ["setting", { type: "Compose", inputs: 1, correlation: {} }, "Action setting: correlation"],
    ["static result", { type: "Compose", inputs: 1, runtimeConfiguration: { staticResult: { name: "x", staticResultOptions: "Enabled" } } }, "Action setting: staticResult"],
    ["function", { type: "Compose", inputs: "@formDataValue('a','b')" }, "Expression function: formDataValue"],
  ])("an unknown %s fails the run by name and is noted", async (_, action, noted) => {
    const { run, host } = await play({ Unknown: action });
    expect(run.status).toBe("Failed");
    expect(run.error?.message).toContain(noted.split(": ")[1]);
    expect(host.noted).toEqual([noted]);
  });
});

describe("child flows", () => {
  async function withChild(child: object, call: object = {}): Promise<ManualRun> {
    const host = new FakeHost();
    const id = host.addFlow("Child", child);
    host.addFlow("Parent", manual({ Call: { type: "Workflow", inputs: { host: { workflowReferenceName: id.toUpperCase() }, body: { text: "hi" }, ...call } }, Answer: respond("@body('Call')?['echo']", after("Call")) }));
    return createFlowRuntime(host.asLocalHost(), { outboxDir: "unused" }).runFlow("Parent");
  }

  test("gives its response", async () => {
    expect((await withChild(manual({ Echo: respond({ echo: "@concat(triggerBody()?['text'],'!')" }) }))).response?.["body"]).toBe("hi!");
  });

  test.each<[string, object, RegExp]>([
    ["fails", manual({ Broken: fail() }), /The child flow 'Child' failed: Action 'Broken' failed/],
    ["does not answer", manual({ Quiet: { type: "Compose", inputs: 1 } }), /without a response/],
    ["calls itself for ever", manual({ Again: { type: "Workflow", inputs: { host: { workflowReferenceName: "00000000-0000-4000-8000-000000000001" }, body: {} } } }), /nested deeper than 8/],
  ])("that %s fails the call", async (_, child, message) => expect((await withChild(child)).error?.message).toMatch(message));
});

test("parameters: environment variable's value, its default, the definition's own, typed", async () => {
  const host = new FakeHost();
  host.sql.run(`INSERT INTO "environmentvariabledefinition" VALUES ('1', 'x_Size', '10', 100000001, 1), ('2', 'x_Mail', 'a@b.example', 100000000, 1)`);
  host.sql.run(`INSERT INTO "environmentvariablevalue" VALUES ('9', '1', '25', 1)`);
  const parameter = (schemaName: string, type: string): object => ({ type, defaultValue: "none", metadata: { schemaName } });
  host.addFlow("Flow", manual({ Answer: respond(["@parameters('Size (x_Size)')", "@parameters('mail (x_mail)')", "@parameters('Own')", "@parameters('Missing (x_M)')"]) }, {
    "Size (x_Size)": parameter("x_Size", "Int"), "Mail (x_Mail)": parameter("x_Mail", "String"), Own: { type: "Int", defaultValue: 3 }, "Missing (x_M)": parameter("x_M", "String"), $connections: { type: "Object", defaultValue: {} },
  }));
  const run = await createFlowRuntime(host.asLocalHost(), { outboxDir: "unused" }).runFlow("Flow");
  expect(run.response?.["body"]).toEqual([25, "a@b.example", 3, "none"]);
});
