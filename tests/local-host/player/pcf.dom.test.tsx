import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import * as React from "react";
import { readForm } from "../../../local-host/player/forms/formxml";
import { RowForm } from "../../../local-host/player/forms/RowForm";
import { FormSession } from "../../../local-host/player/forms/session";
import { registerControl } from "../../../local-host/player/pcf/registry";
import { makePlayer, room, type Sent, serve, show } from "./stage";

/** Bundles are loaded once a page, so each test has a control of its own name. */
let number = 0;

const MANIFEST = (kind: string): string => `<manifest><control namespace="N" constructor="Size${number}" version="1" control-type="${kind}">
  <property name="value" of-type="Decimal" usage="bound"/><property name="house" of-type="Lookup.Simple" usage="bound"/><property name="unit" of-type="Enum" usage="input"/>
  <resources><code path="bundle.js"/><resx path="strings/S.1033.resx"/><resx path="strings/S.1038.resx"/></resources></control></manifest>`;
const FORM = (): string => `<form><tabs><tab id="t" name="t"><columns><column><sections><section id="s" name="s"><rows><row><cell id="c"><control id="x_size" datafieldname="x_size" classid="" uniqueid="{U}"/></cell></row></rows></section></sections></column></columns></tab></tabs>
  <controlDescriptions><controlDescription forControl="{U}"><customControl formFactor="2" name="x_N.Size${number}"><parameters><value>x_size</value><house>x_house</house><unit static="true" type="Enum">cm</unit></parameters></customControl></controlDescription></controlDescriptions></form>`;
const resx = (...entries: readonly [string, string][]): string => `<root>${entries.map(([key, text]) => `<data name="${key}"><value>${text}</value></data>`).join("")}</root>`;
const ROW = { "@odata.etag": 'W/"7"', x_roomid: "r1", x_name: "Hall", x_size: 20, _x_house_value: "h1", "_x_house_value@Microsoft.Dynamics.CRM.lookuplogicalname": "y_house" };

interface Context {
  readonly parameters: Readonly<Record<string, { readonly raw: unknown; readonly formatted?: string }>>;
  readonly updatedProperties: readonly string[];
  readonly mode: { readonly contextInfo: object; readonly isControlDisabled: boolean; readonly allocatedWidth: number };
  readonly resources: { readonly getString: (key: string) => string };
  readonly webAPI: { readonly createRecord: (table: string, row: object) => Promise<object> };
  readonly device: { readonly captureImage: () => void };
  readonly userSettings: { readonly languageId: number };
}

/** A control that keeps its contexts, so that the test sees what a control sees. */
function control(draw: (context: Context, notify: () => void) => string | React.ReactElement): { readonly contexts: Context[]; destroyed: boolean } {
  const seen: { contexts: Context[]; destroyed: boolean } = { contexts: [], destroyed: false };
  class Size {
    private notify: () => void = () => undefined;
    private container: HTMLElement | undefined;
    private output = 0;
    init(_: Context, notify: () => void, __: object, container?: HTMLElement): void { this.notify = () => { this.output = 42; notify(); }; this.container = container; }
    updateView(context: Context): React.ReactElement | undefined {
      seen.contexts.push(context);
      const drawn = draw(context, this.notify);
      if (typeof drawn !== "string") return drawn;
      if (this.container) this.container.textContent = drawn;
      return undefined;
    }
    getOutputs(): object { return { value: this.output }; }
    destroy(): void { seen.destroyed = true; }
  }
  number += 1;
  registerControl(`N.Size${number}`, Size as unknown as Parameters<typeof registerControl>[1]);
  return seen;
}

function open(kind: "virtual" | "standard", lcid = 1033): { readonly session: FormSession; readonly sent: Sent[]; readonly close: () => void } {
  jest.spyOn(document.head, "append").mockImplementation((...nodes) => { for (const node of nodes) if (node instanceof HTMLScriptElement) node.onload?.(new Event("load")); });
  const sent = serve(({ url, method }) => {
    if (url.endsWith("ControlManifest.xml")) return { body: MANIFEST(kind) };
    if (url.endsWith("1038.resx")) return { body: resx(["hello", "Szia"]) };
    if (url.endsWith("1033.resx")) return { body: resx(["hello", "Hello"], ["only", "English only"]) };
    if (url.startsWith("/__local")) return { status: 204 };
    return method === "GET" ? { body: ROW } : { status: 400, body: { error: { code: "0x80040265", message: "No." } } };
  });
  const session = new FormSession(room);
  session.load(ROW, false);
  const { unmount } = show(makePlayer(lcid), <RowForm session={session} model={readForm(FORM())} turn={0} kind="page" onClose={() => undefined} />);
  return { session, sent, close: unmount };
}

