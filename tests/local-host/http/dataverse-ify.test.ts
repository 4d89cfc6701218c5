import { setMetadataCache, XrmContextDataverseClient, type IEntity } from "dataverse-ify";
import { BrowserWebApi } from "dataverse-ify/lib/webapi/browser";
import { WebApiExecuteRequestBase } from "dataverse-ify/lib/types/WebApiExecuteRequest";
import { serve, type RunningServer } from "../../../local-host/http/serve";
import type { PluginHost } from "../../../local-host/pipeline/plugin";
import { openTestHost } from "./host";

/** Answers with the text in capitals. */
const shout: PluginHost = ({ context }) => { context.output["Loud"] = String(context.input["Text"]).toUpperCase(); };
const host = openTestHost({ "Test.Shout": shout });
let server: RunningServer;
let webApi: BrowserWebApi;
let client: XrmContextDataverseClient;

beforeAll(async () => {
  const type = host.add("plugintypes", { name: "Test.Shout", typename: "Test.Shout" });
  const api = host.add("customapis", { name: "new_Shout", uniquename: "new_Shout", isfunction: false, "plugintypeid@odata.bind": `plugintypes(${type})` });
  const parameter = (name: string) => ({ name, uniquename: name, type: 10, "customapiid@odata.bind": `customapis(${api})` });
  host.add("customapirequestparameters", parameter("Text"));
  host.add("customapiresponseproperties", parameter("Loud"));
  server = await serve(host.web, { port: 0 });
  setMetadataCache({ entities: {
    account: { typeName: "mscrm.account", logicalName: "account", collectionName: "accounts", primaryIdAttribute: "accountid", attributeTypes: { createdon: "DateAndTime:UserLocal" }, navigation: { primarycontactid: ["mscrm.contact"] } },
    contact: { typeName: "mscrm.contact", logicalName: "contact", collectionName: "contacts", primaryIdAttribute: "contactid", attributeTypes: {}, navigation: { parentcustomerid: ["mscrm.account", "mscrm.contact"] } },
  } });
  webApi = new BrowserWebApi(server.origin, "9.2");
  client = new XrmContextDataverseClient(webApi as unknown as Xrm.WebApi);
});
afterAll(async () => { await server.close(); host.close(); });

const account = (more: object): IEntity => ({ logicalName: "account", ...more }) as IEntity;
const crud = (operationName: string, parameters: Record<string, unknown>) =>
  new WebApiExecuteRequestBase({ parameterTypes: {}, operationType: 2, operationName }, parameters);

const jsonOf = (answer: unknown): Promise<unknown> => (answer as Response).json();

