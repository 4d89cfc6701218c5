import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createFlowRuntime, type FlowRuntime } from "../../../local-host/flows/runtime";
import { openHostFixture, type HostFixture } from "../../builders/local-host";
import { connectorAction, dataverseAction, manual, onThing } from "./fakes";

let fixture: HostFixture;
let runtime: FlowRuntime;
const outbox = (): string => join(fixture.dataDir, "outbox");
beforeEach(() => {
  fixture = openHostFixture();
  runtime = createFlowRuntime(fixture.host, { outboxDir: outbox() });
});
afterEach(() => fixture.remove());

function addFlow(name: string, definition: object): string {
  const id = fixture.host.service.create("workflow", { name, category: 5, clientdata: JSON.stringify({ properties: { connectionReferences: {}, definition } }) });
  fixture.host.service.update("workflow", { id }, { statecode: 1, statuscode: 2 });
  return id;
}

const after = (name: string, status = "Succeeded"): { runAfter: object } => ({ runAfter: { [name]: [status] } });
const answer = (body: unknown, name: string, status?: string): object => ({ type: "Response", inputs: { body }, ...after(name, status) });
const account = (name: string): string => fixture.host.service.create("account", { name });

describe("Dataverse operations against the Web API", () => {
  test("create with a lookup, update, read back with label, delete", async () => {
    const parent = account("Parent");
    addFlow("Flow", manual({
      Create: dataverseAction("CreateRecord", { entityName: "tasks", "item/subject": "Árvíz", "item/regardingobjectid_account@odata.bind": `/accounts(${parent})` }),
      Update: dataverseAction("UpdateOnlyRecord", { entityName: "tasks", recordId: "@body('Create')?['activityid']", "item/prioritycode": 2, "item/scheduledend": "@utcNow()" }, after("Create")),
      Read: dataverseAction("GetItem", { entityName: "tasks", recordId: "@outputs('Update')?['body/activityid']" }, after("Update")),
      Delete: dataverseAction("DeleteRecord", { entityName: "tasks", recordId: "@outputs('Read')?['body/activityid']" }, after("Read")),
      Gone: dataverseAction("GetItem", { entityName: "tasks", recordId: "@outputs('Read')?['body/activityid']" }, after("Delete")),
      Answer: answer({
        subject: "@outputs('Read')?['body/subject']", regarding: "@outputs('Read')?['body/_regardingobjectid_value']", end: "@body('Read')['scheduledend']",
        label: "@body('Read')?['prioritycode@OData.Community.Display.V1.FormattedValue']", gone: "@actions('Gone')['error']['code']",
      }, "Gone", "Failed"),
    }));
    const run = await runtime.runFlow("Flow");
    expect(run).toMatchObject({ status: "Succeeded", response: { body: { subject: "Árvíz", regarding: parent, end: "2026-11-23T08:00:00Z", label: "High", gone: "0x80040217" } } });
  });

  test("an update of a missing row fails, an upsert makes it", async () => {
    const id = "11111111-1111-4111-8111-111111111111";
    addFlow("Flow", manual({
      Update: dataverseAction("UpdateOnlyRecord", { entityName: "accounts", recordId: id, "item/name": "A" }),
      Upsert: dataverseAction("UpdateRecord", { entityName: "accounts", recordId: id, "item/name": "B" }, after("Update", "Failed")),
      Answer: answer({ code: "@outputs('Update')?['statusCode']", name: "@body('Upsert')?['name']" }, "Upsert"),
    }));
    expect((await runtime.runFlow("Flow")).response?.["body"]).toEqual({ code: 404, name: "B" });
    expect(fixture.host.service.retrieve("account", { id }, ["name"])).toMatchObject({ name: "B" });
  });

  test("lists with filter and order, FetchXML, and every page of more than 5,000 rows", async () => {
    fixture.host.sql.transaction(() => { for (let at = 0; at < 5_003; at += 1) account(`A${String(at).padStart(5, "0")}`); });
    addFlow("Flow", manual({
      First: dataverseAction("ListRecords", { entityName: "accounts", $select: "name", $filter: "startswith(name,'A0000')", $orderby: "name desc", $top: 2 }),
      Fetch: dataverseAction("ListRecords", { entityName: "accounts", fetchXml: "<fetch top='1'><entity name='account'><attribute name='name'/><order attribute='name'/></entity></fetch>" }),
      One: dataverseAction("ListRecords", { entityName: "accounts", $select: "name" }),
      All: dataverseAction("ListRecords", { entityName: "accounts", $select: "name" }, { runtimeConfiguration: { paginationPolicy: { minimumItemCount: 100_000 } } }),
      Names: { type: "Select", inputs: { from: "@outputs('First')?['body/value']", select: "@item()['name']" }, ...after("First") },
      Answer: { type: "Response", inputs: { body: ["@join(body('Names'),',')", "@first(body('Fetch')['value'])['name']", "@length(body('One')['value'])", "@length(body('All')['value'])"] }, runAfter: { Names: ["Succeeded"], Fetch: ["Succeeded"], One: ["Succeeded"], All: ["Succeeded"] } },
    }));
    const run = await runtime.runFlow("Flow");
    expect([run.error, run.response?.["body"]]).toEqual([null, ["A00009,A00008", "A00000", 5_000, 5_003]]);
  });
});

