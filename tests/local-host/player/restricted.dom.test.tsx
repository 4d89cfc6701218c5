import { screen } from "@testing-library/react";
import * as React from "react";
import { makeMetadata } from "../../../local-host/player/api/metadata";
import type { AttributeMetadata } from "../../../local-host/player/api/metadata.types";
import { webApi } from "../../../local-host/player/api/webapi";
import { Field } from "../../../local-host/player/fields/Field";
import type { CustomControl } from "../../../local-host/player/forms/form.types";
import { FormSession } from "../../../local-host/player/forms/session";
import { makeParameters } from "../../../local-host/player/pcf/parameters";
import { RowGrid } from "../../../local-host/player/views/RowGrid";
import { makeAttribute } from "../../../local-host/player/xrm/attribute";
import { column, makePlayer, room, serve, show } from "./stage";

const hidden = { secured: true, readable: false, createable: false, updatable: false } as const;
const label = (text: string) => ({ LocalizedLabels: [{ Label: text, LanguageCode: 1033 }] });
const raw = (name: string, more: object = {}) => ({ MetadataId: `id-${name}`, LogicalName: name, SchemaName: name, AttributeTypeName: { Value: "StringType" }, DisplayName: label(name), IsSecured: false, ...more });

/** Reads the metadata of a table with these columns, as a user with these privileges. */
async function read(attributes: readonly object[], privileges: readonly object[]) {
  const sent = serve(({ url }) => {
    if (url.includes("WhoAmI")) return { body: { UserId: "u1" } };
    if (url.includes("RetrievePrincipalAttributePrivileges")) return { body: { AttributePrivileges: privileges } };
    return { body: url.includes("/Attributes/") ? { value: [] } : { EntitySetName: "x_rooms", PrimaryIdAttribute: "x_roomid", Attributes: attributes, ManyToOneRelationships: [] } };
  });
  const table = await makeMetadata(webApi, 1033)("x_room");
  return { of: (name: string) => table.attributes.get(name), asked: sent.filter(({ url }) => url.includes("AttributePrivileges")).map(({ url }) => url) };
}

test("what the user may do with a secured column comes from the server; nothing is granted where it says nothing", async () => {
  const { of, asked } = await read(["a", "b", "c"].map((name) => raw(name, { IsSecured: name !== "c" })), [{ AttributeId: "id-a", CanRead: 4, CanCreate: 0, CanUpdate: 4 }]);
  expect(asked).toEqual(["/api/data/v9.2/systemusers(u1)/Microsoft.Dynamics.CRM.RetrievePrincipalAttributePrivileges()"]);
  expect([of("a"), of("b"), of("c")]).toMatchObject([
    { secured: true, readable: true, createable: false, updatable: true }, hidden, { secured: false, readable: true, createable: true, updatable: true },
  ]);
});

test("a table without secured columns costs no further request", async () => expect((await read([raw("a")], [])).asked).toEqual([]));

test.each([[1033, "Restricted"], [1038, "Korlátozott"]])("a field that the user may not read shows a lock and the word, in language %d, and no input", (lcid, word) => {
  const attribute: AttributeMetadata = column("x_secret", "memo", hidden);
  show(makePlayer(lcid), <Field id="f" attribute={attribute} label="Secret" value={null} required={false} disabled={false} onChange={jest.fn()} />);
  const field = screen.getByRole("group", { name: "Secret" });
  expect([field.textContent?.trim(), field.querySelectorAll("svg").length, screen.queryByRole("textbox")]).toEqual([word, 1, null]);
});

test("a cell of a list says so too; the others stay as they are", () => {
  const grid = (name: string, attribute: AttributeMetadata) => ({ name, label: name, width: 100, attribute });
  show(makePlayer(), <RowGrid label="Rooms" table="x_room" primaryId="x_roomid" primaryName="x_name" sort={null} onSort={jest.fn()} rows={[{ x_roomid: "r1", x_name: "Hall", x_size: 20 }]}
    columns={[grid("x_name", column("x_name", "text")), grid("x_secret", column("x_secret", "text", hidden)), grid("x_size", column("x_size", "integer"))]} />);
  expect(screen.getByRole("group", { name: "x_secret" }).textContent?.trim()).toBe("Restricted");
  expect([screen.getByRole("link", { name: "Hall" }), screen.getByText("20")]).toHaveLength(2);
});

test("code components and form scripts are told what the user may do", () => {
  const attribute = column("x_secret", "text", hidden);
  const session = new FormSession({ ...room, attributes: new Map([["x_secret", attribute]]) });
  const property = { name: "value", usage: "bound", type: "SingleLine.Text", preset: null };
  const manifest = { properties: [property] } as unknown as Parameters<typeof makeParameters>[0]["manifest"];
  const { value } = makeParameters({ manifest, custom: { parameters: new Map() } as unknown as CustomControl, session, column: "x_secret", locale: "en-US", disabled: true });
  expect(value).toMatchObject({ raw: null, security: { secured: true, readable: false, editable: false }, attributes: { IsSecured: true } });
  const scope = { session, player: makePlayer(), controlsOf: () => [] } as unknown as Parameters<typeof makeAttribute>[1];
  const script = makeAttribute(attribute, scope) as { readonly getUserPrivilege: () => object };
  expect(script.getUserPrivilege()).toEqual({ canRead: false, canUpdate: false, canCreate: false });
});
