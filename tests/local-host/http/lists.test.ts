import { openTestHost, ORIGIN } from "./host";

const host = openTestHost();
const { send, add } = host;
const company = add("accounts", { name: "Company", revenue: 100 });
for (let n = 1; n <= 5; n += 1) {
  add("contacts", { lastname: `P${n}`, ...(n % 2 === 0 ? {} : { telephone1: `${n}` }), "parentcustomerid_account@odata.bind": `accounts(${company})` });
}
afterAll(() => { host.close(); });

const names = (rows: readonly Record<string, unknown>[] | undefined) => rows?.map((row) => row["lastname"]);
const fetchXml = (text: string) => `?fetchXml=${encodeURIComponent(text)}`;

test("odata.maxpagesize gives pages with a $skiptoken that survives writes; $top is ignored then", () => {
  const headers = { prefer: "odata.maxpagesize=2" };
  let { json, headers: sent } = send("GET", "contacts?$select=lastname&$orderby=lastname&$top=3&$count=true", { headers });
  expect(sent["preference-applied"]).toBe("odata.maxpagesize=2");
  expect(json["@odata.count"]).toBe(5);
  const seen = [...(names(json.value) ?? [])];
  const inserted = add("contacts", { lastname: "A before all" });
  for (let next = json["@odata.nextLink"]; typeof next === "string"; next = json["@odata.nextLink"]) {
    expect(next).toContain("$skiptoken=%3Ccookie%20pagenumber%3D%22");
    ({ json, headers: sent } = send("GET", next.slice(ORIGIN.length), { headers }));
    seen.push(...(names(json.value) ?? []));
  }
  expect(seen).toEqual(["P1", "P2", "P3", "P4", "P5"]);
  send("DELETE", `contacts(${inserted})`);
});

test("$top, $count, /$count, $filter, plus signs for spaces", () => {
  expect(names(send("GET", "contacts?$orderby=lastname desc&$top=2").json.value)).toEqual(["P5", "P4"]);
  expect(send("GET", "contacts?$count=true&$top=1").json["@odata.count"]).toBe(5);
  expect(send("GET", "contacts/$count").body).toBe("5");
  expect(send("GET", "contacts/$count?$filter=telephone1 ne null").body).toBe("3");
  expect(names(send("GET", "contacts?$filter=lastname+eq+'p1'+or+lastname+eq+'P2'&$orderby=lastname").json.value)).toEqual(["P1", "P2"]);
});

test("annotations of a collection only when asked for", () => {
  expect(Object.keys(send("GET", "contacts").json)).toEqual(["@odata.context", "value"]);
  const { json } = send("GET", "contacts?$count=true", { headers: { prefer: 'odata.include-annotations="*"' } });
  expect(json).toMatchObject({ "@odata.count": 5, "@Microsoft.Dynamics.CRM.totalrecordcount": 5, "@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded": false });
});

test("$expand of a collection pages with its own nextLink", () => {
  const { json } = send("GET", "accounts?$select=name&$expand=contact_customer_accounts($select=lastname;$orderby=lastname)", { headers: { prefer: "odata.maxpagesize=2" } });
  const [row] = json.value ?? [];
  expect(json["@odata.context"]).toBe(`${ORIGIN}/api/data/v9.2/$metadata#accounts(name,contact_customer_accounts(lastname))`);
  expect(names(row?.["contact_customer_accounts"] as Record<string, unknown>[])).toEqual(["P1", "P2"]);
  const next = String(row?.["contact_customer_accounts@odata.nextLink"]);
  expect(names(send("GET", next.slice(ORIGIN.length), { headers: { prefer: "odata.maxpagesize=2" } }).json.value)).toEqual(["P3", "P4"]);
});

test("nested $filter and $top hold for each parent", () => {
  const { json } = send("GET", `accounts(${company})?$expand=contact_customer_accounts($filter=telephone1 ne null;$top=2;$orderby=lastname desc)`);
  expect(names(json["contact_customer_accounts"] as Record<string, unknown>[])).toEqual(["P5", "P3"]);
});

