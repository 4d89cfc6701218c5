import { idOf, openTestHost, ORIGIN } from "./host";

const host = openTestHost();
const { send, add } = host;
afterAll(() => { host.close(); });

const ALL = { prefer: 'odata.include-annotations="*"' };
const GUID = /^[0-9a-f-]{36}$/;

describe("create", () => {
  test("204 with OData-EntityId and Location as absolute URLs", () => {
    const answer = send("POST", "accounts", { body: { name: "Alpha" } });
    expect([answer.status, answer.body]).toEqual([204, ""]);
    expect(answer.headers["odata-entityid"]).toBe(`${ORIGIN}/api/data/v9.2/accounts(${idOf(answer)})`);
    expect(answer.headers["location"]).toBe(answer.headers["odata-entityid"]);
  });

  test("return=representation: 201 with the row and its context", () => {
    const { status, json, headers } = send("POST", "accounts?$select=name", { body: { name: "Alpha" }, headers: { prefer: "return=representation" } });
    expect(status).toBe(201);
    expect(headers["preference-applied"]).toBe("return=representation");
    expect(json["@odata.context"]).toBe(`${ORIGIN}/api/data/v9.2/$metadata#accounts(name)/$entity`);
    expect(Object.keys(json)).toEqual(["@odata.context", "@odata.etag", "accountid", "name"]);
  });

  test("a double-encoded body is opened", () => {
    expect(send("POST", "accounts", { body: JSON.stringify(JSON.stringify({ name: "Twice" })) }).status).toBe(204);
  });

  test("deep insert: single-valued and collection-valued, several levels", () => {
    const id = add("accounts", {
      name: "Parent", primarycontactid: { lastname: "Chief" },
      contact_customer_accounts: [{ lastname: "One" }, { lastname: "Two" }], account_tags: [{ name: "deep" }],
    });
    const { json } = send("GET", `accounts(${id})?$select=name&$expand=primarycontactid($select=lastname),contact_customer_accounts($select=lastname;$orderby=lastname desc),account_tags($select=name)`);
    expect(json).toMatchObject({ primarycontactid: { lastname: "Chief" }, contact_customer_accounts: [{ lastname: "Two" }, { lastname: "One" }], account_tags: [{ name: "deep" }] });
  });

  test("a deep insert that fails leaves nothing behind", () => {
    const { status } = send("POST", "accounts", { body: { name: "Half", contact_customer_accounts: [{ lastname: "Gone" }, { nope: 1 }] } });
    expect(status).toBe(400);
    expect(send("GET", "contacts?$filter=lastname eq 'Gone'").json.value).toEqual([]);
  });

  test("@odata.bind: with and without slash, absolute, by alternate key, polymorphic, collection-valued", () => {
    const contact = add("contacts", { lastname: "Bound" });
    const tag = add("tags", { name: "bound" });
    add("accounts", { name: "Keyed", accountnumber: "K-1" });
    for (const reference of [`contacts(${contact})`, `/contacts(${contact})`, `${ORIGIN}/api/data/v9.2//contacts(${contact})`]) {
      const id = add("accounts", { name: "x", "primarycontactid@odata.bind": reference });
      expect(send("GET", `accounts(${id})?$select=_primarycontactid_value`).json["_primarycontactid_value"]).toBe(contact);
    }
    const child = add("contacts", { lastname: "Child", "parentcustomerid_account@odata.bind": "accounts(accountnumber='K-1')" });
    expect(send("GET", `contacts(${child})?$expand=parentcustomerid_account($select=name)`).json["parentcustomerid_account"]).toMatchObject({ name: "Keyed" });
    const tagged = add("accounts", { name: "tagged", "account_tags@odata.bind": [`tags(${tag})`] });
    expect(send("GET", `accounts(${tagged})/account_tags?$select=name`).json.value).toMatchObject([{ name: "bound" }]);
  });
});

describe("numbers keep their digits", () => {
  test("decimals and money travel as JSON number tokens, beyond what a double holds", () => {
    const id = add("tags", '{"name":"precise","weight":900000.0123456789}');
    expect(send("GET", `tags(${id})?$select=weight`).body).toContain('"weight":900000.0123456789');
    const text = add("tags", { name: "text", weight: "0.1000000001" });
    expect(send("GET", `tags(${text})?$select=weight`).json["weight"]).toBe(0.1000000001);
  });
  test("money brings its currency along", () => {
    const id = add("accounts", { name: "Rich", revenue: 1234.5 });
    expect(send("GET", `accounts(${id})?$select=revenue`).json).toMatchObject({ revenue: 1234.5, _transactioncurrencyid_value: expect.stringMatching(GUID) as string });
  });
});

