import { openHostFixture } from "../../builders/local-host";

test("FetchXML compares texts without regard to case and accents, and knows the host's clock", () => {
  const fixture = openHostFixture();
  const { service, clock } = fixture.host;
  service.create("account", { name: "Árvíz Kft" });
  clock.set("2026-12-24T08:00:00Z");
  service.create("account", { name: "Other" });
  const names = (condition: string) => service.fetch(`<fetch><entity name="account"><attribute name="name"/><filter>${condition}</filter></entity></fetch>`).rows.map((row) => row["name"]);
  expect(names(`<condition attribute="name" operator="eq" value="ARVIZ kft"/>`)).toEqual(["Árvíz Kft"]);
  expect(names(`<condition attribute="createdon" operator="today"/>`)).toEqual(["Other"]);
  fixture.remove();
});
