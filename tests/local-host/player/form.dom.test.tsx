import { fireEvent, screen, waitFor } from "@testing-library/react";
import * as React from "react";
import { readForm } from "../../../local-host/player/forms/formxml";
import { RowForm } from "../../../local-host/player/forms/RowForm";
import { FormSession } from "../../../local-host/player/forms/session";
import type { JsonObject } from "../../../local-host/player/api/json";
import { makePlayer, type Reply, room, type Sent, serve, show } from "./stage";

const cell = (name: string): string => `<row><cell id="c_${name}"><control id="${name}" datafieldname="${name}" classid=""/></cell></row>`;
const FORM = (events = ""): string => `<form><tabs><tab id="t" name="t"><columns><column><sections><section id="s" name="s"><rows>
  ${["x_name", "x_size", "x_house"].map(cell).join("")}</rows></section></sections></column></columns></tab></tabs>${events}</form>`;
const ROW: JsonObject = {
  "@odata.etag": 'W/"7"', x_roomid: "r1", x_name: "Hall", x_size: 20, _x_house_value: "h1", "_x_house_value@OData.Community.Display.V1.FormattedValue": "Tall house",
  "_x_house_value@Microsoft.Dynamics.CRM.lookuplogicalname": "y_house",
};

function open(row: JsonObject | null, answer: (request: Sent) => Reply, events = ""): { readonly session: FormSession; readonly sent: Sent[] } {
  const sent = serve(answer);
  jest.spyOn(document.head, "append").mockImplementation((...nodes) => { for (const node of nodes) if (node instanceof HTMLScriptElement) node.onload?.(new Event("load")); });
  const session = new FormSession(room);
  if (row) session.load(row, false);
  show(makePlayer(), <RowForm session={session} model={readForm(FORM(events))} turn={0} kind="page" onClose={() => undefined} />);
  return { session, sent };
}

const type = (name: string, text: string): void => {
  const input = screen.getByRole("textbox", { name });
  fireEvent.change(input, { target: { value: text } });
  fireEvent.blur(input);
};
const save = (): void => { fireEvent.click(screen.getByRole("button", { name: "Save" })); };
const writes = (sent: readonly Sent[]): readonly Sent[] => sent.filter((request) => request.method !== "GET" && !request.url.startsWith("/__local"));

describe("saving", () => {
  test("only what was changed is sent, and only while nobody else changed the row", async () => {
    const { session, sent } = open(ROW, ({ method }) => (method === "GET" ? { body: { ...ROW, x_size: 25 } } : { status: 204 }));
    type("X_SIZE", "25");
    expect(screen.getByText(/unsaved/)).toBeTruthy();
    save();
    await waitFor(() => { expect(session.dirty()).toEqual([]); });
    expect(writes(sent)).toMatchObject([{ method: "PATCH", url: "/api/data/v9.2/x_rooms(r1)", headers: { "If-Match": 'W/"7"' }, body: { x_size: 25 } }]);
  });

  test("a cleared lookup goes by its navigation property", async () => {
    const { sent } = open(ROW, ({ method }) => (method === "GET" ? { body: ROW } : { status: 204 }));
    fireEvent.click(screen.getByRole("button", { name: "Clear X_HOUSE" }));
    save();
    await waitFor(() => { expect(writes(sent)[0]?.body).toEqual({ "x_House@odata.bind": null }); });
  });

  test("a new row is posted and read back", async () => {
    const id = "0b9d5b1c-1111-2222-3333-444444444444";
    const { session, sent } = open(null, ({ method }) => (method === "GET" ? { body: { ...ROW, x_roomid: id } } : { status: 204, headers: { "OData-EntityId": `http://h/x_rooms(${id})` } }));
    type("X_NAME", "Hall");
    save();
    await waitFor(() => { expect(session.id).toBe(id); });
    expect(writes(sent)).toMatchObject([{ method: "POST", body: { x_name: "Hall" } }]);
  });

  test("a required column that is empty stops the save before it is sent", async () => {
    const { sent } = open(null, () => ({ status: 204 }));
    save();
    expect((await screen.findByRole("alert")).textContent).toContain("X_NAME must be filled in. PLAYER-REQUIRED");
    expect(writes(sent)).toEqual([]);
  });

  test.each([
    ["the server, with its code", "0x80044330", "Too small.", "Too small. 0x80044330"], ["a plug-in, whose text names its own", "0x80040265", "ROOM-001 Too small.", "ROOM-001 Too small. "],
  ])("a refusal is shown as it comes from %s, and nothing typed is lost", async (_, code, message, shown) => {
    const { session } = open(ROW, () => ({ status: 400, body: { error: { code, message } } }));
    type("X_SIZE", "1");
    save();
    expect((await screen.findByRole("alert")).querySelector(".ms-MessageBar-innerText")?.textContent).toBe(shown);
    expect(session.dirty()).toEqual(["x_size"]);
  });

  test("a concurrent change is told as such", async () => {
    open(ROW, () => ({ status: 412, body: { error: { code: "0x80060882", message: "The version differs." } } }));
    type("X_SIZE", "1");
    save();
    expect((await screen.findByRole("alert")).textContent).toMatch(/Somebody else changed this row.*0x80060882/);
  });
});