describe("read", () => {
  const contact = add("contacts", { firstname: "Eva", lastname: "Reader" });
  const id = add("accounts", { name: "Read", revenue: -1234.5, accountcategorycode: 1, numberofemployees: 1200, creditonhold: true, "primarycontactid@odata.bind": `contacts(${contact})` });

  test("annotations come before the property that they describe", () => {
    const { json, headers } = send("GET", `accounts(${id})?$select=revenue,accountcategorycode,numberofemployees,creditonhold,_primarycontactid_value,createdon,telephone1`, { headers: ALL });
    expect(headers["preference-applied"]).toBe('odata.include-annotations="*"');
    expect(json).toMatchObject({
      "revenue@OData.Community.Display.V1.FormattedValue": "-€1,234.50", "accountcategorycode@OData.Community.Display.V1.FormattedValue": "Preferred Customer",
      "numberofemployees@OData.Community.Display.V1.FormattedValue": "1,200", "creditonhold@OData.Community.Display.V1.FormattedValue": "Yes",
      "createdon@OData.Community.Display.V1.FormattedValue": "3/15/2026 10:00 AM", createdon: "2026-03-15T10:00:00Z", telephone1: null,
    });
    const names = Object.keys(json);
    const at = names.indexOf("_primarycontactid_value");
    expect(names.slice(at - 3, at + 1)).toEqual([
      "_primarycontactid_value@OData.Community.Display.V1.FormattedValue", "_primarycontactid_value@Microsoft.Dynamics.CRM.associatednavigationproperty",
      "_primarycontactid_value@Microsoft.Dynamics.CRM.lookuplogicalname", "_primarycontactid_value",
    ]);
    expect(names.slice(at - 3, at).map((name) => json[name])).toEqual(["Eva Reader", "primarycontactid", "contact"]);
  });

  test("the client's language decides labels and formats", () => {
    const { json } = send("GET", `accounts(${id})?$select=accountcategorycode,numberofemployees,createdon`, { headers: { ...ALL, "accept-language": "hu-HU,hu;q=0.9" } });
    expect(json).toMatchObject({
      "accountcategorycode@OData.Community.Display.V1.FormattedValue": "Kiemelt ügyfél", "createdon@OData.Community.Display.V1.FormattedValue": "2026. 03. 15. 10:00",
      "numberofemployees@OData.Community.Display.V1.FormattedValue": "1200",
    });
  });

  test("annotations can be named one by one", () => {
    const { json } = send("GET", `accounts(${id})?$select=_primarycontactid_value`, { headers: { prefer: 'odata.include-annotations="Microsoft.Dynamics.CRM.*,-Microsoft.Dynamics.CRM.lookuplogicalname"' } });
    expect(Object.keys(json).filter((name) => name.startsWith("_"))).toEqual(["_primarycontactid_value@Microsoft.Dynamics.CRM.associatednavigationproperty", "_primarycontactid_value"]);
  });

  test("304 when the client has this version, never with $expand or annotations", () => {
    const etag = String(send("GET", `accounts(${id})?$select=name`).json["@odata.etag"]);
    expect(etag).toMatch(/^W\/"\d+"$/);
    const headers = { "if-none-match": etag };
    expect(send("GET", `accounts(${id})?$select=name`, { headers }).status).toBe(304);
    expect(send("GET", `accounts(${id})?$select=name`, { headers: { ...headers, ...ALL } }).status).toBe(200);
    expect(send("GET", `accounts(${id})?$expand=primarycontactid`, { headers }).status).toBe(200);
    expect(send("GET", `accounts(${id})`, { headers: { "if-none-match": "null" } }).status).toBe(200);
  });

  test.each(["v9.0", "v9.1", "v9.2"])("version %s answers alike", (version) => {
    expect(send("GET", `/api/data/${version}/accounts(${id})?`).json["name"]).toBe("Read");
  });

  test("single-valued navigation, $ref of it, $value and property reads", () => {
    expect(send("GET", `accounts(${id})/primarycontactid?$select=lastname`).json).toMatchObject({ lastname: "Reader" });
    expect(send("GET", `accounts(${id})/primarycontactid/$ref`).json["@odata.id"]).toBe(`${ORIGIN}/api/data/v9.2/contacts(${contact})`);
    expect(send("GET", `accounts(${id})/name`).json).toEqual({ "@odata.context": `${ORIGIN}/api/data/v9.2/$metadata#accounts(${id})/name`, value: "Read" });
    expect(send("GET", `accounts(${id})/name/$value`).body).toBe("Read");
    expect(send("GET", `accounts(${id})/telephone1`).status).toBe(204);
  });
});

