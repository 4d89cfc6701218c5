import type { PluginContext, PluginExecution, PluginHost } from "../../../local-host/pipeline/plugin";
import { DataverseError } from "../../../local-host/service/error";
import { faultOf, openHostFixture, type HostFixture } from "../../builders/local-host";
import { roomSolution } from "../../builders/room-solution";
import { customApiFiles, stepXml, type StepXml } from "../../builders/solution-zip";

type Behaviour = (execution: PluginExecution) => void;

let fixture: HostFixture | null = null;
afterEach(() => { fixture?.remove(); fixture = null; });

/** A host with these steps; each runs the behaviour under its configuration and leaves its name in `ran`. */
function hostWith(steps: readonly StepXml[], behaviours: Readonly<Record<string, Behaviour>> = {}) {
  const ran: string[] = [];
  const plugin: PluginHost = (execution) => {
    ran.push(execution.configuration ?? "");
    behaviours[execution.configuration ?? ""]?.(execution);
  };
  fixture = openHostFixture({ "Test.Plugin": plugin });
  fixture.host.importSolution(roomSolution({ more: `<SdkMessageProcessingSteps>${steps.map(stepXml).join("")}</SdkMessageProcessingSteps>` }));
  return { host: fixture.host, service: fixture.host.service, ran };
}

const room = { message: "Create", table: "x_room" } as const;

test("stages run in order, and within a stage by rank", () => {
  const { service, ran } = hostWith([
    { ...room, id: "40", stage: 40 }, { ...room, id: "22", stage: 20, rank: 2 }, { ...room, id: "21", stage: 20, rank: 1 }, { ...room, id: "10", stage: 10, rank: 9 }, { id: "99", message: "Create", table: "x_house", stage: 20 },
  ]);
  service.create("x_room", { x_name: "R" });
  expect(ran).toEqual(["10", "21", "22", "40"]);
});

test("what stages 10 and 20 set is written and told; the row sent stays as it was", () => {
  const { host, service } = hostWith([{ ...room, id: "a", stage: 20 }], { a: ({ context }) => { if (context.target !== null) context.target["x_beds"] = 3; } });
  const told: unknown[] = [];
  host.onChange((change) => told.push([change.message, [...change.columns]]));
  const sent = { x_name: "R" };
  const id = service.create("x_room", sent);
  expect(service.retrieve("x_room", { id }, ["x_beds"])["x_beds"]).toBe(3);
  expect([sent, told]).toEqual([{ x_name: "R" }, [["Create", ["x_name", "x_beds"]]]]);
});

test.each([10, 20, 40])("a plug-in that throws in stage %d rolls everything back and its error reaches the caller", (stage) => {
  const { service, host } = hostWith([{ ...room, id: "a", stage }], { a: ({ service: inner, trace }) => {
    inner.create("x_house", { x_name: "inner" });
    trace("looked at it");
    throw new DataverseError("0x80040265", "Not so.");
  } });
  expect(faultOf(() => service.create("x_room", { x_name: "R" }))).toMatchObject({ code: "0x80040265", message: "Not so.", trace: "looked at it\n" });
  expect(host.sql.get("SELECT (SELECT COUNT(*) FROM x_room) + (SELECT COUNT(*) FROM x_house) AS n")).toEqual({ n: 0 });
});

test("an error that is no DataverseError is told as the plug-in's own fault", () => {
  const { service } = hostWith([{ ...room, id: "a", stage: 20 }], { a: () => { throw new TypeError("x of undefined"); } });
  expect(faultOf(() => service.create("x_room", { x_name: "R" }))).toMatchObject({ code: "0x80040224", message: expect.stringContaining("Test.Plugin: x of undefined") as string });
});

describe("on update", () => {
  const update = { message: "Update", table: "x_room" } as const;

  test("a step with filtering columns runs only when one of them is written", () => {
    const { service, ran } = hostWith([{ ...update, id: "a", stage: 20, filtering: "x_beds,x_rent" }]);
    const id = service.create("x_room", { x_name: "R" });
    service.update("x_room", { id }, { x_name: "S" });
    expect(ran).toEqual([]);
    service.update("x_room", { id }, { x_rent: "1" });
    expect(ran).toEqual(["a"]);
  });

  test("images hold the registered columns as they were and as they became", () => {
    const seen: PluginContext[] = [];
    const { service } = hostWith([
      { ...update, id: "a", stage: 40, images: [{ kind: 0, columns: "x_beds" }, { kind: 1, columns: "x_beds,x_name" }] }, { ...update, id: "b", stage: 20, images: [{ kind: 2, columns: "" }] }, { ...update, id: "c", stage: 40 },
    ], { a: ({ context }) => seen.push(context), b: ({ context }) => seen.push(context), c: ({ context }) => seen.push(context) });
    const id = service.create("x_room", { x_name: "R", x_beds: 1 });
    service.update("x_room", { id }, { x_beds: 2 });
    const [b, a, c] = seen;
    expect(a).toMatchObject({ stage: 40, primaryId: id, preImage: { x_beds: 1 }, postImage: { x_beds: 2, x_name: "R" }, target: { x_beds: 2 }, depth: 1, nowUtc: "2026-11-23T08:00:00Z" });
    expect(Object.keys(a?.preImage ?? {})).toEqual(["x_beds"]);
    expect(b).toMatchObject({ stage: 20, preImage: { x_name: "R", x_beds: 1, x_roomid: id }, postImage: null });
    expect(c).toMatchObject({ preImage: null, postImage: null });
  });
});

