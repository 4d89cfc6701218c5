import type { EntityReference } from "../../../local-host/service/contract";
import { faultOf, openHostFixture, type HostFixture } from "../../builders/local-host";
import { roomSolution } from "../../builders/room-solution";

let fixture: HostFixture;
let house: EntityReference, room: EntityReference, contact: EntityReference;
const make = (logicalName: string, row: Readonly<Record<string, never>> | Readonly<Record<string, string | EntityReference>>): EntityReference => ({ logicalName, id: fixture.host.service.create(logicalName, row) });
beforeEach(() => {
  fixture = openHostFixture();
  fixture.host.importSolution(roomSolution());
  house = make("x_house", { x_name: "H" });
  room = make("x_room", { x_name: "R", x_house: house });
  contact = make("contact", { lastname: "K" });
});
afterEach(() => fixture.remove());

const count = (table: string): unknown => fixture.host.sql.get(`SELECT COUNT(*) AS n FROM ${table}`)?.["n"];

describe("deleting a row", () => {
  test("is refused while rows point to it by a restricting relationship", () => {
    const fault = faultOf(() => fixture.host.service.delete("x_house", { id: house.id }));
    expect([fault.code, fault.message]).toEqual(["0x80040227", expect.stringContaining("rows of 'x_room' point to it by 'x_house'")]);
    fixture.host.service.delete("x_room", { id: room.id });
    fixture.host.service.delete("x_house", { id: house.id });
    expect([count("x_room"), count("x_house")]).toEqual([0, 0]);
  });

  test("takes its own parts along, and their parts: desks, notes and tasks", () => {
    make("x_desk", { x_name: "D", x_room: room });
    make("annotation", { subject: "N", objectid: room });
    const other = make("task", { subject: "other", regardingobjectid: contact });
    make("task", { subject: "T", regardingobjectid: room });
    fixture.host.service.delete("x_room", { id: room.id });
    expect([count("x_desk"), count("annotation"), fixture.host.sql.all("SELECT activityid AS id FROM task")]).toEqual([0, 0, [{ id: other.id }]]);
  });

  test("empties the lookups of rows that only mention it", () => {
    const desk = make("x_desk", { x_name: "D", x_keeper: contact });
    fixture.host.service.delete("contact", { id: contact.id });
    expect(fixture.host.service.retrieve("x_desk", { id: desk.id }, ["x_keeper"])["x_keeper"]).toBeNull();
  });

  test("ends even when two rows own each other", () => {
    const other = make("contact", { lastname: "L", parentcustomerid: contact });
    fixture.host.service.update("contact", { id: contact.id }, { parentcustomerid: other });
    fixture.host.service.delete("contact", { id: contact.id });
    expect(count("contact")).toBe(0);
  });

  test("that is not there is refused", () => {
    expect(faultOf(() => fixture.host.service.delete("x_room", { id: house.id })).code).toBe("0x80040217");
  });
});

describe("associating rows", () => {
  test("many to many: twice is once, from either side; disassociating twice is no error", () => {
    fixture.host.service.associate("x_room_contact", room, contact);
    fixture.host.service.associate("x_room_contact", contact, room);
    expect(fixture.host.sql.all("SELECT x_roomid, contactid FROM x_room_contact")).toEqual([{ x_roomid: room.id, contactid: contact.id }]);
    fixture.host.service.disassociate("x_room_contact", contact, room);
    fixture.host.service.disassociate("x_room_contact", contact, room);
    expect(count("x_room_contact")).toBe(0);
  });

  test("the pair goes when one of the two goes", () => {
    fixture.host.service.associate("x_room_contact", room, contact);
    fixture.host.service.delete("contact", { id: contact.id });
    expect(count("x_room_contact")).toBe(0);
  });

  test("one to many: it is the lookup", () => {
    const desk = make("x_desk", { x_name: "D" });
    const points = () => fixture.host.service.retrieve("x_desk", { id: desk.id }, ["x_room"])["x_room"];
    fixture.host.service.associate("x_room_desk", room, desk);
    expect(points()).toMatchObject({ id: room.id });
    const elsewhere = make("x_room", { x_name: "other" });
    fixture.host.service.disassociate("x_room_desk", elsewhere, desk);
    expect(points()).toMatchObject({ id: room.id });
    fixture.host.service.disassociate("x_room_desk", room, desk);
    expect(points()).toBeNull();
  });

  test("by a relationship that does not join them is refused by name", () => {
    expect(faultOf(() => fixture.host.service.associate("x_room_desk", room, contact)).message).toBe("No relationship 'x_room_desk' joins 'x_room' and 'contact'.");
  });
});

test("a lookup to several tables keeps which one it points to", () => {
  const tasks = [room, contact].map((regardingobjectid) => make("task", { subject: "T", regardingobjectid }));
  expect(tasks.map(({ id }) => fixture.host.service.retrieve("task", { id }, ["regardingobjectid"])["regardingobjectid"])).toMatchObject([{ logicalName: "x_room", name: "R" }, { logicalName: "contact", name: "K" }]);
});
