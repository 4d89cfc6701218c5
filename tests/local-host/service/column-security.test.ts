import { openHostFixture, codeOf, type HostFixture } from "../../builders/local-host";
import { deskTable, houseTable, roomSolution, roomTable } from "../../builders/room-solution";
import type { PluginExecution } from "../../../local-host/pipeline/plugin";
import { stepXml } from "../../builders/solution-zip";

const PROFILE = "0c000000-0000-4000-8000-000000000001";
const secured = "<IsSecured>1</IsSecured>";
const room = { ...roomTable, columns: [
  ...roomTable.columns, { name: "x_secret", type: "nvarchar", part: `<MaxLength>100</MaxLength>${secured}` }, { name: "x_fine", type: "int", part: secured },
  { name: "x_hushed", type: "picklist", part: `<OptionSetName>x_kinds</OptionSetName>${secured}` },
] };
const rights = (column: string, [read, create, update]: readonly [number, number, number]): string =>
  `<FieldPermission><EntityName>x_room</EntityName><AttributeName>${column}</AttributeName><CanRead>${read}</CanRead><CanUpdate>${update}</CanUpdate><CanCreate>${create}</CanCreate></FieldPermission>`;
const profile = (permissions: string): string =>
  `<FieldSecurityProfiles><FieldSecurityProfile name="Keepers" description="Know it" fieldsecurityprofileid="{${PROFILE}}"><FieldPermissions>${permissions}</FieldPermissions></FieldSecurityProfile></FieldSecurityProfiles>`;
const all = ["x_secret", "x_fine", "x_hushed"].map((name) => rights(name, [4, 4, 4])).join("");
const zip = (permissions = all, more = "") => roomSolution({ tables: [room, houseTable, deskTable], more: profile(permissions) + more });

let fixture: HostFixture;
afterEach(() => fixture.remove());

const open = (bytes = zip(), plugins = {}): HostFixture => {
  fixture = openHostFixture(plugins);
  fixture.host.importSolution(bytes);
  return fixture;
};

const send = (method: string, path: string, { caller, body }: { readonly caller?: string; readonly body?: unknown } = {}) => {
  const headers = { prefer: 'odata.include-annotations="*"', ...(caller === undefined ? {} : { mscrmcallerid: caller }) };
  const answer = fixture.host.web({ method, url: `/api/data/v9.2/${path}`, headers, body: body === undefined ? "" : JSON.stringify(body), origin: "http://127.0.0.1:1" });
  return { status: answer.status, body: answer.body === "" ? {} : JSON.parse(String(answer.body)) as Record<string, unknown> };
};
const user = (name: string): string => fixture.host.service.create("systemuser", { fullname: name });
const relate = (relationship: string, [table, id]: readonly [string, string], [other, otherId]: readonly [string, string]): void => {
  fixture.host.service.associate(relationship, { logicalName: table, id }, { logicalName: other, id: otherId });
};
const member = (name = "Member"): string => {
  const id = user(name);
  relate("systemuserprofiles_association", ["systemuser", id], ["fieldsecurityprofile", PROFILE]);
  return id;
};
const filled = (secret = "S1", fine = 70): string => fixture.host.service.create("x_room", { x_name: "R", x_secret: secret, x_fine: fine, x_hushed: 1, x_beds: 3 });

test("a package's profiles become rows; a later version without a permission takes it away", () => {
  const report = open().host.importSolution(zip(rights("x_secret", [4, 0, 0])));
  expect([report.imported["FieldSecurityProfiles"], report.ignored]).toEqual([1, []]);
  const id = filled();
  const reader = member();
  expect(send("GET", `x_rooms(${id})?$select=x_secret,x_fine`, { caller: reader }).body).toMatchObject({ x_secret: "S1", x_fine: null });
  expect(send("GET", `fieldpermissions?$select=attributelogicalname,canread,canupdate&$filter=_fieldsecurityprofileid_value eq ${PROFILE}`).body["value"])
    .toEqual([expect.objectContaining({ attributelogicalname: "x_secret", canread: 4, "canread@OData.Community.Display.V1.FormattedValue": "Allowed", canupdate: 0 })]);
});

