import type { EntityReference } from "../../../local-host/service/contract";
import { codeOf, faultOf, openHostFixture, type HostFixture } from "../../builders/local-host";
import { roomSolution } from "../../builders/room-solution";

let fixture: HostFixture;
let house: EntityReference;
beforeEach(() => {
  fixture = openHostFixture();
  fixture.host.importSolution(roomSolution());
  house = { logicalName: "x_house", id: fixture.host.service.create("x_house", { x_name: "H" }) };
});
afterEach(() => fixture.remove());

const room = (row = {}): string => fixture.host.service.create("x_room", { x_name: "R", ...row });
const read = (id: string, ...columns: readonly string[]) => fixture.host.service.retrieve("x_room", { id }, columns);

test("values come back in their canonical form", () => {
  const id = room({ x_rent: "12.5", x_share: "0.12345", x_since: "2026-02-28", x_seen: "2026-03-01T10:00:00+02:00", x_tags: [3, 1, 3], x_free: false, x_beds: 4, x_number: "" });
  expect(read(id, "x_rent", "x_share", "x_since", "x_seen", "x_tags", "x_free", "x_beds", "x_kind", "x_number")).toEqual({
    x_roomid: id, x_rent: "12.5000", x_share: "0.12345", x_since: "2026-02-28", x_seen: "2026-03-01T08:00:00Z", x_tags: [1, 3], x_free: false, x_beds: 4, x_kind: 2, x_number: null,
  });
});

describe("update", () => {
  test("writes what is given, stamps the row, and takes the next version", () => {
    const id = room({ x_beds: 1 });
    const before = Number(read(id, "versionnumber")["versionnumber"]);
    fixture.host.clock.set("2026-11-24T09:00:00Z");
    fixture.host.service.update("x_room", { id }, { x_number: "7" });
    expect(read(id, "x_beds", "x_number", "createdon", "modifiedon")).toMatchObject({ x_beds: 1, x_number: "7", createdon: "2026-11-23T08:00:00Z", modifiedon: "2026-11-24T09:00:00Z" });
    expect(Number(read(id, "versionnumber")["versionnumber"])).toBeGreaterThan(before);
  });

  test("only when the stored version is the one that the caller saw", () => {
    const id = room();
    const seen = Number(read(id, "versionnumber")["versionnumber"]);
    fixture.host.service.update("x_room", { id }, { x_beds: 2 }, { ifVersion: seen });
    expect(codeOf(() => fixture.host.service.update("x_room", { id }, { x_beds: 3 }, { ifVersion: seen }))).toBe("0x80060882");
    expect(codeOf(() => fixture.host.service.delete("x_room", { id }, { ifVersion: seen }))).toBe("0x80060882");
    expect(read(id, "x_beds")["x_beds"]).toBe(2);
  });

  test("of a row that is not there is refused", () => {
    expect(faultOf(() => fixture.host.service.update("x_room", { id: house.id }, { x_beds: 1 }))).toMatchObject({ code: "0x80040217", status: 404 });
  });
});

describe("state and status reason", () => {
  test("a state alone brings its status reason", () => {
    const id = room();
    fixture.host.service.update("x_room", { id }, { statecode: 1 });
    expect(read(id, "statecode", "statuscode")).toMatchObject({ statecode: 1, statuscode: 2 });
  });

  test.each([
    ["a status reason of another state", { statuscode: 6 }], ["two that do not belong together", { statecode: 1, statuscode: 5 }],
  ])("%s is refused, on create and on update", (_, row) => {
    const id = room();
    expect(codeOf(() => room(row))).toBe("0x80048408");
    expect(codeOf(() => fixture.host.service.update("x_room", { id }, row))).toBe("0x80048408");
  });

  test("a status reason of the present state needs no state beside it", () => {
    const id = room({ statuscode: 5 });
    fixture.host.service.update("x_room", { id }, { statecode: 1, statuscode: 6 });
    fixture.host.service.update("x_room", { id }, { statuscode: 2 });
    expect(read(id, "statecode", "statuscode")).toMatchObject({ statecode: 1, statuscode: 2 });
  });
});

describe("alternate keys", () => {
  const key = () => ({ key: { x_number: "á-1", x_house: house } });

  test("find rows without regard to case and accents", () => {
    const id = room({ x_number: "A-1", x_house: house });
    expect(fixture.host.service.retrieve("x_room", key(), ["x_name"])).toEqual({ x_roomid: id, x_name: "R" });
    fixture.host.service.update("x_room", key(), { x_beds: 5 });
    expect(read(id, "x_beds")["x_beds"]).toBe(5);
  });

  test("are unique, and the refusal names the key", () => {
    room({ x_number: "A-1", x_house: house });
    const other = room({ x_number: "A-2", x_house: house });
    for (const work of [() => room({ x_number: "Á-1", x_house: house }), () => fixture.host.service.update("x_room", { id: other }, { x_number: "a-1" })]) {
      const fault = faultOf(work);
      expect([fault.code, fault.status, fault.message]).toEqual(["0x80060892", 412, expect.stringContaining("The entity key x_room_number requires")]);
    }
  });

  test("do not bind rows that leave one of their columns empty", () => {
    room({ x_number: "A-1" });
    expect(() => room({ x_number: "A-1" })).not.toThrow();
  });

  test("upsert creates with the values of the key, then updates", () => {
    const first = fixture.host.service.upsert("x_room", key(), { x_name: "made" });
    const second = fixture.host.service.upsert("x_room", key(), { x_name: "changed" });
    expect([first.created, second]).toEqual([true, { id: first.id, created: false }]);
    expect(read(first.id, "x_number", "x_name", "x_house")).toMatchObject({ x_number: "á-1", x_name: "changed", x_house: { id: house.id, name: "H" } });
  });

  test("columns that are no key are refused by name", () => {
    expect(faultOf(() => fixture.host.service.retrieve("x_room", { key: { x_beds: 1 } })).message).toContain("x_beds are no alternate key of 'x_room'");
  });
});

describe("owner", () => {
  test("a team as owner brings its own business unit", () => {
    const { service } = fixture.host;
    const unit = { logicalName: "businessunit", id: service.create("businessunit", { name: "South" }) };
    const team = { logicalName: "team", id: service.create("team", { name: "T", businessunitid: unit }) };
    const id = room({ ownerid: team });
    expect(read(id, "ownerid", "owningteam", "owninguser", "owningbusinessunit")).toMatchObject({
      ownerid: { logicalName: "team", id: team.id, name: "T" }, owningteam: { id: team.id }, owninguser: null, owningbusinessunit: { id: unit.id, name: "South" },
    });
    service.update("x_room", { id }, { ownerid: { logicalName: "systemuser", id: fixture.host.systemUserId } });
    expect(read(id, "ownerid", "owningteam")).toMatchObject({ ownerid: { logicalName: "systemuser" }, owningteam: null });
  });

  test("cannot be taken away", () => {
    expect(codeOf(() => room({ ownerid: null }))).toBe("0x80040200");
  });
});

test("a contact's full name is made of its parts", () => {
  const { service } = fixture.host;
  const id = service.create("contact", { firstname: "Anna", lastname: "Kovács" });
  service.update("contact", { id }, { lastname: "Szabó" });
  expect(service.retrieve("contact", { id }, ["fullname"])["fullname"]).toBe("Anna Szabó");
});