describe("row triggers", () => {
  const send = onThing({ entityname: "task", message: 4, filteringattributes: "prioritycode", filterexpression: "prioritycode eq 2 and statecode eq 0" }, {
    Send: connectorAction("shared_office365", "SendEmailV2", { "emailMessage/To": "a@example.test", "emailMessage/Subject": "@triggerOutputs()?['body/subject']", "emailMessage/Body": "<p>@{triggerBody()?['prioritycode@OData.Community.Display.V1.FormattedValue']}</p>" }),
    Mark: dataverseAction("UpdateOnlyRecord", { entityName: "tasks", recordId: "@triggerBody()?['activityid']", "item/description": "sent" }, after("Send")),
  });

  test("a change that matches sends one message and writes back; others do nothing", async () => {
    addFlow("Send", send);
    const { service } = fixture.host;
    const high = service.create("task", { subject: "Sürgős", prioritycode: 2 });
    const low = service.create("task", { subject: "Low", prioritycode: 0 });
    service.update("task", { id: low }, { description: "not a filtering attribute" });
    const { runs } = await runtime.drain();
    expect(runs).toMatchObject([{ flow: "Send", status: "Succeeded", error: null }]);
    expect(service.retrieve("task", { id: high }, ["description"])).toMatchObject({ description: "sent" });
    const [file] = readdirSync(outbox());
    expect(readFileSync(join(outbox(), file ?? ""), "utf8")).toMatch(/Subject: =\?UTF-8\?B\?U8O8cmfFkXM=\?=[\s\S]*<p>High<\/p>/);
    expect(fixture.host.unsupported.list()).toEqual([]);
  });

  test("a flow that is switched on later, and off again, is noticed at once", async () => {
    const { service } = fixture.host;
    service.create("task", { subject: "before", prioritycode: 2 });
    const id = addFlow("Send", send);
    service.create("task", { subject: "while", prioritycode: 2 });
    await runtime.drain();
    service.update("workflow", { id }, { statecode: 0, statuscode: 1 });
    service.create("task", { subject: "after", prioritycode: 2 });
    expect([await runtime.drain(), readdirSync(outbox()).length]).toEqual([{ runs: [], notStarted: 0 }, 1]);
  });

  test("callbacks and history survive closing and opening the store", async () => {
    addFlow("Send", send);
    fixture.host.service.create("task", { subject: "T", prioritycode: 2 });
    const reopened = createFlowRuntime(fixture.reopen(), { outboxDir: outbox() });
    const { runs } = await reopened.drain();
    expect(runs).toMatchObject([{ status: "Succeeded" }]);
    expect(reopened.history(1)).toMatchObject([{ runId: runs[0]?.runId, flow: "Send", status: "Succeeded" }]);
  });

  test("a hundred messages are a hundred files and a hundred marked rows", async () => {
    addFlow("Send", send);
    const { service, sql } = fixture.host;
    sql.transaction(() => { for (let at = 0; at < 100; at += 1) service.create("task", { subject: `T${at}`, prioritycode: 2 }); });
    const { runs } = await runtime.drain();
    const sent = service.fetch("<fetch><entity name='task'><attribute name='subject'/><filter><condition attribute='description' operator='eq' value='sent'/></filter></entity></fetch>");
    expect([runs.length, runs.every(({ status }) => status === "Succeeded"), readdirSync(outbox()).length, sent.rows.length]).toEqual([100, true, 100, 100]);
  });
});

test("what the Web API refuses fails the action with its code", async () => {
  addFlow("Flow", manual({ List: dataverseAction("ListRecords", { entityName: "accounts", $filter: "nothing eq 1" }) }));
  const run = await runtime.runFlow("Flow");
  expect(run).toMatchObject({ status: "Failed", error: { code: expect.stringMatching(/^0x/) as string, message: expect.stringContaining("nothing") as string } });
});
