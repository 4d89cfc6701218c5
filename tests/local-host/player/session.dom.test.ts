import { openSession } from "../../../local-host/player/forms/open";
import { FormSession } from "../../../local-host/player/forms/session";
import { column, makePlayer, room } from "./stage";

test("a new row begins with its presets and its parent; only what is typed after counts as unsaved", async () => {
  const table = { ...room, attributes: new Map([...room.attributes, ["x_open", column("x_open", "boolean", { preset: true })]]) };
  const session = await openSession({ ...makePlayer(), metadata: async () => table }, { table: "x_room", id: null, parent: { column: "x_house", table: "y_house", id: "h1", name: "Tall house" } });
  expect([session.value("x_open"), session.value("x_house")]).toEqual([true, { id: "h1", name: "Tall house", entityType: "y_house" }]);
  expect([session.dirty(), session.touched()]).toEqual([["x_open", "x_house"], []]);
  session.edit("x_open", false);
  expect(session.touched()).toEqual(["x_open"]);
});

test("a value set back to what is stored is no change", () => {
  const session = new FormSession(room);
  session.load({ x_roomid: "r1", x_size: 20 }, false);
  session.edit("x_size", 21);
  session.edit("x_size", 20);
  expect(session.dirty()).toEqual([]);
});

test("an inactive row is read-only, a new one never", () => {
  const table = { ...room, attributes: new Map([...room.attributes, ["statecode", column("statecode", "choice")]]) };
  const session = new FormSession(table);
  expect(session.readOnly).toBe(false);
  session.load({ x_roomid: "r1", statecode: 1 }, false);
  expect(session.readOnly).toBe(true);
});
