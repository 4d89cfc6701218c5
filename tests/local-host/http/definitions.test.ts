import { SaxesParser } from "saxes";
import { openTestHost, ORIGIN } from "./host";

const host = openTestHost();
const { send } = host;
afterAll(() => { host.close(); });

const account = "EntityDefinitions(LogicalName='account')";

test("what dataverse-ify asks first: the name of the set", () => {
  for (const path of [`${account}?$select=EntitySetName`, "EntityDefinitions(LogicalName=%27account%27)?$select=EntitySetName"]) {
    const { json } = send("GET", path);
    expect(Object.keys(json)).toEqual(["@odata.context", "MetadataId", "EntitySetName"]);
    expect(json["EntitySetName"]).toBe("accounts");
  }
});

test.each(["__proto__", "constructor", "toString"])("what every object inherits (%s) is no part of the metadata", (name) => {
  for (const path of [`EntityDefinitions?$expand=${name}`, `EntityDefinitions?$select=${name}`, `${account}/${name}`]) expect(send("GET", path).json.error?.message).toContain(`'${name}'`);
});

test("a definition is found by its MetadataId, too", () => {
  const id = String(send("GET", account).json["MetadataId"]);
  expect(send("GET", `EntityDefinitions(${id})`).json["LogicalName"]).toBe("account");
});

test("$expand=Attributes with nested $select; lists with $filter", () => {
  const { json } = send("GET", `${account}?$select=LogicalName&$expand=Attributes($select=LogicalName,AttributeType;$filter=AttributeType eq Microsoft.Dynamics.CRM.AttributeTypeCode'Money'),Keys($select=KeyAttributes)`);
  expect(json["Attributes"]).toContainEqual(expect.objectContaining({ "@odata.type": "#Microsoft.Dynamics.CRM.MoneyAttributeMetadata", LogicalName: "revenue", AttributeType: "Money" }));
  expect(json["Keys"]).toMatchObject([{ KeyAttributes: ["accountnumber"] }]);
  const list = send("GET", "EntityDefinitions?$select=LogicalName&$filter=IsActivity eq true and LogicalName ne 'task'").json.value ?? [];
  expect(list.map((row) => row["LogicalName"])).toContain("phonecall");
  expect(list.map((row) => row["LogicalName"])).not.toContain("task");
});

test("casts of columns with their options, in the client's language", () => {
  const path = `${account}/Attributes(LogicalName='accountcategorycode')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet,GlobalOptionSet`;
  const { json } = send("GET", path, { headers: { "accept-language": "hu" } });
  expect(json).toMatchObject({ GlobalOptionSet: null, OptionSet: { Options: [{ Value: 1, Label: { UserLocalizedLabel: { Label: "Kiemelt ügyfél" } } }, { Value: 2, Label: { UserLocalizedLabel: { Label: "Standard" } } }] } });
  const booleans = send("GET", `${account}/Attributes/Microsoft.Dynamics.CRM.BooleanAttributeMetadata?$select=LogicalName&$expand=OptionSet`).json.value ?? [];
  expect(booleans).toContainEqual(expect.objectContaining({ LogicalName: "creditonhold", OptionSet: expect.objectContaining({ TrueOption: expect.objectContaining({ Value: 1 }) as object }) as object }));
  expect(send("GET", `${account}/Attributes/Microsoft.Dynamics.CRM.StatusAttributeMetadata?$expand=OptionSet`).json.value).toMatchObject([{ OptionSet: { Options: [{ Value: 1, State: 0 }, { Value: 2, State: 1 }] } }]);
});

test("relationships from both sides and by schema name", () => {
  const { value = [] } = send("GET", `${account}/ManyToOneRelationships`).json;
  expect(value).toContainEqual(expect.objectContaining({ ReferencingAttribute: "primarycontactid", ReferencedEntity: "contact", ReferencingEntityNavigationPropertyName: "primarycontactid" }));
  expect(send("GET", "EntityDefinitions(LogicalName='contact')/OneToManyRelationships").json.value).toContainEqual(expect.objectContaining({ SchemaName: "account_primary_contact" }));
  expect(send("GET", "RelationshipDefinitions(SchemaName='account_tag')/Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata").json).toMatchObject({ IntersectEntityName: "account_tag" });
});

test("refused: unknown tables, properties, options, writes", () => {
  expect(send("GET", "EntityDefinitions(LogicalName='nope')").status).toBe(404);
  expect(send("GET", `${account}?$select=Nope`).json.error?.message).toContain("'Nope'");
  expect(send("GET", "EntityDefinitions?$orderby=LogicalName").json.error?.message).toContain("$orderby is not supported");
  expect(send("POST", "EntityDefinitions", { body: {} }).status).toBe(501);
});

test("$metadata is well-formed XML with every set; the service document lists the sets", () => {
  const { body, headers } = send("GET", "$metadata");
  expect(headers["content-type"]).toContain("application/xml");
  const sets: string[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => { if (name === "EntitySet") sets.push(attributes["Name"] ?? ""); });
  parser.write(String(body)).close();
  expect(sets).toContain("accounts");
  expect(send("GET", "").json).toMatchObject({ "@odata.context": `${ORIGIN}/api/data/v9.2/$metadata` });
});