test("on delete there is no row, only its image; rows that go along go through their own steps", () => {
  const seen: PluginContext[] = [];
  const { service } = hostWith([
    { id: "a", message: "Delete", table: "x_room", stage: 20, images: [{ kind: 0, columns: "x_name" }] }, { id: "b", message: "Delete", table: "x_desk", stage: 40, images: [{ kind: 0, columns: "x_name" }] },
  ], { a: ({ context }) => seen.push(context), b: ({ context }) => seen.push(context) });
  const id = service.create("x_room", { x_name: "R" });
  service.create("x_desk", { x_name: "D", x_room: { logicalName: "x_room", id } });
  service.delete("x_room", { id });
  expect(seen).toMatchObject([{ table: "x_room", target: null, preImage: { x_name: "R" } }, { table: "x_desk", target: null, preImage: { x_name: "D" }, postImage: null }]);
});

test("a plug-in's own writes are one level deeper; an endless loop is cut at eight", () => {
  const depths: number[] = [];
  const { service } = hostWith([{ ...room, id: "a", stage: 40 }], { a: ({ context, service: inner }) => {
    depths.push(context.depth);
    inner.create("x_room", { x_name: "again" });
  } });
  expect(faultOf(() => service.create("x_room", { x_name: "R" })).code).toBe("0x80044182");
  expect(depths).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

describe("an asynchronous step", () => {
  test("runs after the commit, in a transaction of its own", () => {
    const { service, host, ran } = hostWith([{ ...room, id: "1a7e", configuration: "late", stage: 40, mode: 1 }, { ...room, id: "b0", configuration: "now", stage: 40, rank: 9 }], { late: ({ service: inner }) => { inner.create("x_house", { x_name: "made later" }); } });
    host.sql.transaction(() => {
      service.create("x_room", { x_name: "R" });
      expect(ran).toEqual(["now"]);
    });
    expect([ran, host.sql.all("SELECT x_name FROM x_house")]).toEqual([["now", "late"], [{ x_name: "made later" }]]);
  });

  test("that fails leaves the write as it is and a failed system job", () => {
    const { service, host } = hostWith([{ ...room, id: "1a7e", configuration: "late", stage: 40, mode: 1 }], { late: ({ service: inner }) => {
      inner.create("x_house", { x_name: "half" });
      throw new DataverseError("0x80040265", "No.");
    } });
    service.create("x_room", { x_name: "R" });
    expect(host.sql.all("SELECT name, statuscode, message FROM asyncoperation")).toEqual([{ name: "step 1a7e", statuscode: 31, message: "0x80040265: No." }]);
    expect(host.sql.get("SELECT COUNT(*) AS n FROM x_house")).toEqual({ n: 0 });
  });
});

test("a step whose type the host does not have is noted at import and refused when it would run", () => {
  fixture = openHostFixture();
  fixture.host.importSolution(roomSolution({ more: `<SdkMessageProcessingSteps>${stepXml({ ...room, id: "a", stage: 20 })}</SdkMessageProcessingSteps>` }));
  expect(fixture.host.unsupported.list()).toEqual([{ kind: "plug-in type", what: "Test.Plugin", count: 1, firstSeen: "2026-11-23T08:00:00Z" }]);
  expect(faultOf(() => fixture?.host.service.create("x_room", { x_name: "R" })).message).toContain("plug-in type 'Test.Plugin' is not supported");
});

test("a step that is switched off does not run", () => {
  const { service, ran, host } = hostWith([{ ...room, id: "a", stage: 20 }]);
  const step = host.sql.get("SELECT sdkmessageprocessingstepid AS id FROM sdkmessageprocessingstep");
  service.update("sdkmessageprocessingstep", { id: String(step?.["id"]) }, { statecode: 1 });
  service.create("x_room", { x_name: "R" });
  expect(ran).toEqual([]);
});

describe("custom APIs", () => {
  const typeKey = "66666666-6666-4666-8666-666666666666";
  function apiHost(behaviour: Behaviour) {
    fixture = openHostFixture({ [typeKey]: behaviour });
    fixture.host.importSolution(roomSolution({ files: customApiFiles("x_Count", typeKey, { request: { Table: 10, Big: 0 }, response: { Number: 7, Text: 10 } }) }));
    return fixture.host.service;
  }
  const input = { Table: "x_room", Big: true };

  test("run at stage 30 with the declared parameters; what the handler leaves out is null", () => {
    const service = apiHost(({ context }) => { context.output["Number"] = context.input["Big"] === true ? 2 : 1; });
    expect(service.execute("x_Count", input)).toEqual({ Number: 2, Text: null });
  });

  test.each([
    ["an undeclared parameter", { ...input, More: 1 }, "'More' is not declared"], ["a missing one", { Table: "x" }, "needs the request parameter 'Big'"], ["a wrong type", { ...input, Big: "yes" }, "'Big' of the custom API 'x_Count' takes a Boolean"],
  ])("%s is refused by name", (_, given, text) => {
    expect(faultOf(() => apiHost(() => undefined).execute("x_Count", given)).message).toContain(text);
  });

  test("a response that is not declared is refused by name", () => {
    const service = apiHost(({ context }) => { context.output["Other"] = 1; });
    expect(faultOf(() => service.execute("x_Count", input)).message).toContain("response property 'Other' is not declared");
  });

  test("a handler that throws takes back what it wrote", () => {
    const service = apiHost(({ service: inner }) => {
      inner.create("x_house", { x_name: "half" });
      throw new DataverseError("0x80040265", "No.");
    });
    expect(faultOf(() => service.execute("x_Count", input)).message).toBe("No.");
    expect(fixture?.host.sql.get("SELECT COUNT(*) AS n FROM x_house")).toEqual({ n: 0 });
  });

  test("an unknown name is refused", () => {
    expect(faultOf(() => apiHost(() => undefined).execute("x_Nothing", {})).message).toContain("'x_Nothing'");
  });
});