describe("dataverse-ify's BrowserWebApi, unchanged, over a socket", () => {
  test("create with a lookup, retrieve, update, clear the lookup, delete", async () => {
    const contactid = await client.create({ logicalName: "contact", lastname: "Ify" } as IEntity);
    const accountid = await client.create(account({ name: "Árvíz", revenue: 12.5, primarycontactid: { entityType: "contact", id: contactid } }));
    const row = await client.retrieve<IEntity & Record<string, unknown>>("account", accountid, ["name", "revenue", "createdon", "primarycontactid"]);
    expect(row).toMatchObject({ name: "Árvíz", revenue: 12.5, primarycontactid: { entityType: "contact", id: contactid, name: "Ify" } });
    expect(row["createdon"]).toEqual(new Date("2026-03-15T10:00:00Z"));
    await client.update(account({ accountid, name: "Changed", primarycontactid: null }));
    expect(host.send("GET", `accounts(${accountid})`).json).toMatchObject({ name: "Changed", _primarycontactid_value: null });
    await client.delete("account", accountid);
    await expect(client.retrieve("account", accountid, true)).rejects.toMatchObject({ code: "0x80040217" });
  });

  test("retrieveMultiple with OData over pages, and with FetchXML and its paging cookie", async () => {
    for (let n = 1; n <= 5; n += 1) await client.create(account({ name: `Page ${n}` }));
    const odata = "?$select=name&$filter=startswith(name,'page')&$orderby=name";
    const first = await client.retrieveMultiple<IEntity & { name: string }>(odata, { logicalName: "account", maxPageSize: 2 });
    expect(first.entities.map(({ name }) => name)).toEqual(["Page 1", "Page 2"]);
    const next = await webApi.retrieveMultipleRecords("account", String(first.nextLink).slice(String(first.nextLink).indexOf("?")), 2);
    expect(next.entities.map((each) => (each as { name: string }).name)).toEqual(["Page 3", "Page 4"]);
    const fetchXml = '<fetch count="3"><entity name="account"><attribute name="name"/><order attribute="name"/><filter><condition attribute="name" operator="like" value="page%"/></filter></entity></fetch>';
    const fetched = await client.retrieveMultiple<IEntity & { name: string }>(fetchXml, { logicalName: "account" });
    expect(fetched.entities.map(({ name }) => name)).toEqual(["Page 1", "Page 2", "Page 3"]);
    expect([fetched.moreRecords, fetched.pagingCooking]).toEqual([true, expect.stringContaining('pagenumber="2"')]);
  });

  test("associate one and several, disassociate, clear a lookup", async () => {
    const id = await client.create(account({ name: "Related" }));
    const contacts = await Promise.all(["a", "b"].map((lastname) => client.create({ logicalName: "contact", lastname } as IEntity)));
    const target = { entityType: "account", id };
    const related = contacts.map((contact) => ({ entityType: "contact", id: contact }));
    const names = () => host.send("GET", `accounts(${id})/contact_customer_accounts?$select=lastname&$orderby=lastname`).json.value?.map((row) => row["lastname"]);
    await webApi.execute(crud("Associate", { target, relatedEntities: related.slice(0, 1), relationship: "contact_customer_accounts" }) as never);
    expect(names()).toEqual(["a"]);
    await webApi.executeMultiple([crud("Associate", { target, relatedEntities: related, relationship: "contact_customer_accounts" })] as never);
    expect(names()).toEqual(["a", "b"]);
    await webApi.executeMultiple([crud("Disassociate", { target, relatedEntityId: contacts[0], relationship: "contact_customer_accounts" })] as never);
    expect(names()).toEqual(["b"]);
    await webApi.execute(crud("Associate", { target, relatedEntities: related.slice(0, 1), relationship: "primarycontactid" }) as never);
    await webApi.execute(crud("Disassociate", { target, relationship: "primarycontactid" }) as never);
    expect(host.send("GET", `accounts(${id})`).json["_primarycontactid_value"]).toBeNull();
  });

  // BrowserWebApi sends functions with a body, which fetch refuses for GET; inside a batch they work.
  test("execute an action; a function in a batch", async () => {
    const action = new WebApiExecuteRequestBase({ parameterTypes: { Text: { typeName: "Edm.String", structuralProperty: 1 } }, operationType: 0, operationName: "new_Shout" }, { Text: "hallo" });
    expect(await jsonOf(await webApi.execute(action as never))).toMatchObject({ Loud: "HALLO" });
    const whoAmI = new WebApiExecuteRequestBase({ parameterTypes: {}, operationType: 1, operationName: "WhoAmI" });
    const [answer] = await webApi.executeMultiple([whoAmI] as never) as unknown[];
    expect(await jsonOf(answer)).toMatchObject({ UserId: host.systemUserId });
  });

  test("executeMultiple: a change set commits as one, or not at all", async () => {
    const create = (target: IEntity) => ({ logicalName: "Create", target });
    const done = await client.executeMultiple<{ id: string }>([[create(account({ name: "Set 1" })), create(account({ name: "Set 2" }))], create(account({ name: "Alone" }))]);
    expect(done?.map(({ id }) => id)).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), expect.stringMatching(/^[0-9a-f-]{36}$/), expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    const bad = [[create(account({ name: "Undone" })), create(account({ name: "x".repeat(161) }))]];
    await expect(client.executeMultiple(bad)).rejects.toMatchObject({ code: "0x80044331" });
    expect(host.send("GET", "accounts/$count?$filter=name eq 'Undone'").body).toBe("0");
  });
});
