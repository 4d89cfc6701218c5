import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import * as React from "react";
import { readForm } from "../../../local-host/player/forms/formxml";
import { RowForm } from "../../../local-host/player/forms/RowForm";
import { FormSession } from "../../../local-host/player/forms/session";
import { makePlayer, type Sent, serve, show } from "./stage";

const grid = (relationship: string): string => `<form><tabs><tab id="t" name="t"><columns><column><sections><section id="s" name="s"><rows><row><cell id="c" showlabel="true"><labels><label description="Its rooms" languagecode="1033"/></labels>
  <control id="rooms" classid="{E7A81278-8635-4D9E-8D4D-59480B391C5B}"><parameters><TargetEntityType>x_room</TargetEntityType><ViewId>{V1}</ViewId><RelationshipName>${relationship}</RelationshipName></parameters></control>
  </cell></row></rows></section></sections></column></columns></tab></tabs></form>`;
const QUICK = `<form><tabs><tab id="q" name="q"><columns><column><sections><section id="qs" name="qs"><rows>
  <row><cell id="q1"><control id="x_name" datafieldname="x_name" classid=""/></cell></row><row><cell id="q2"><control id="x_house" datafieldname="x_house" classid=""/></cell></row></rows></section></sections></column></columns></tab></tabs></form>`;
const VIEW = { savedqueryid: "v1", name: "Rooms", querytype: 0, layoutxml: `<grid><row id="x_roomid"><cell name="x_name" width="200"/></row></grid>`, fetchxml: `<fetch><entity name="x_room"><attribute name="x_name"/></entity></fetch>` };
const ID = "0b9d5b1c-1111-2222-3333-444444444444";

async function open(relationship: string, quickForms: readonly object[]): Promise<Sent[]> {
  const sent = serve(({ url, method }) => {
    if (url.includes("savedqueries")) return { body: { value: [VIEW] } };
    if (url.includes("systemforms")) return { body: { value: quickForms } };
    if (method === "POST") return { status: 204, headers: { "OData-EntityId": `http://h/api/data/v9.2/x_rooms(${ID})` } };
    return url.includes("fetchXml") ? { body: { value: [{ x_roomid: "r1", x_name: "Hall" }] } } : { body: { x_roomid: ID, x_name: "Attic" } };
  });
  const player = makePlayer();
  const session = new FormSession(await player.metadata("y_house"));
  session.load({ y_houseid: "h1", y_name: "Tall house" }, false);
  show(player, <RowForm session={session} model={readForm(grid(relationship))} turn={0} kind="page" onClose={() => undefined} />);
  return sent;
}

test("a subgrid shows the rows that point to the row", async () => {
  const sent = await open("y_house_x_room", []);
  await screen.findByRole("link", { name: "Hall" });
  expect(sent.find(({ url }) => url.includes("fetchXml"))?.url).toContain('<condition attribute="x_house" operator="eq" value="h1"/>');
});

test("a new related row is made in the quick create form, already pointing to the row; then the grid is read again", async () => {
  const sent = await open("y_house_x_room", [{ formid: "f1", name: "Quick", formxml: QUICK, type: 7 }]);
  fireEvent.click(await screen.findByRole("button", { name: "New: Its rooms" }));
  const panel = within(await screen.findByRole("dialog"));
  const name = await panel.findByRole("textbox", { name: "X_NAME" });
  expect(panel.getByRole("group", { name: "X_HOUSE" }).textContent).toContain("Tall house");
  const reads = sent.filter(({ url }) => url.includes("fetchXml")).length;
  fireEvent.change(name, { target: { value: "Attic" } });
  fireEvent.blur(name);
  fireEvent.click(panel.getByRole("button", { name: "Save and close" }));
  await waitFor(() => { expect(sent.filter(({ url }) => url.includes("fetchXml")).length).toBeGreaterThan(reads); });
  expect(sent.find(({ method, url }) => method === "POST" && url.startsWith("/api"))?.body).toEqual({ "x_House@odata.bind": "/y_houses(h1)", x_name: "Attic" });
});

test("without a quick create form the main form opens, with the parent in its address", async () => {
  await open("y_house_x_room", []);
  fireEvent.click(await screen.findByRole("button", { name: "New: Its rooms" }));
  await waitFor(() => { expect(window.location.pathname).toBe("/app/x_room/new"); });
  expect(new URLSearchParams(window.location.search).get("parent")).toBe("x_house:y_house:h1");
});

test("a relationship that is no lookup is refused by name and noted", async () => {
  const sent = await open("x_many_to_many", []);
  await screen.findByText(/x_many_to_many is no lookup from x_room to y_house/);
  expect(sent).toContainEqual(expect.objectContaining({ url: "/__local/unsupported", body: { kind: "subgrid relationship", what: "x_many_to_many" } }));
});
