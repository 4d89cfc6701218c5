import { dueBetween } from "../../../../local-host/flows/triggers/due";
import { readRecurrence } from "../../../../local-host/flows/triggers/recurrence";
import { createFlowRuntime } from "../../../../local-host/flows/runtime";
import { fromJson, type FlowObject } from "../../../../local-host/flows/expression/value";
import { dataverseAction, FakeHost, onThing } from "../fakes";

const due = (recurrence: object, from: string, to: string): string[] =>
  dueBetween(readRecurrence(fromJson(recurrence) as FlowObject), Date.parse(from), Date.parse(to)).map((at) => new Date(at).toISOString().replace(":00.000Z", "Z"));

const daily = { frequency: "Day", interval: 1, timeZone: "Central Europe Standard Time", schedule: { hours: ["8"] } };

describe("A-40: Europe/Budapest: scheduled at 08:00 it stays 08:00", () => {
  test.each([
    ["spring", "2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z", ["2026-03-28T07:00Z", "2026-03-29T06:00Z", "2026-03-30T06:00Z"]],
    ["autumn", "2026-10-24T00:00:00Z", "2026-10-27T00:00:00Z", ["2026-10-24T06:00Z", "2026-10-25T07:00Z", "2026-10-26T07:00Z"]],
  ])("%s", (_, from, to, expected) => expect(due(daily, from, to)).toEqual(expected));

  test("02:30 in the gap of spring fires at 03:30, once", () => {
    expect(due({ ...daily, schedule: { hours: [2], minutes: [30] } }, "2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z")).toEqual(["2026-03-29T01:30Z", "2026-03-30T00:30Z"]);
  });

  test("02:30 that occurs twice in autumn fires once", () => {
    expect(due({ ...daily, schedule: { hours: [2], minutes: [30] } }, "2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z")).toEqual(["2026-10-25T00:30Z", "2026-10-26T01:30Z"]);
  });
});

describe("windows", () => {
  test("the beginning belongs to the window, the end does not", () => {
    expect(due(daily, "2026-11-23T07:00:00Z", "2026-11-24T07:00:00Z")).toEqual(["2026-11-23T07:00Z"]);
  });

  test("windows that touch give what one window gives", () => {
    const all = due(daily, "2026-03-20T00:00:00Z", "2026-04-10T00:00:00Z");
    const parts = Array.from({ length: 21 }, (_, day) => due(daily, new Date(Date.UTC(2026, 2, 20 + day)).toISOString(), new Date(Date.UTC(2026, 2, 21 + day)).toISOString()));
    expect(parts.flat()).toEqual(all);
    expect(all).toHaveLength(21);
  });
});

describe("frequencies", () => {
  test.each<[string, object, string, string, string[]]>([
    ["every weekday at two times", { frequency: "Week", interval: 1, schedule: { weekDays: ["Monday", "friday"], hours: [6, 18], minutes: [15] } }, "2026-11-23T00:00:00Z", "2026-11-28T00:00:00Z", ["2026-11-23T06:15Z", "2026-11-23T18:15Z", "2026-11-27T06:15Z", "2026-11-27T18:15Z"]],
    ["every second week from the start", { frequency: "Week", interval: 2, startTime: "2026-11-04T10:00:00Z" }, "2026-11-01T00:00:00Z", "2026-12-03T00:00:00Z", ["2026-11-04T10:00Z", "2026-11-18T10:00Z", "2026-12-02T10:00Z"]],
    ["every third day", { frequency: "Day", interval: 3, startTime: "2026-11-01T09:30:00Z" }, "2026-11-02T00:00:00Z", "2026-11-09T00:00:00Z", ["2026-11-04T09:30Z", "2026-11-07T09:30Z"]],
    ["the last day of a short month", { frequency: "Month", interval: 1, startTime: "2026-01-31T12:00:00Z" }, "2026-02-01T00:00:00Z", "2026-05-01T00:00:00Z", ["2026-02-28T12:00Z", "2026-03-31T12:00Z", "2026-04-30T12:00Z"]],
    ["days of the month", { frequency: "Month", interval: 1, schedule: { monthDays: [1, 15], hours: [3] } }, "2026-11-10T00:00:00Z", "2026-12-10T00:00:00Z", ["2026-11-15T03:00Z", "2026-12-01T03:00Z"]],
    ["every 6 hours from the start", { frequency: "Hour", interval: 6, startTime: "2026-11-23T01:00:00Z" }, "2026-11-22T00:00:00Z", "2026-11-23T14:00:00Z", ["2026-11-23T01:00Z", "2026-11-23T07:00Z", "2026-11-23T13:00Z"]],
    ["every 20 minutes", { frequency: "Minute", interval: 20 }, "2026-11-23T00:10:00Z", "2026-11-23T01:00:00Z", ["2026-11-23T00:20Z", "2026-11-23T00:40Z"]],
    ["local start time", { frequency: "Day", interval: 1, timeZone: "Europe/Budapest", startTime: "2026-11-23T08:00:00" }, "2026-11-22T00:00:00Z", "2026-11-24T00:00:00Z", ["2026-11-23T07:00Z"]],
    ["nothing after the end time", { frequency: "Day", interval: 1, endTime: "2026-11-24T00:00:00Z" }, "2026-11-23T00:00:00Z", "2026-11-26T00:00:00Z", ["2026-11-23T00:00Z"]],
  ])("%s", (_, recurrence, from, to, expected) => expect(due(recurrence, from, to)).toEqual(expected));

  test.each<[object, RegExp]>([
    [{ frequency: "Year", interval: 1 }, /Recurrence frequency 'Year' is not supported/],
    [{ frequency: "Day", interval: 0 }, /positive integer/],
    [{ frequency: "Day", interval: 1, schedule: { hours: [24] } }, /'hours' must hold numbers from 0 to 23/],
    [{ frequency: "Week", interval: 1, schedule: { weekDays: ["Montag"] } }, /English names/],
    [{ frequency: "Hour", interval: 1, schedule: { minutes: [5] } }, /schedule with the frequency 'hour' is not supported/],
    [{ frequency: "Month", interval: 1, schedule: { monthlyOccurrences: [] } }, /'monthlyOccurrences' is not supported/],
    [{ frequency: "Day", interval: 1, timeZone: "Nowhere" }, /no known time zone/],
  ])("%j is refused", (recurrence, message) => expect(() => due(recurrence, "2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z")).toThrow(message));
});

