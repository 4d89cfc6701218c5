import { createFlowRuntime, type ManualRun } from "../../../../local-host/flows/runtime";
import type { WebRequest } from "../../../../local-host/http/contract";
import { dataverseAction, FakeHost, manual } from "../fakes";

const ID = "a8a5fd0e-0d53-4b4b-9e2d-2f4b5ad6f3c1";

interface Sent { readonly method: string; readonly path: string; readonly body: unknown; readonly headers: WebRequest["headers"] }

async function call(operation: string, parameters: object, extra: Record<string, unknown> = {}): Promise<{ readonly sent: Sent[]; readonly run: ManualRun; readonly host: FakeHost }> {
  const host = new FakeHost((request) => ({ status: request.method === "DELETE" ? 204 : 200, ...(request.method === "DELETE" ? {} : { body: { ok: true } }) }));
  host.addFlow("Flow", manual({ Call: dataverseAction(operation, parameters, extra) }));
  const run = await createFlowRuntime(host.asLocalHost(), { outboxDir: "unused" }).runFlow("Flow", { id: ID, name: "O'Neil" });
  const sent = host.requests.map(({ method, url, body, headers }) => ({ method, path: decodeURIComponent(url.replace("/api/data/v9.2/", "")), body: body === "" ? null : JSON.parse(body) as unknown, headers }));
  return { sent, run, host };
}

describe("operations become Web API requests", () => {
  test.each<[string, object, Partial<Sent>]>([
    ["GetItem", { entityName: "accounts", recordId: "@triggerBody()['id']", $select: "name", $expand: "primarycontactid($select=fullname)" }, { method: "GET", path: `accounts(${ID})?$select=name&$expand=primarycontactid($select=fullname)` }],
    ["GetItem", { entityName: "accounts", recordId: "accountnumber='O''Neil'" }, { method: "GET", path: "accounts(accountnumber='O''Neil')" }],
    ["ListRecords", { entityName: "accounts", $filter: "name eq '@{triggerBody()['name']}'", $top: 5, $orderby: "" }, { method: "GET", path: "accounts?$filter=name eq 'O'Neil'&$top=5" }],
    ["ListRecords", { entityName: "accounts", fetchXml: "<fetch/>" }, { method: "GET", path: "accounts?fetchXml=<fetch/>" }],
    ["CreateRecord", { entityName: "tasks", "item/subject": "@{triggerBody()['name']} & co", "item/regardingobjectid_account@odata.bind": "/accounts(@{triggerBody()['id']})" }, { method: "POST", path: "tasks", body: { subject: "O'Neil & co", "regardingobjectid_account@odata.bind": `/accounts(${ID})` } }],
    ["UpdateOnlyRecord", { entityName: "tasks", recordId: `{${ID.toUpperCase()}}`, "item/statuscode": 5 }, { method: "PATCH", path: `tasks(${ID})`, body: { statuscode: 5 }, headers: expect.objectContaining({ "if-match": "*" }) as WebRequest["headers"] }],
    ["UpdateRecord", { entityName: "tasks", recordId: ID, item: { a: 1 }, "item/b": null }, { method: "PATCH", path: `tasks(${ID})`, body: { a: 1, b: null }, headers: expect.not.objectContaining({ "if-match": "*" }) as WebRequest["headers"] }],
    ["DeleteRecord", { entityName: "tasks", recordId: ID }, { method: "DELETE", path: `tasks(${ID})`, body: null }],
    ["PerformUnboundAction", { actionName: "x_Run", "item/Input/Deep": 1, "item/List": "@createArray(1,2)" }, { method: "POST", path: "x_Run", body: { Input: { Deep: 1 }, List: [1, 2] } }],
    ["PerformBoundAction", { entityName: "emails", actionName: "SendEmail", recordId: ID, "item/IssueSend": true }, { method: "POST", path: `emails(${ID})/Microsoft.Dynamics.CRM.SendEmail`, body: { IssueSend: true } }],
    ["AssociateEntities", { entityName: "accounts", recordId: ID, associationEntityRelationship: "x_rel", "item/@odata.id": `/contacts(${ID})` }, { method: "POST", path: `accounts(${ID})/x_rel/$ref`, body: { "@odata.id": `http://127.0.0.1/api/data/v9.2/contacts(${ID})` } }],
    ["DisassociateEntities", { entityName: "accounts", recordId: ID, associationEntityRelationship: "x_rel", $id: `https://org.example/api/data/v9.2/contacts(${ID})` }, { method: "DELETE", path: `accounts(${ID})/x_rel/$ref?$id=http://127.0.0.1/api/data/v9.2/contacts(${ID})` }],
  ])("%s %j", async (operation, parameters, expected) => {
    const { sent, run } = await call(operation, parameters);
    expect(run).toMatchObject({ status: "Succeeded" });
    expect(sent).toEqual([expect.objectContaining(expected)]);
  });

  test("writes ask for the row back, reads for annotations", async () => {
    const write = await call("CreateRecord", { entityName: "tasks" });
    const read = await call("ListRecords", { entityName: "tasks" });
    expect(write.sent[0]?.headers["prefer"]).toBe('return=representation,odata.include-annotations="*"');
    expect(read.sent[0]?.headers["prefer"]).toBe('odata.include-annotations="*"');
  });
});

