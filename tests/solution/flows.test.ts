import { flows } from "#solution/flows/all";

interface Action {
  readonly type: string;
  readonly runAfter?: Readonly<Record<string, readonly string[]>>;
  readonly actions?: Readonly<Record<string, Action>>;
  readonly else?: { readonly actions?: Readonly<Record<string, Action>> };
  readonly inputs?: unknown;
  readonly limit?: unknown;
}
interface Placed { readonly name: string; readonly action: Action; readonly depth: number }

function all(actions: Readonly<Record<string, Action>>, depth = 1): readonly Placed[] {
  return Object.entries(actions).flatMap(([name, action]) =>
    [{ name, action, depth }, ...all(action.actions ?? {}, depth + 1), ...all(action.else?.actions ?? {}, depth + 1)]);
}

const definitionOf = (flow: (typeof flows)[number]) =>
  (flow.content as { properties: { definition: { actions: Record<string, Action>; triggers: Record<string, Record<string, unknown>> } } }).properties.definition;

const at = (actions: readonly Placed[], start: string): Placed => {
  const found = actions.find(({ name }) => name.startsWith(start));
  if (found === undefined) throw new Error(`No action begins with ${start}.`);
  return found;
};

describe.each(flows.map((flow) => [flow.key, flow] as const))("flow %s", (_key, flow) => {
  const { actions, triggers } = definitionOf(flow);
  const placed = all(actions);

  test("is thin: at most 25 actions, 4 levels", () => {
    expect(placed.length).toBeLessThanOrEqual(25);
    expect(Math.max(...placed.map(({ depth }) => depth))).toBeLessThanOrEqual(4);
  });

  test("every title is a sentence of several words, at most 80 characters", () => {
    for (const name of [...placed.map((entry) => entry.name), ...Object.keys(triggers)]) expect(name).toMatch(/^[A-Z][a-z]*(_[A-Za-z]+){2,}$/);
    expect(placed.filter(({ name }) => name.length > 80)).toEqual([]);
  });

  test("catches failures and time-outs, and tells the outcome in the end whatever happened", () => {
    const attempt = at(placed, "Try_");
    expect(at(placed, "Catch_").action.runAfter).toEqual({ [attempt.name]: ["Failed", "TimedOut"] });
    expect(at(placed, "Finally_").action.runAfter).toEqual({ [at(placed, "Catch_").name]: ["Succeeded", "Failed", "TimedOut", "Skipped"] });
    expect(placed.find(({ action }) => action.type === "Terminate")?.action.inputs).toMatchObject({ runStatus: "Failed" });
  });

  test("what an action waits for is beside it", () => {
    const check = (siblings: Readonly<Record<string, Action>>): void => {
      for (const action of Object.values(siblings)) {
        expect(Object.keys(action.runAfter ?? {}).filter((name) => !(name in siblings))).toEqual([]);
        check(action.actions ?? {});
        check(action.else?.actions ?? {});
      }
    };
    check(actions);
  });

  test("every connector call is authenticated by the flow", () => {
    const calls = placed.filter(({ action }) => action.type === "OpenApiConnection").map(({ action }) => action.inputs);
    expect(calls.length).toBeGreaterThan(1);
    for (const inputs of calls) expect(inputs).toMatchObject({ authentication: "@parameters('$authentication')" });
  });
});

describe("the nightly flow", () => {
  const { actions, triggers } = definitionOf(flows[0] ?? { key: "", label: "", content: {} });
  const placed = all(actions);

  test("starts at two, one run at a time", () => {
    expect(Object.values(triggers)[0]).toMatchObject({ type: "Recurrence", recurrence: { frequency: "Day", interval: 1, timeZone: "UTC" }, runtimeConfiguration: { concurrency: { runs: 1 } } });
  });

  test("the limit of the loop is the largest, and reaching it is noticed: the run is finished only when done", () => {
    expect(at(placed, "Process_page_after_page").action.limit).toEqual({ count: 5000, timeout: "PT12H" });
    expect(at(placed, "Finish_the_run_when").action.runAfter).toEqual({ Process_page_after_page_until_done: ["Succeeded"] });
    expect(JSON.stringify(at(placed, "Finish_the_run_when").action)).toContain(`"@variables('Cursor')","end"`);
  });

  test("a company that fails is noted and does not stop the next", () => {
    expect(at(placed, "Note_the_company").action.runAfter).toEqual({ Finish_the_run_when_no_page_is_left: ["Succeeded", "Failed", "TimedOut", "Skipped"] });
  });
});

describe("the e-mail flow", () => {
  const { triggers } = definitionOf(flows.find(({ key }) => key === "send-email") ?? { key: "", label: "", content: {} });

  test("listens to e-mails that become ready, and to nothing else", () => {
    expect(Object.values(triggers)[0]).toMatchObject({ inputs: { parameters: {
      "subscriptionRequest/message": 4, "subscriptionRequest/entityname": "duly_communication", "subscriptionRequest/scope": 4,
      "subscriptionRequest/filteringattributes": "statuscode", "subscriptionRequest/filterexpression": "statuscode eq 591850000 and duly_channel eq 591850000",
    } } });
  });
});