test("runDue runs what is due in time order, switched-on flows only, and a failing run stops no other", async () => {
  const host = new FakeHost();
  const flow = (hours: number[], actions: object): object => ({ parameters: {}, triggers: { Recurrence: { type: "Recurrence", recurrence: { frequency: "Day", interval: 1, schedule: { hours } } } }, actions });
  host.addFlow("Broken", flow([1, 5], { A: { type: "Compose", inputs: "@int('x')" } }));
  host.addFlow("Fine", flow([3], { A: { type: "Compose", inputs: "@trigger()['scheduledTime']" } }));
  host.addFlow("Off", flow([2], {}), { on: false });
  const runtime = createFlowRuntime(host.asLocalHost(), { outboxDir: "unused" });
  const runs = await runtime.runDue("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z");
  expect(runs.map(({ flow: name, status }) => `${name} ${status}`)).toEqual(["Broken Failed", "Fine Succeeded", "Broken Failed"]);
  const again = await runtime.runDue("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z");
  expect(again.map(({ runId }) => runId)).toEqual(runs.map(({ runId }) => runId));
  expect(runtime.history(10)).toHaveLength(3);
  expect(runtime.history(1)[0]?.actions).toEqual([{ name: "A", status: "Failed", code: "BadRequest", message: expect.stringContaining("'x' cannot be converted") }]);
});

test("runDue moves the clock to each due moment, and what a run triggers ends before the next moment", async () => {
  const host = new FakeHost();
  const recurring = (hours: number[], actions: object): object => ({ parameters: {}, triggers: { Recurrence: { type: "Recurrence", recurrence: { frequency: "Day", interval: 1, schedule: { hours } } } }, actions });
  host.write("Create", "11111111-1111-4111-8111-111111111111", { done: 0 });
  host.addFlow("Late", recurring([8], {}));
  host.addFlow("Early", recurring([2], { Touch: dataverseAction("UpdateOnlyRecord", { entityName: "things", recordId: "11111111-1111-4111-8111-111111111111", "item/name": "touched" }) }));
  host.addFlow("Follows", onThing({ message: 3, filteringattributes: "name" }, { A: { type: "Compose", inputs: 1 } }));
  const runtime = createFlowRuntime(host.asLocalHost(), { outboxDir: "unused" });
  const told: number[] = [];
  const runs = await runtime.runDue("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z", (done) => { told.push(done); });
  expect(runs.map(({ flow, startUtc }) => `${flow} ${startUtc}`)).toEqual(["Early 2026-11-23T02:00:00.000Z", "Follows 2026-11-23T02:00:00.000Z", "Late 2026-11-23T08:00:00.000Z"]);
  expect([host.now, told]).toEqual(["2026-11-23T08:00:00Z", [1]]);
});
