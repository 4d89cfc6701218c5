import type { PluginHost } from "../../../local-host/pipeline/plugin";
import { DataverseError } from "../../../local-host/service/error";
import { openTestHost, ORIGIN } from "./host";

/** Echoes its input; refuses the text "no". */
const echo: PluginHost = ({ context }) => {
  if (context.input["Text"] === "no") throw new DataverseError("0x80040265", "Refused by the plug-in.", 400);
  for (const [name, value] of Object.entries(context.input)) context.output[name] = value;
  if (context.primaryId !== null) context.output["Text"] = `${String(context.table)} ${context.primaryId}`;
};

const host = openTestHost({ "Test.Echo": echo });
const { send, add } = host;
afterAll(() => { host.close(); });

const TYPES = { Flag: 0, When: 1, Rate: 2, Row: 5, Count: 7, Amount: 8, Text: 10, Key: 12 } as const;
const type = add("plugintypes", { name: "Test.Echo", typename: "Test.Echo" });

function addApi(uniquename: string, { isfunction = false, bindingtype = 0, boundentitylogicalname = null as string | null } = {}) {
  const api = add("customapis", { name: uniquename, uniquename, isfunction, bindingtype, boundentitylogicalname, "plugintypeid@odata.bind": `plugintypes(${type})` });
  for (const [name, number] of Object.entries(TYPES)) {
    const row = { name, uniquename: name, type: number, "customapiid@odata.bind": `customapis(${api})` };
    add("customapirequestparameters", { ...row, isoptional: true });
    add("customapiresponseproperties", row);
  }
}
addApi("new_Echo");
addApi("new_Read", { isfunction: true });
addApi("new_Bound", { bindingtype: 1, boundentitylogicalname: "account" });

describe("custom APIs", () => {
  test("an action: typed values in, typed values out, digits kept", () => {
    const id = add("accounts", { name: "Row" });
    const body = `{"Flag":true,"When":"2026-03-15T11:00:00+01:00","Rate":0.12345678901234567890,"Count":3,"Amount":10.50,"Text":"x","Key":"{${id.toUpperCase()}}","Row":{"@odata.type":"Microsoft.Dynamics.CRM.account","accountid":"${id}"}}`;
    const answer = send("POST", "new_Echo", { body });
    expect(answer.json).toMatchObject({
      "@odata.context": `${ORIGIN}/api/data/v9.2/$metadata#Microsoft.Dynamics.CRM.new_EchoResponse`,
      Flag: true, When: "2026-03-15T10:00:00Z", Count: 3, Amount: 10.5, Text: "x", Key: id, Row: { "@odata.type": "#Microsoft.Dynamics.CRM.account", accountid: id },
    });
    expect(answer.body).toContain('"Rate":0.12345678901234567890');
  });

  test("a function: inline values and parameter aliases", () => {
    expect(send("GET", "new_Read(Text='it''s',Count=5)").json).toMatchObject({ Text: "it's", Count: 5, Flag: null });
    expect(send("GET", "new_Read(Text=@p0,Flag=@p1)?@p0='x'&@p1=true").json).toMatchObject({ Text: "x", Flag: true });
    const id = add("accounts", { name: "Row" });
    expect(send("GET", `new_Read(Row=@p0)?@p0={"@odata.id":"accounts(${id})"}`).json["Row"]).toMatchObject({ accountid: id });
  });

  test("bound to a row", () => {
    const id = add("accounts", { name: "Bound" });
    expect(send("POST", `accounts(${id})/Microsoft.Dynamics.CRM.new_Bound`, { body: {} }).json["Text"]).toBe(`account ${id}`);
    expect(send("POST", "new_Bound", { body: {} }).status).toBe(404);
  });

  test("refused: wrong method, unknown parameter, wrong type; the plug-in's own refusal comes through", () => {
    expect(send("GET", "new_Echo").status).toBe(405);
    expect(send("POST", "new_Echo", { body: { Nope: 1 } }).json.error?.message).toContain("'Nope'");
    expect(send("POST", "new_Echo", { body: { Count: "3" } }).json.error?.message).toContain("Integer");
    expect(send("POST", "new_Echo", { body: { Text: "no" } })).toMatchObject({ status: 400, json: { error: { code: "0x80040265", message: "Refused by the plug-in." } } });
    expect(send("POST", "NEW_echo", { body: {} }).status).toBe(404);
  });
});

describe("the platform's functions", () => {
  test("WhoAmI with and without brackets", () => {
    for (const path of ["WhoAmI", "WhoAmI()"]) expect(send("GET", path).json).toMatchObject({ UserId: host.systemUserId, BusinessUnitId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string });
  });
  test("RetrieveCurrentOrganization, RetrieveTotalRecordCount", () => {
    expect(send("GET", "RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')").json["Detail"]).toMatchObject({ FriendlyName: "Local" });
    expect(send("GET", "RetrieveTotalRecordCount(EntityNames=@p)?@p=['contact','transactioncurrency']").json["EntityRecordCountCollection"]).toMatchObject({ Keys: ["contact", "transactioncurrency"], Values: [0, 2] });
  });
});