describe("who reads a secured column", () => {
  const readers: readonly (readonly [who: string, make: () => string | undefined, sees: boolean])[] = [
    ["the host's own user", () => undefined, true],
    ["a member of the profile", () => member(), true],
    ["a member of a team that is one", () => {
      const [id, team] = [user("T"), fixture.host.service.create("team", { name: "Team" })];
      relate("teammembership_association", ["team", team], ["systemuser", id]);
      relate("teamprofiles_association", ["team", team], ["fieldsecurityprofile", PROFILE]);
      return id;
    }, true],
    ["a System Administrator", () => {
      const id = user("A");
      const role = String(fixture.host.sql.get("SELECT roleid FROM role WHERE name = 'System Administrator'")?.["roleid"]);
      relate("systemuserroles_association", ["systemuser", id], ["role", role]);
      return id;
    }, true],
    ["anybody else", () => user("O"), false],
    ["who was taken out of the profile", () => {
      const id = member();
      fixture.host.service.disassociate("systemuserprofiles_association", { logicalName: "systemuser", id }, { logicalName: "fieldsecurityprofile", id: PROFILE });
      return id;
    }, false],
  ];

  test.each(readers)("%s", (_, make, sees) => {
    open();
    const [id, caller] = [filled(), make()];
    const asked = caller === undefined ? {} : { caller };
    const { body } = send("GET", `x_rooms(${id})?$select=x_secret,x_hushed,x_beds`, asked);
    expect(body).toMatchObject({ x_beds: 3, x_secret: sees ? "S1" : null, x_hushed: sees ? 1 : null });
    expect("x_hushed@OData.Community.Display.V1.FormattedValue" in body).toBe(sees);
    const { service } = fixture.host;
    expect(service.retrieve("x_room", { id }, undefined, caller === undefined ? {} : { userId: caller })["x_secret"]).toBe(sees ? "S1" : null);
    const fetched = send("GET", `x_rooms?fetchXml=${encodeURIComponent('<fetch><entity name="x_room"><attribute name="x_name"/><attribute name="x_secret"/></entity></fetch>')}`, asked).body["value"] as Record<string, unknown>[];
    expect(fetched.map((row) => "x_secret" in row)).toEqual([sees]);
  });
});

const fetch = (inside: string, options = ""): string => `x_rooms?fetchXml=${encodeURIComponent(`<fetch ${options}><entity name="x_room">${inside}</entity></fetch>`)}`;
const condition = (column: string, operator: string, value: string): string => fetch(`<attribute name="x_name"/><filter><condition attribute="${column}" operator="${operator}" value="${value}"/></filter>`);

