import { openHostFixture, type HostFixture } from "../../builders/local-host";
import { fold } from "../../../local-host/store/fold";

let fixture: HostFixture;
beforeEach(() => { fixture = openHostFixture(); });
afterEach(() => fixture.remove());

const names = (): readonly unknown[] => fixture.host.sql.all("SELECT name FROM account ORDER BY name").map((row) => row["name"]);

test("a nested transaction that throws takes back its own part only", () => {
  const { sql, service } = fixture.host;
  sql.transaction(() => {
    service.create("account", { name: "outer" });
    expect(() => sql.transaction(() => {
      service.create("account", { name: "inner" });
      throw new Error("no");
    })).toThrow("no");
    service.create("account", { name: "after" });
  });
  expect(names()).toEqual(["after", "outer"]);
});

test("a row that was rolled back is not taken for an existing one afterwards", () => {
  const { sql, service } = fixture.host;
  let lost = "";
  expect(() => sql.transaction(() => {
    lost = service.create("contact", { lastname: "Lost" });
    throw new Error("no");
  })).toThrow("no");
  expect(() => service.create("account", { name: "A", primarycontactid: { logicalName: "contact", id: lost } })).toThrow("Does Not Exist");
});

test("work for after the commit runs once the outermost transaction is in, and is dropped with what was rolled back", () => {
  const { sql } = fixture.host;
  const told: string[] = [];
  sql.transaction(() => {
    sql.onCommit(() => told.push("outer"));
    expect(() => sql.transaction(() => { sql.onCommit(() => told.push("inner")); throw new Error("no"); })).toThrow("no");
    expect(told).toEqual([]);
  });
  sql.onCommit(() => told.push("at once"));
  expect(told).toEqual(["outer", "at once"]);
});

test("a statement that failed can be used again", () => {
  const { sql } = fixture.host;
  sql.run("CREATE TABLE __try (id TEXT PRIMARY KEY)");
  sql.run("INSERT INTO __try VALUES (?)", ["a"]);
  expect(() => sql.run("INSERT INTO __try VALUES (?)", ["a"])).toThrow("UNIQUE");
  sql.run("INSERT INTO __try VALUES (?)", ["b"]);
  expect(sql.all("SELECT id FROM __try ORDER BY id")).toEqual([{ id: "a" }, { id: "b" }]);
});

test.each([["Árvíztűrő", "ARVIZTURO"], ["Straße", "straße"], ["ÎLE", "ile"], ["plain 12", "PLAIN 12"]])("%s and %s are the same text, in SQL too", (a, b) => {
  expect(fold(a)).toBe(fold(b));
  expect(fixture.host.sql.get("SELECT fold(?) = fold(?) AS same", [a, b])).toEqual({ same: 1 });
});

test("the clock stands where it was set, refuses what is no time, and goes on its own when set to null", () => {
  const { clock } = fixture.host;
  expect(clock.now()).toBe("2026-11-23T08:00:00Z");
  expect(() => clock.set("yesterday")).toThrow("YYYY-MM-DDTHH:MM:SSZ");
  clock.set(null);
  expect(clock.now()).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
});

test("a row that was read does not keep the store from dropping an index, as a newer package may ask", () => {
  const { sql } = fixture.host;
  sql.run(`CREATE INDEX "own_index" ON account (name)`);
  expect(sql.get("SELECT name FROM sqlite_master WHERE name = 'own_index'")).toEqual({ name: "own_index" });
  sql.run(`DROP INDEX "own_index"`);
  expect(sql.get("SELECT name FROM sqlite_master WHERE name = 'own_index'")).toBeNull();
});
