import { openHostFixture } from "../../builders/local-host";
import { roomSolution } from "../../builders/room-solution";

test("a store of an older host gets the standard tables of this one and keeps what packages and people put in", () => {
  const fixture = openHostFixture();
  const { host } = fixture;
  host.importSolution(roomSolution());
  const room = { logicalName: "x_room", id: host.service.create("x_room", { x_name: "R" }) };
  host.service.create("task", { subject: "T", regardingobjectid: room });
  host.sql.run("DELETE FROM systemuserroles");
  host.sql.run("DELETE FROM role");
  // As an older host would have left it: other standard tables, and a column of a standard table not there yet.
  const older = JSON.parse(String(host.sql.get("SELECT value FROM __setting WHERE name = 'metadata'")?.["value"])) as { tables: { logicalName: string; columns: { logicalName: string }[] }[] };
  for (const table of older.tables) if (table.logicalName === "account") table.columns = table.columns.filter((column) => column.logicalName !== "tickersymbol");
  host.sql.run("UPDATE __setting SET value = ? WHERE name = 'metadata'", [JSON.stringify(older)]);
  host.sql.run("UPDATE __setting SET value = 'older' WHERE name = 'standard'");
  host.sql.run("ALTER TABLE account DROP COLUMN tickersymbol");

  const { service } = fixture.reopen();
  const account = service.create("account", { name: "A", tickersymbol: "AAA" });
  expect(service.retrieve("account", { id: account }, ["tickersymbol"])["tickersymbol"]).toBe("AAA");
  expect(service.retrieve("x_room", { id: room.id }, ["x_name"])["x_name"]).toBe("R");
  expect(service.metadata.tables.get("task")?.columns.get("regardingobjectid")?.targets).toContain("x_room");
  expect(service.metadata.manyToMany.filter(({ schemaName }) => schemaName.startsWith("x_"))).toHaveLength(1);
  expect(fixture.host.sql.all("SELECT r.name FROM systemuserroles s JOIN role r ON r.roleid = s.roleid WHERE s.systemuserid = ?", [fixture.host.systemUserId])).toEqual([{ name: "System Administrator" }]);
  fixture.remove();
});