test("refreshing reads the row again and keeps what was typed", async () => {
  const { session } = open(ROW, () => ({ body: { ...ROW, "@odata.etag": 'W/"8"', x_name: "Great hall" } }));
  type("X_SIZE", "30");
  fireEvent.click(screen.getByRole("button", { name: "Refresh" }));
  await waitFor(() => { expect(session.value("x_name")).toBe("Great hall"); });
  expect([session.value("x_size"), session.etag]).toEqual([30, 'W/"8"']);
});

describe("form scripts", () => {
  const events = (name: string, fn: string, attribute = ""): string => `<events><event name="${name}" attribute="${attribute}"><Handlers>
    <Handler functionName="Rooms.${fn}" libraryName="x_/rooms.js" enabled="true" passExecutionContext="true"/></Handlers></event></events>`;
  const library = (members: object): void => { Object.assign(window, { Rooms: members }); };
  // Scripts are foreign code; what they see is tested as they see it.
  type Context = { readonly getFormContext: () => never; readonly getEventArgs: () => { preventDefault: () => void } };

  test("onload may set values, hide controls and give notices", async () => {
    library({ onLoad: (context: Context) => {
      const form: { getAttribute: (n: string) => { setValue: (v: unknown) => void; getValue: () => unknown }; getControl: (n: string) => { setVisible: (v: boolean) => void }; ui: { setFormNotification: (...a: string[]) => void } } = context.getFormContext();
      form.getAttribute("x_size").setValue(99);
      form.getControl("x_name").setVisible(false);
      form.ui.setFormNotification(JSON.stringify(form.getAttribute("x_house").getValue()), "INFO", "n1");
    } });
    const { session } = open(ROW, () => ({}), events("onload", "onLoad"));
    await waitFor(() => { expect(session.value("x_size")).toBe(99); });
    expect(screen.queryByRole("textbox", { name: "X_NAME" })).toBeNull();
    expect(screen.getByText(/"\{H1\}"/)).toBeTruthy();
  });

  test.each([["x_name", true], ["x_size", false]])("onload may lock %s; deleting is off only where the name is locked: %s", async (column, kept) => {
    library({ onLoad: (context: Context) => {
      const form: { getControl: (n: string) => { setDisabled: (v: boolean) => void } } = context.getFormContext();
      form.getControl(column).setDisabled(true);
    } });
    const { session } = open(ROW, () => ({}), events("onload", "onLoad"));
    await waitFor(() => { expect(session.look.control(column).disabled).toBe(true); });
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Delete" }).disabled).toBe(kept);
  });

  test("onchange runs when the user changes the column, not when a script does", async () => {
    const onSize = jest.fn();
    library({ onSize });
    const { session } = open(ROW, () => ({}), events("onchange", "onSize", "x_size"));
    await waitFor(() => { session.fireChange("x_size"); expect(onSize).toHaveBeenCalled(); });
    onSize.mockClear();
    session.set("x_size", 1);
    expect(onSize).not.toHaveBeenCalled();
    type("X_SIZE", "2");
    expect(onSize).toHaveBeenCalledTimes(1);
  });

  test("onsave may prevent the save", async () => {
    const onSave = jest.fn((context: Context) => { context.getEventArgs().preventDefault(); });
    library({ onSave });
    const { session, sent } = open(ROW, () => ({ status: 204 }), events("onsave", "onSave"));
    await waitFor(() => { expect(session.maySave()).toBe(false); });
    type("X_SIZE", "2");
    save();
    await waitFor(() => { expect(onSave).toHaveBeenCalledTimes(2); });
    expect(writes(sent)).toEqual([]);
  });

  test.each([
    ["a missing function", {}, "Rooms.onLoad of x_/rooms.js is no function."],
    ["what a handler throws", { onLoad: () => { throw new Error("broken script"); } }, "broken script"],
    ["a member that the player does not have", { onLoad: (context: Context) => { const form: { sidePanes: unknown } = context.getFormContext(); return form.sidePanes; } }, "formContext.sidePanes is not supported"],
  ])("%s is told on the form", async (_, members, told) => {
    library(members);
    open(ROW, () => ({ status: 204 }), events("onload", "onLoad"));
    expect((await screen.findByRole("alert")).textContent).toContain(told);
  });
});