describe("errors", () => {
  test.each<[string, string, number, string, string]>([
    ["GET", "Accounts", 404, "0x8006088a", "Resource not found for the segment 'Accounts'."],
    ["GET", "accounts?$select=Name", 400, "0x0", "Could not find a property named 'Name' on type 'Microsoft.Dynamics.CRM.account'."],
    ["GET", "accounts?$skip=1", 400, "0x80060888", "Skip Clause is not supported in CRM"],
    ["GET", "accounts?nope=1", 400, "0x80060888", "The query parameter nope is not supported"],
    ["GET", "accounts(11111111-2222-4333-8444-555555555555)", 404, "0x80040217", "account With Id = 11111111-2222-4333-8444-555555555555 Does Not Exist"],
    ["GET", "accounts(11111111-2222-4333-8444-555555555555)/nope", 400, "0x0", "Could not find a property named 'nope' on type 'Microsoft.Dynamics.CRM.account'."],
    ["PUT", "accounts", 405, "0x80060888", "The requested resource does not support http method 'PUT'."],
    ["POST", "WhoAmI", 405, "0x80060888", "'WhoAmI' is a function: call it with GET."],
    ["POST", "accounts/Microsoft.Dynamics.CRM.DeleteMultiple", 404, "0x8006088a", "Resource not found for the segment 'DeleteMultiple'."],
  ])("%s %s", (method, path, status, code, message) => {
    expect(send(method, path, { body: {} })).toMatchObject({ status, json: { error: { code, message } } });
  });

  test("bodies that are no JSON, or of the wrong shape", () => {
    expect(send("POST", "accounts", { body: "{" })).toMatchObject({ status: 400, json: { error: { code: "0x80048d19" } } });
    expect(send("POST", "accounts", { body: "[]" }).status).toBe(400);
    expect(send("POST", "accounts", { body: { name: 5 } }).json.error?.message).toContain("'Edm.String'");
    expect(send("POST", "accounts", { body: { _primarycontactid_value: "x" } }).json.error?.message).toContain("Invalid property '_primarycontactid_value'");
  });

  test("an unsupported version, a URL above 32 KB", () => {
    expect(send("GET", "/api/data/v8.2/accounts").status).toBe(501);
    expect(send("GET", `accounts?$filter=name eq '${"x".repeat(33_000)}'`).status).toBe(414);
  });

  test("details with include-annotations", () => {
    const { error } = send("GET", "nopes", { headers: { prefer: 'odata.include-annotations="*"' } }).json;
    expect(error).toMatchObject({ "@Microsoft.PowerApps.CDS.ErrorDetails.HttpStatusCode": "404", "@Microsoft.PowerApps.CDS.InnerError.Message": "Resource not found for the segment 'nopes'." });
  });

  test("what is unknown stands in the ledger, with how often it was asked", () => {
    send("GET", "unheardofs");
    send("GET", "unheardofs");
    send("GET", "accounts?$filter=Microsoft.Dynamics.CRM.Under(PropertyName='accountid',PropertyValue='x')");
    expect(send("GET", "accounts?$filter=tolower(name) eq 'x'")).toMatchObject({ status: 400, json: { error: { code: "0x80060888" } } });
    const entries = send("GET", "/__local/unsupported").json.value ?? [];
    expect(entries).toContainEqual(expect.objectContaining({ kind: "path", what: "unheardofs", count: 2 }));
    expect(entries).toContainEqual(expect.objectContaining({ kind: "OData function", what: "Microsoft.Dynamics.CRM.Under" }));
    expect(entries).toContainEqual(expect.objectContaining({ kind: "OData function", what: "tolower", count: 1 }));
  });
});

test("impersonation by MSCRMCallerID or CallerObjectId stamps the rows; nobody acts for who is no user", () => {
  const objectId = "0a0b0c0d-0000-4000-8000-00000000000e";
  const user = add("systemusers", { firstname: "Other", lastname: "User", domainname: "other@localhost", azureactivedirectoryobjectid: objectId });
  const answer = send("POST", "accounts?$select=_createdby_value", { body: { name: "Theirs" }, headers: { mscrmcallerid: user, prefer: "return=representation" } });
  expect(answer.json["_createdby_value"]).toBe(user);
  expect(send("GET", "WhoAmI", { headers: { mscrmcallerid: `{${user.toUpperCase()}}` } }).json["UserId"]).toBe(user);
  expect(send("GET", "WhoAmI", { headers: { callerobjectid: objectId } }).json["UserId"]).toBe(user);
  for (const headers of [{ mscrmcallerid: objectId }, { callerobjectid: user }, { mscrmcallerid: "nobody" }]) {
    expect(send("GET", "accounts", { headers })).toMatchObject({ status: 403, json: { error: { code: "0x80072560" } } });
  }
});