describe("what data cannot do", () => {
  test.each([
    ["a row id that leaves its brackets", { entityName: "accounts", recordId: "1)/x_rel/$ref?$id=(" }, /neither a row id nor an alternate key/],
    ["a table set with a query", { entityName: "accounts?$top=1", recordId: ID }, /no name of a table set/],
    ["no row id", { entityName: "accounts", recordId: "" }, /GetItem needs a value for 'recordId'/],
    ["a parameter that the host does not know", { entityName: "accounts", recordId: ID, partitionId: "x" }, /parameter 'partitionId' of GetItem is not supported/],
  ])("%s fails without a request", async (_, parameters, message) => {
    const { run, sent } = await call("GetItem", parameters);
    expect(run.error?.message).toMatch(message);
    expect(sent).toEqual([]);
  });
});

describe("ListRecords pages", () => {
  const pages = (request: WebRequest): { status: number; body: object } => {
    const page = Number(/skiptoken=(\d+)/.exec(request.url)?.[1] ?? 1);
    return { status: 200, body: { value: [{ n: page * 2 - 1 }, { n: page * 2 }], ...(page < 4 ? { "@odata.nextLink": `${request.origin}/api/data/v9.2/rows?$skiptoken=${page + 1}` } : {}) } };
  };

  test.each([[null, 2, 1], [3, 4, 2], [100_000, 8, 4]])("minimumItemCount %p gives %d rows in %d requests", async (minimumItemCount, rows, requests) => {
    const host = new FakeHost(pages);
    const settings = minimumItemCount === null ? {} : { runtimeConfiguration: { paginationPolicy: { minimumItemCount } } };
    host.addFlow("Flow", manual({
      List: dataverseAction("ListRecords", { entityName: "rows" }, settings),
      Answer: { type: "Response", inputs: { body: { rows: "@length(body('List')['value'])", more: "@contains(body('List'),'@odata.nextLink')" } }, runAfter: { List: ["Succeeded"] } },
    }));
    const run = await createFlowRuntime(host.asLocalHost(), { outboxDir: "unused" }).runFlow("Flow");
    expect(run.response?.["body"]).toEqual({ rows, more: minimumItemCount === null });
    expect(host.requests).toHaveLength(requests);
  });
});

test("an error of the Web API is the error of the action", async () => {
  const host = new FakeHost(() => ({ status: 404, body: { error: { code: "0x80040217", message: "account With Id = x Does Not Exist" } } }));
  host.addFlow("Flow", manual({ Get: dataverseAction("GetItem", { entityName: "accounts", recordId: ID }) }));
  const run = await createFlowRuntime(host.asLocalHost(), { outboxDir: "unused" }).runFlow("Flow");
  expect(run).toMatchObject({ status: "Failed", error: { code: "0x80040217", message: "Action 'Get' failed: account With Id = x Does Not Exist" } });
});