describe("FetchXML", () => {
  const people = '<fetch count="2"><entity name="contact"><attribute name="lastname"/><attribute name="telephone1"/><attribute name="parentcustomerid"/><order attribute="lastname"/></entity></fetch>';
  const annotated = { prefer: 'odata.include-annotations="*"' };

  test("values that are null are left out; lookups are _x_value; link columns are alias.col", () => {
    const { json } = send("GET", `contacts${fetchXml(people)}`);
    expect(json.value).toMatchObject([{ lastname: "P1", telephone1: "1", _parentcustomerid_value: company }, { lastname: "P2" }]);
    expect(json.value?.[1]).not.toHaveProperty("telephone1");
    const linked = '<fetch top="1"><entity name="contact"><attribute name="lastname"/><link-entity name="account" from="accountid" to="parentcustomerid" alias="a"><attribute name="name"/><attribute name="revenue" alias="money"/></link-entity></entity></fetch>';
    expect(send("GET", `contacts${fetchXml(linked)}`).json.value).toMatchObject([{ lastname: "P1", "a.name": "Company", money: 100 }]);
  });

  test("the paging cookie leads to the next page; both annotations are absent on the last", () => {
    const first = send("GET", `contacts${fetchXml(people)}`, { headers: annotated }).json;
    expect(first["@Microsoft.Dynamics.CRM.morerecords"]).toBe(true);
    const [, encoded = ""] = /pagingcookie="([^"]*)"/.exec(String(first["@Microsoft.Dynamics.CRM.fetchxmlpagingcookie"])) ?? [];
    const cookie = decodeURIComponent(decodeURIComponent(encoded));
    expect(cookie).toMatch(/^<cookie page="1"><lastname last="p2" first="p1" \/><contactid last="[0-9a-f-]{36}"/);
    const attribute = cookie.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
    const page = (n: number) => people.replace("<fetch ", `<fetch page="${n}" paging-cookie="${attribute}" `);
    expect(names(send("GET", `contacts${fetchXml(page(2))}`).json.value)).toEqual(["P3", "P4"]);
    const last = send("GET", `contacts${fetchXml(people.replace('count="2"', 'count="9"'))}`, { headers: annotated }).json;
    expect(last).not.toHaveProperty("@Microsoft.Dynamics.CRM.morerecords");
  });

  test("money comes with its currency", () => {
    const { json } = send("GET", `accounts${fetchXml('<fetch><entity name="account"><attribute name="revenue"/></entity></fetch>')}`, { headers: annotated });
    expect(json.value).toMatchObject([{ "revenue@OData.Community.Display.V1.FormattedValue": "€100.00", "_transactioncurrencyid_value@OData.Community.Display.V1.FormattedValue": "Euro" }]);
  });

  test("an alias used twice is refused", () => {
    const link = '<link-entity name="account" from="accountid" to="parentcustomerid" alias="a"/>';
    expect(send("GET", `contacts${fetchXml(`<fetch><entity name="contact">${link}${link}</entity></fetch>`)}`).json.error?.message).toContain("'a' is used by two");
  });

  test("+ for spaces, aggregates by alias, the wrong set", () => {
    expect(names(send("GET", `contacts?fetchXml=${people.replaceAll(" ", "+").replaceAll('"', "'")}`).json.value)).toEqual(["P1", "P2"]);
    const sum = '<fetch aggregate="true"><entity name="account"><attribute name="revenue" aggregate="sum" alias="total"/><attribute name="accountid" aggregate="count" alias="n"/></entity></fetch>';
    expect(send("GET", `accounts${fetchXml(sum)}`).json.value).toEqual([{ total: 100, n: 1 }]);
    expect(send("GET", `accounts${fetchXml(people)}`).json.error).toMatchObject({ code: "0x80041103" });
  });
});

test("$apply answers with path keys and measures", () => {
  const { json } = send("GET", "contacts?$apply=filter(telephone1 ne null)/groupby((parentcustomerid_account/name),aggregate($count as people))");
  expect(json.value).toEqual([{ parentcustomerid_account_name: "Company", people: 3 }]);
});
