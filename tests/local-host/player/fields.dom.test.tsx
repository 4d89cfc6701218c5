import { fireEvent, screen, waitFor } from "@testing-library/react";
import * as React from "react";
import type { AttributeMetadata } from "../../../local-host/player/api/metadata.types";
import type { FieldValue } from "../../../local-host/player/api/values";
import { Field } from "../../../local-host/player/fields/Field";
import { column, makePlayer, room, serve, show } from "./stage";

function field(attribute: AttributeMetadata, value: FieldValue, more: { readonly disabled?: boolean; readonly lcid?: number } = {}): jest.Mock {
  const changed = jest.fn();
  show(makePlayer(more.lcid), <Field id="f" attribute={attribute} label="Size" value={value} required={false} disabled={more.disabled ?? false} onChange={changed} />);
  return changed;
}

const type = (text: string): void => {
  const input = screen.getByRole("textbox", { name: "Size" });
  fireEvent.change(input, { target: { value: text } });
  fireEvent.blur(input);
};

describe("a number field", () => {
  const size = column("x_size", "decimal", { min: 0, max: 100 });

  test("is shown and typed in the manner of the language", () => {
    const changed = field(size, 12.5, { lcid: 1038 });
    expect(screen.getByRole("textbox", { name: "Size" })).toHaveProperty("value", "12,50");
    type("13,255");
    expect(changed).toHaveBeenCalledWith(13.26);
  });

  test.each([["many", "Enter a number."], ["101", "Enter a number from 0.00 to 100.00."]])("'%s' is told at the field and not kept", async (text, told) => {
    const changed = field(size, 12.5);
    type(text);
    expect(await screen.findByText(told)).toBeTruthy();
    expect(changed).not.toHaveBeenCalled();
  });

  test("emptied, it is null", () => {
    const changed = field(size, 12.5);
    type("");
    expect(changed).toHaveBeenCalledWith(null);
  });
});

test("a text field gives null for nothing but blanks", () => {
  const changed = field(column("x_name", "text"), "a");
  type("  ");
  expect(changed).toHaveBeenCalledWith(null);
});

describe("a field that cannot be changed", () => {
  test.each<[string, AttributeMetadata | undefined, FieldValue, string]>([
    ["choice", room.attributes.get("x_state"), 2, "Taken"], ["date", room.attributes.get("x_built"), "2026-11-24", "11/24/2026"],
    ["empty", room.attributes.get("x_name"), null, "—"], ["lookup", room.attributes.get("x_house"), { id: "h1", name: "Tall house", entityType: "y_house" }, "Tall house"],
  ])("shows a %s as text", (_, attribute, value, text) => {
    field(attribute ?? column("x", "text"), value, { disabled: true });
    expect(screen.getByRole("group", { name: "Size" }).textContent).toBe(text);
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  test("text from data never becomes markup", () => {
    field(column("x_name", "text"), "<img src=x onerror=alert(1)>", { disabled: true });
    expect(document.querySelector("img")).toBeNull();
  });
});

describe("a lookup field", () => {
  const lookup = room.attributes.get("x_house") ?? column("x", "lookup");

  test("searches by name and gives the chosen row", async () => {
    const sent = serve(() => ({ body: { value: [{ y_houseid: "h2", y_name: "New house" }] } }));
    const changed = field(lookup, null);
    fireEvent.click(screen.getByRole("button", { name: "Search for Size" }));
    fireEvent.click(await screen.findByRole("button", { name: "New house" }));
    expect(changed).toHaveBeenCalledWith({ id: "h2", name: "New house", entityType: "y_house" });
    expect(sent[0]?.url).toContain("y_houses?fetchXml=");
  });

  test("says why the search failed, with the code", async () => {
    serve(() => ({ status: 403, body: { error: { code: "0x80040220", message: "No right to read." } } }));
    field(lookup, null);
    fireEvent.click(screen.getByRole("button", { name: "Search for Size" }));
    await waitFor(() => { expect(screen.getByRole("dialog").textContent).toContain("No right to read. 0x80040220"); });
  });

  test("can be cleared", () => {
    const changed = field(lookup, { id: "h1", name: "Tall house", entityType: "y_house" });
    fireEvent.click(screen.getByRole("button", { name: "Clear Size" }));
    expect(changed).toHaveBeenCalledWith(null);
  });
});

describe("a rich text", () => {
  const body = column("x_text", "memo", { rich: true });
  const hostile = '<p onclick="parent.hacked=1">Dear <b>guest</b></p><script>parent.hacked = 1</script><img src=x onerror="parent.hacked=1">';

  test("is shown in a frame of its own that may run and load nothing; none of it becomes part of the page", () => {
    field(body, hostile, { disabled: true });
    const frame = screen.getByTitle<HTMLIFrameElement>("Size");
    expect([frame.tagName, frame.getAttribute("sandbox")]).toEqual(["IFRAME", ""]);
    expect(frame.srcdoc).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    expect(frame.srcdoc).toContain("<b>guest</b>");
    expect(document.body.querySelector("b, script, img")).toBeNull();
  });

  test("that may be changed shows its source on demand", () => {
    const changed = field(body, "<p>Old</p>");
    fireEvent.click(screen.getByRole("switch", { name: "Edit the HTML source" }));
    type("<p>New</p>");
    expect(changed).toHaveBeenCalledWith("<p>New</p>");
  });

  test("without text is a dash", () => {
    field(body, null, { disabled: true });
    expect(screen.getByText("—")).toBeTruthy();
  });
});