const last = (seen: { readonly contexts: readonly Context[] }): Context => {
  const context = seen.contexts[seen.contexts.length - 1];
  if (!context) throw new Error("the control was never drawn");
  return context;
};

test("a virtual control sees its bound columns, its fixed input and the row that it stands on", async () => {
  const seen = control((context) => <p>size {context.parameters.value?.formatted}</p>);
  open("virtual");
  await screen.findByText("size 20.00");
  const { parameters, mode, userSettings } = last(seen);
  expect([parameters.value?.raw, parameters.house?.raw, parameters.unit?.raw]).toEqual([20, [{ id: "h1", name: "h1", entityType: "y_house" }], "cm"]);
  expect(mode).toMatchObject({ contextInfo: { entityId: "r1", entityTypeName: "x_room", entityRecordName: "Hall" }, isControlDisabled: false, allocatedWidth: -1 });
  expect(userSettings.languageId).toBe(1033);
});

test("its outputs become values of the form, and it is drawn again with what changed", async () => {
  const seen = control((context, notify) => <button onClick={notify}>{String(context.parameters.value?.raw)}</button>);
  const { session } = open("virtual");
  fireEvent.click(await screen.findByRole("button", { name: "20" }));
  await screen.findByRole("button", { name: "42" });
  expect(session.dirty()).toEqual(["x_size"]);
  expect(last(seen).updatedProperties).toEqual(["value"]);
});

test("a standard control draws into its own element and is destroyed with the form", async () => {
  const seen = control((context) => `drawn ${context.parameters.value?.formatted ?? ""}`);
  const { session, close } = open("standard");
  await screen.findByText("drawn 20.00");
  act(() => { session.edit("x_size", 5); });
  await screen.findByText("drawn 5.00");
  close();
  expect(seen.destroyed).toBe(true);
});

test("what it cannot read in the user's language it reads in English", async () => {
  const { loadControl } = await import("../../../local-host/player/pcf/load");
  jest.spyOn(document.head, "append").mockImplementation((...nodes) => { for (const node of nodes) if (node instanceof HTMLScriptElement) node.onload?.(new Event("load")); });
  serve(({ url }) => ({ body: url.endsWith("Manifest.xml") ? MANIFEST("virtual") : url.endsWith("1038.resx") ? resx(["hello", "Szia"]) : resx(["hello", "Hello"], ["only", "English only"]) }));
  control(() => <p />);
  const { strings } = await loadControl("x_N.Second", 1038);
  expect(Object.fromEntries(strings)).toEqual({ hello: "Szia", only: "English only" });
});

test("a refused write is rejected as a plain object, as on the platform", async () => {
  const seen = control(() => <p>ready</p>);
  open("virtual");
  await screen.findByText("ready");
  const refused: unknown = await last(seen).webAPI.createRecord("x_room", {}).catch((problem: unknown) => problem);
  expect(refused).not.toBeInstanceOf(Error);
  expect(refused).toMatchObject({ errorCode: 0x80040265, code: 0x80040265, message: "No." });
});

test("after a control wrote rows the form offers a refresh", async () => {
  const seen = control(() => <p>ready</p>);
  const { session } = open("virtual");
  await screen.findByText("ready");
  serve(({ method }) => (method === "POST" ? { status: 204 } : { body: ROW }));
  await act(async () => { await last(seen).webAPI.createRecord("x_room", {}); });
  expect(screen.getByText(/Rows were changed by a control/)).toBeTruthy();
  fireEvent.click(screen.getAllByRole("button", { name: "Refresh" })[1] as HTMLElement);
  await waitFor(() => { expect(session.stale).toBe(false); });
});

test("what the host does not have is refused by name and noted", async () => {
  const seen = control(() => <p>ready</p>);
  const { sent } = open("virtual");
  await screen.findByText("ready");
  expect(() => { last(seen).device.captureImage(); }).toThrow("context.device.captureImage is not supported");
  expect(sent[sent.length - 1]).toMatchObject({ method: "POST", url: "/__local/unsupported", body: { what: "context.device.captureImage" } });
});

test("a control that fails leaves the form usable and says so", async () => {
  jest.spyOn(console, "error").mockImplementation(() => undefined);
  control(() => { throw new Error("no light"); });
  open("virtual");
  await screen.findByText(/no light/);
  expect(screen.getByRole("alert").textContent).toContain(`The control x_N.Size${number} could not be shown. no light`);
  expect(screen.getByRole("button", { name: "Save" })).toBeTruthy();
});