describe("no query tells who may not read what the values are", () => {
  test.each([
    "x_rooms?$select=x_name,x_secret,x_fine,x_hushed", "x_rooms", "x_rooms?$filter=x_secret eq 'S1'", "x_rooms?$filter=x_secret ne 'S1'", "x_rooms?$filter=startswith(x_secret,'S')", "x_rooms?$filter=not contains(x_secret,'1')",
    "x_rooms?$filter=x_fine gt 7", "x_rooms?$filter=x_fine in (9)", "x_rooms?$filter=x_secret eq null", "x_rooms?$filter=x_secret ne null", "x_rooms?$filter=x_fine gt x_beds", "x_rooms?$filter=x_beds lt x_fine",
    "x_rooms?$orderby=x_secret&$select=x_name", "x_rooms?$orderby=x_fine desc&$select=x_name&$top=1", "x_rooms/$count?$filter=x_fine gt 7", "x_rooms?$count=true&$filter=x_fine gt 7",
    "x_rooms?$apply=groupby((x_secret),aggregate($count as n))", "x_rooms?$apply=aggregate(x_fine with sum as total,x_fine with max as most)", "x_desks?$filter=x_room/x_secret eq 'S1'", "x_desks?$expand=x_room($select=x_secret,x_fine)",
    "x_houses?$filter=x_house_room/any(r:r/x_fine gt 7)", "x_houses?$expand=x_house_room($filter=x_fine gt 7;$orderby=x_fine)",
    condition("x_secret", "like", "S%"), condition("x_secret", "not-like", "S%"), condition("x_fine", "ge", "9"), condition("x_hushed", "eq", "1"),
    fetch('<attribute name="x_fine" aggregate="sum" alias="s"/><attribute name="x_secret" groupby="true" alias="g"/>', 'aggregate="true"'), fetch('<attribute name="x_secret"/>', 'distinct="true"'),
    fetch('<attribute name="x_name"/><order attribute="x_hushed"/><link-entity name="x_room" from="x_secret" to="x_secret" alias="twin"><attribute name="x_fine"/></link-entity>'),
  ])("%s", (query) => {
    const { host } = open();
    const house = { logicalName: "x_house", id: host.service.create("x_house", { x_name: "H" }) };
    const rooms = [["S1", 9], ["T2", 5]].map(([secret, fine], index) =>
      host.service.create("x_room", { x_name: `R${index}`, x_house: house, x_secret: secret ?? null, x_fine: fine ?? null, x_hushed: 1, x_beds: 7 }));
    host.service.create("x_desk", { x_name: "D", x_room: { logicalName: "x_room", id: rooms[0] ?? "" } });
    const outsider = user("O");
    const before = send("GET", query, { caller: outsider });
    expect(before.status).toBe(200);
    // Past the service, so that versions and stamps stay and only what is hidden differs.
    host.sql.run("UPDATE x_room SET x_secret = CASE x_secret WHEN 'S1' THEN 'T2' ELSE NULL END, x_fine = 14 - x_fine, x_hushed = 2");
    expect(send("GET", query, { caller: outsider })).toEqual(before);
    expect(JSON.stringify(before)).not.toMatch(/S1|T2/);
  });
});

describe("writing a secured column", () => {
  const create = (caller: string) => send("POST", "x_rooms", { caller, body: { x_name: "N", x_secret: "new" } });
  const update = (caller: string, id: string) => send("PATCH", `x_rooms(${id})`, { caller, body: { x_name: "N", x_secret: "new" } });

  test("without the permission is refused with the platform's code of a missing privilege, and nothing of the request is written", () => {
    open();
    const [id, outsider] = [filled(), user("O")];
    const refused = [
      create(outsider), update(outsider, id), send("PUT", `x_rooms(${id})/x_secret`, { caller: outsider, body: { value: "new" } }), send("DELETE", `x_rooms(${id})/x_secret`, { caller: outsider }),
      send("PATCH", "x_rooms(0a0b0c0d-0000-4000-8000-00000000000f)", { caller: outsider, body: { x_name: "N", x_secret: "new" } }),
      send("POST", "x_rooms/Microsoft.Dynamics.CRM.UpdateMultiple", { caller: outsider, body: { Targets: [{ "@odata.type": "Microsoft.Dynamics.CRM.x_room", x_roomid: id, x_fine: 1 }] } }),
    ];
    expect(refused.map(({ status, body }) => [status, (body["error"] as { code: string }).code])).toEqual(refused.map(() => [403, "0x80040220"]));
    expect((refused[1]?.body["error"] as { message: string }).message).toBe(`The user with Id = ${outsider} does not have Update permission for the secured attribute 'x_secret' of the entity 'x_room'. A field security profile gives it.`);
    expect(fixture.host.sql.all("SELECT x_name, x_secret FROM x_room")).toEqual([{ x_name: "R", x_secret: "S1" }]);
    expect(send("PATCH", `x_rooms(${id})`, { caller: outsider, body: { x_name: "N" } }).status).toBe(204);
  });

  test.each([["create", [0, 4, 0] as const, [204, 403]], ["update", [0, 0, 4] as const, [403, 204]], ["both", [0, 4, 4] as const, [204, 204]]])("the permission to %s is one by itself", (_, allowed, statuses) => {
    open(zip(rights("x_secret", allowed)));
    const [id, writer] = [filled(), member()];
    expect([create(writer).status, update(writer, id).status]).toEqual(statuses);
    expect(send("GET", `x_rooms(${id})`, { caller: writer }).body["x_secret"]).toBeNull();
  });
});