describe("update, upsert, delete", () => {
  const missing = "11111111-2222-4333-8444-555555555555";

  test("PATCH updates, and creates what does not exist", () => {
    const id = add("accounts", { name: "Before" });
    expect(send("PATCH", `accounts(${id})`, { body: { name: "After" } }).status).toBe(204);
    expect(send("GET", `accounts(${id})?$select=name`).json["name"]).toBe("After");
    expect(send("PATCH", `accounts(${missing})`, { body: { name: "New" }, headers: { prefer: "return=representation" } }).status).toBe(201);
    expect(send("PATCH", `accounts(${missing})`, { body: { name: "Newer" }, headers: { prefer: "return=representation" } })).toMatchObject({ status: 200, json: { name: "Newer" } });
  });

  test("If-Match:* never creates; If-None-Match:* never updates", () => {
    const id = "11111111-2222-4333-8444-555555555556";
    expect(send("PATCH", `accounts(${id})`, { body: { name: "x" }, headers: { "if-match": "*" } })).toMatchObject({ status: 404, json: { error: { code: "0x80040217", message: `account With Id = ${id} Does Not Exist` } } });
    expect(send("PATCH", `accounts(${id})`, { body: { name: "x" }, headers: { "if-none-match": "*" } }).status).toBe(204);
    expect(send("PATCH", `accounts(${id})`, { body: { name: "x" }, headers: { "if-none-match": "*" } })).toMatchObject({ status: 412, json: { error: { message: "A record with matching key values already exists." } } });
  });

  test("If-Match with an old version: 412, for PATCH and DELETE", () => {
    const id = add("accounts", { name: "Versioned" });
    const etag = String(send("GET", `accounts(${id})?$select=name`).json["@odata.etag"]);
    expect(send("PATCH", `accounts(${id})`, { body: { name: "1" }, headers: { "if-match": etag } }).status).toBe(204);
    for (const method of ["PATCH", "DELETE"]) {
      expect(send(method, `accounts(${id})`, { body: { name: "2" }, headers: { "if-match": etag } })).toMatchObject({
        status: 412, json: { error: { code: "0x80060882", message: "The version of the existing record doesn't match the RowVersion property provided." } },
      });
    }
  });

  test.each(["", "W/\"abc\"", "\"1\", \"2\"", "1"])("If-Match with a tag that no row has (%j): 412, and nothing is written", (tag) => {
    const id = add("accounts", { name: "Kept" });
    for (const method of ["PATCH", "DELETE"]) {
      expect(send(method, `accounts(${id})`, { body: { name: "Lost" }, headers: { "if-match": tag } }).json.error?.code).toBe("0x80060882");
    }
    expect(send("GET", `accounts(${id})?$select=name`).json["name"]).toBe("Kept");
  });

  test("rows by alternate key: upsert takes the key's values into the row", () => {
    const first = send("PATCH", "accounts(accountnumber='U-1')", { body: { name: "Upserted" } });
    expect(first.status).toBe(204);
    const second = send("PATCH", "accounts(accountnumber='u-1')", { body: { name: "Again" } });
    expect(idOf(second)).toBe(idOf(first));
    expect(send("GET", "accounts(accountnumber='U-1')?$select=name,accountnumber").json).toMatchObject({ name: "Again", accountnumber: "U-1" });
    expect(send("GET", "accounts(name='Again')").json.error?.message).toContain("no alternate key");
    expect(send("DELETE", "accounts(accountnumber='U-1')").status).toBe(204);
    expect(send("GET", "accounts(accountnumber='U-1')").status).toBe(404);
  });

  test("properties: PUT, DELETE", () => {
    const id = add("accounts", { name: "Prop" });
    expect(send("PUT", `accounts(${id})/telephone1`, { body: { value: "123" } }).status).toBe(204);
    expect(send("GET", `accounts(${id})/telephone1`).json.value).toBe("123");
    expect(send("DELETE", `accounts(${id})/telephone1`).status).toBe(204);
    expect(send("GET", `accounts(${id})/telephone1`).status).toBe(204);
  });

  test("$ref: set and clear a lookup, relate and unrelate many-to-many, twice without error", () => {
    const id = add("accounts", { name: "Ref" });
    const contact = add("contacts", { lastname: "R" });
    const tag = add("tags", { name: "r" });
    const reference = { "@odata.id": `${ORIGIN}/api/data/v9.2//contacts(${contact})` };
    const value = () => send("GET", `accounts(${id})?$select=_primarycontactid_value`).json["_primarycontactid_value"];
    expect(send("PUT", `accounts(${id})/primarycontactid/$ref`, { body: reference }).status).toBe(204);
    expect(value()).toBe(contact);
    expect(send("DELETE", `accounts(${id})/primarycontactid/$ref`).status).toBe(204);
    expect(value()).toBeNull();
    for (let n = 0; n < 2; n += 1) expect(send("POST", `accounts(${id})/account_tags/$ref`, { body: { "@odata.id": `tags(${tag})` } }).status).toBe(204);
    expect(send("GET", `tags(${tag})/tag_accounts?$select=name&$count=true`).json).toMatchObject({ "@odata.count": 1, value: [{ name: "Ref" }] });
    for (let n = 0; n < 2; n += 1) expect(send("DELETE", `accounts(${id})/account_tags(${tag})/$ref`).status).toBe(204);
    expect(send("POST", `accounts(${id})/contact_customer_accounts/$ref`, { body: reference }).status).toBe(204);
    expect(send("GET", `accounts(${id})/contact_customer_accounts/$count`).body).toBe("1");
    expect(send("DELETE", `accounts(${id})/contact_customer_accounts/$ref?$id=contacts(${contact})`).status).toBe(204);
    expect(send("GET", `accounts(${id})/contact_customer_accounts`).json.value).toEqual([]);
  });

  test("a lookup is cleared by null under its navigation property", () => {
    const id = add("accounts", { name: "Null", primarycontactid: { lastname: "Soon gone" } });
    expect(send("PATCH", `accounts(${id})`, { body: { primarycontactid: null } }).status).toBe(204);
    expect(send("GET", `accounts(${id})?$select=_primarycontactid_value`).json["_primarycontactid_value"]).toBeNull();
  });
});

