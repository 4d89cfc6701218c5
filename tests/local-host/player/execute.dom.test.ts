import { execute, type ExecuteRequest } from "../../../local-host/player/xrm/execute";
import { makePlayer, serve } from "./stage";

const ID = "0b9d5b1c-1111-2222-3333-444444444444";
const request = (metadata: object, parameters: object): ExecuteRequest => ({ ...parameters, getMetadata: () => metadata });

test.each<[string, object, object, string, string, unknown]>([
  ["an action's Guid goes as text", { operationType: 0, operationName: "x_Move" }, { RoomId: { guid: ID.toUpperCase() }, Note: "a'b" }, "POST", "/api/data/v9.2/x_Move", { RoomId: ID, Note: "a'b" }],
  ["an action's row goes with its type", { operationType: 0, operationName: "x_Move" }, { Room: { entityType: "x_room", id: `{${ID}}` } }, "POST", "/api/data/v9.2/x_Move", { Room: { "@odata.type": "Microsoft.Dynamics.CRM.x_room", x_roomid: ID } }],
  ["a bound action is addressed by its row", { operationType: 0, operationName: "x_Lock", boundParameter: "entity" }, { entity: { entityType: "x_room", id: ID } }, "POST", `/api/data/v9.2/x_rooms(${ID})/Microsoft.Dynamics.CRM.x_Lock`, {}],
  ["a function's parameters go in the address", { operationType: 1, operationName: "x_Free" }, { RoomId: { guid: ID }, Name: "a'b", Size: 3 }, "GET", `/api/data/v9.2/x_Free(RoomId=@p0,Name=@p1,Size=@p2)?@p0=${ID}&@p1='a''b'&@p2=3`, undefined],
])("%s", async (_, metadata, parameters, method, url, body) => {
  const sent = serve(() => ({ status: 204 }));
  await execute(request(metadata, parameters), makePlayer());
  expect(sent).toMatchObject([{ method, url }]);
  expect(sent[0]?.body).toEqual(body);
});

test("a CRUD request is refused by name", async () => {
  serve(() => ({ status: 204 }));
  await expect(execute(request({ operationType: 2, operationName: "Create" }, {}), makePlayer())).rejects.toMatchObject({ message: expect.stringContaining("operation type 2 is not supported") as string });
});

test("a refusal of the server is a rejection, as on the platform", async () => {
  serve(() => ({ status: 400, body: { error: { code: "0x80040265", message: "Not now." } } }));
  await expect(execute(request({ operationType: 0, operationName: "x_Move" }, {}), makePlayer())).rejects.toMatchObject({ errorCode: 0x80040265, message: "Not now." });
});