test("a plug-in that acts for a user reads as that user, one that acts for the system reads everything; images have it all", () => {
  const seen: unknown[] = [];
  const look = ({ service, context }: PluginExecution): void => {
    const id = context.primaryId ?? "";
    seen.push(service.retrieve("x_room", { id }, ["x_secret"])["x_secret"], service.retrieve("x_room", { id }, ["x_secret"], { userId: fixture.host.systemUserId })["x_secret"], context.preImage?.["x_secret"]);
  };
  const step = stepXml({ id: "7", message: "Update", table: "x_room", stage: 40, filtering: "x_beds", images: [{ kind: 0, columns: "x_secret" }] });
  open(zip(all, `<SdkMessageProcessingSteps>${step}</SdkMessageProcessingSteps>`), { "Test.Plugin": look });
  send("PATCH", `x_rooms(${filled()})`, { caller: user("O"), body: { x_beds: 4 } });
  expect(seen).toEqual([null, "S1", "S1"]);
});

test("metadata say which columns are secured and can be; the privileges of a user and of a team are told by column", () => {
  open(zip(rights("x_secret", [4, 0, 4])));
  const attributes = send("GET", "EntityDefinitions(LogicalName='x_room')/Attributes?$select=LogicalName,IsSecured,CanBeSecuredForRead").body["value"] as { LogicalName: string; IsSecured: boolean; CanBeSecuredForRead: boolean; MetadataId: string }[];
  const of = (name: string) => attributes.find((each) => each.LogicalName === name);
  expect([of("x_secret"), of("x_beds"), of("x_number"), of("x_house"), of("x_name"), of("createdon")].map((each) => [each?.IsSecured, each?.CanBeSecuredForRead]))
    .toEqual([[true, true], [false, true], [false, false], [false, false], [false, false], [false, false]]);
  const privileges = (set: string, id: string) => (send("GET", `${set}(${id})/Microsoft.Dynamics.CRM.RetrievePrincipalAttributePrivileges()`).body["AttributePrivileges"] as { AttributeId: string }[])
    .filter((each) => each.AttributeId === of("x_secret")?.MetadataId);
  const team = fixture.host.service.create("team", { name: "T" });
  expect(privileges("systemusers", member())).toEqual([{ AttributeId: of("x_secret")?.MetadataId, CanRead: 4, CanCreate: 0, CanUpdate: 4 }]);
  expect([...privileges("teams", team), ...privileges("systemusers", fixture.host.systemUserId)]).toMatchObject([{ CanRead: 0, CanUpdate: 0 }, { CanRead: 4, CanCreate: 4 }]);
});

test.each([
  ["the primary name", { ...houseTable, columns: [{ name: "x_name", type: "nvarchar", part: `<MaxLength>9</MaxLength>${secured}`, mask: "PrimaryName" }] }],
  ["a part of an alternate key", { ...houseTable, columns: [{ name: "x_street", type: "nvarchar", part: `<MaxLength>9</MaxLength>${secured}` }], keys: { x_street: ["x_street"] } }],
])("%s cannot be secured", (_, table) => {
  fixture = openHostFixture();
  expect(codeOf(() => fixture.host.importSolution(roomSolution({ tables: [roomTable, table, deskTable] })))).toBe("0x80048067");
});

test("a batch acts for one user in all of its parts", () => {
  open();
  const [id, outsider] = [filled(), user("O")];
  const body = `--b\r\nContent-Type: application/http\r\n\r\nGET x_rooms(${id})?$select=x_secret HTTP/1.1\r\n\r\n\r\n--b--`;
  const answer = fixture.host.web({ method: "POST", url: "/api/data/v9.2/$batch", headers: { "content-type": "multipart/mixed; boundary=b", mscrmcallerid: outsider }, body, origin: "http://127.0.0.1:1" });
  expect([answer.status, String(answer.body).includes("S1"), String(answer.body).includes('"x_secret":null')]).toEqual([200, false, true]);
});