describe("bulk", () => {
  const typed = (more: object) => ({ "@odata.type": "Microsoft.Dynamics.CRM.account", ...more });

  test("CreateMultiple, UpdateMultiple, UpsertMultiple; one transaction each", () => {
    const created = send("POST", "accounts/Microsoft.Dynamics.CRM.CreateMultiple", { body: { Targets: [typed({ name: "B1" }), typed({ name: "B2" })] } });
    expect(created.json["@odata.context"]).toBe(`${ORIGIN}/api/data/v9.2/$metadata#Microsoft.Dynamics.CRM.CreateMultipleResponse`);
    const ids = created.json["Ids"] as string[];
    expect(send("POST", "accounts/Microsoft.Dynamics.CRM.UpdateMultiple", { body: { Targets: ids.map((accountid) => typed({ accountid, name: "B" })) } }).status).toBe(204);
    const upsert = { Targets: [typed({ "@odata.id": "accounts(accountnumber='B-9')", name: "B9" }), typed({ accountid: ids[0], name: "B1 again" })] };
    expect(send("POST", "accounts/Microsoft.Dynamics.CRM.UpsertMultiple", { body: upsert }).status).toBe(204);
    expect(send("GET", "accounts(accountnumber='B-9')").json["name"]).toBe("B9");
    const bad = { Targets: [typed({ accountid: ids[1], name: "changed" }), typed({ accountid: ids[0], numberofemployees: "x" })] };
    expect(send("POST", "accounts/Microsoft.Dynamics.CRM.UpdateMultiple", { body: bad }).status).toBe(400);
    expect(send("GET", `accounts(${String(ids[1])})`).json["name"]).toBe("B");
  });
});
