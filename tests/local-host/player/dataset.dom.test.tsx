import { act, screen, waitFor } from "@testing-library/react";
import * as React from "react";
import { readForm } from "../../../local-host/player/forms/formxml";
import { RowForm } from "../../../local-host/player/forms/RowForm";
import { FormSession } from "../../../local-host/player/forms/session";
import { registerControl } from "../../../local-host/player/pcf/registry";
import { makePlayer, room, type Sent, serve, show } from "./stage";

const MANIFEST = `<manifest><control namespace="N" constructor="List" version="1" control-type="virtual"><data-set name="rooms"><property-set name="size" of-type="Decimal"/></data-set><resources><code path="bundle.js"/></resources></control></manifest>`;
const FORM = `<form><tabs><tab id="t" name="t"><columns><column><sections><section id="s" name="s"><rows><row><cell id="c">
  <control id="rooms" classid="{F9A8A302-114E-466A-B582-6771B2AE0D92}" indicationOfSubgrid="true" uniqueid="{U}"><parameters><TargetEntityType>x_room</TargetEntityType><ViewId>{V1}</ViewId><RecordsPerPage>2</RecordsPerPage></parameters></control>
  </cell></row></rows></section></sections></column></columns></tab></tabs>
  <controlDescriptions><controlDescription forControl="{U}"><customControl formFactor="-1" name="x_N.List"><parameters><data-set name="rooms"><ViewId>{V1}</ViewId></data-set></parameters></customControl></controlDescription></controlDescriptions></form>`;
const VIEW = {
  savedqueryid: "v1", name: "All rooms", querytype: 0, isdefault: true, returnedtypecode: "x_room", layoutxml: `<grid><row id="x_roomid"><cell name="x_name" width="200"/><cell name="x_size" width="80"/></row></grid>`,
  fetchxml: `<fetch><entity name="x_room"><attribute name="x_name"/><attribute name="x_size"/></entity></fetch>`,
};

interface Dataset {
  readonly loading: boolean;
  readonly sortedRecordIds: readonly string[];
  readonly records: Readonly<Record<string, { getValue: (name: string) => unknown; getFormattedValue: (name: string) => string }>>;
  readonly columns: readonly { readonly name: string; readonly displayName: string; readonly dataType: string }[];
  readonly paging: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly totalResultCount: number; loadNextPage: (only?: boolean) => void; setPageSize: (size: number) => void; loadExactPage: (page: number) => void };
  readonly sorting: { name: string; sortDirection: number }[];
  readonly filtering: { getFilter: () => unknown; setFilter: (filter: object) => void };
  refresh: () => void;
}

let drawn: Dataset | null = null;
class List {
  init(): void { drawn = null; }
  updateView(context: { readonly parameters: { readonly rooms: Dataset } }): React.ReactElement {
    drawn = context.parameters.rooms;
    return <p>{drawn.loading ? "loading" : `rooms ${drawn.sortedRecordIds.join()}`}</p>;
  }
  getOutputs(): object { return {}; }
  destroy(): void { drawn = null; }
}

const dataset = (): Dataset => {
  if (!drawn) throw new Error("the control was never drawn");
  return drawn;
};

/** Rows r1 … r5, two a page; the query that was asked is in `sent`. */
function open(): Sent[] {
  registerControl("N.List", List as unknown as Parameters<typeof registerControl>[1]);
  jest.spyOn(document.head, "append").mockImplementation((...nodes) => { for (const node of nodes) if (node instanceof HTMLScriptElement) node.onload?.(new Event("load")); });
  const sent = serve(({ url }) => {
    if (url.endsWith("ControlManifest.xml")) return { body: MANIFEST };
    if (url.includes("savedqueries")) return { body: { value: [VIEW] } };
    if (!url.includes("fetchXml")) return { status: 204 };
    const page = Number(/ page="(\d)"/.exec(url)?.[1]);
    const size = Number(/ count="(\d+)"/.exec(url)?.[1]);
    const all = [1, 2, 3, 4, 5].map((n) => ({ x_roomid: `r${n}`, x_name: `Room ${n}`, x_size: n }));
    return { body: { value: all.slice((page - 1) * size, page * size), "@Microsoft.Dynamics.CRM.morerecords": page * size < 5 } };
  });
  const session = new FormSession(room);
  session.load({ x_roomid: "r9", x_name: "Hall" }, false);
  show(makePlayer(), <RowForm session={session} model={readForm(FORM)} turn={0} kind="page" onClose={() => undefined} />);
  return sent;
}

const queries = (sent: readonly Sent[]): readonly string[] => sent.flatMap(({ url }) => (url.includes("fetchXml") ? [url] : []));

test("a dataset gives rows, values and columns of the view", async () => {
  open();
  await screen.findByText("rooms r1,r2");
  expect(dataset().records["r2"]?.getValue("x_size")).toBe(2);
  expect(dataset().records["r2"]?.getFormattedValue("x_size")).toBe("2.00");
  expect(dataset().columns.map(({ name, displayName, dataType }) => [name, displayName, dataType])).toEqual([["x_name", "X_NAME", "SingleLine.Text"], ["x_size", "X_SIZE", "Decimal"]]);
});

test("a further page is added to those before; there is never a previous one and the total is not known until the end", async () => {
  open();
  await screen.findByText("rooms r1,r2");
  expect([dataset().paging.hasNextPage, dataset().paging.totalResultCount]).toEqual([true, -1]);
  act(() => { dataset().paging.loadNextPage(true); });
  await screen.findByText("rooms r1,r2,r3,r4");
  act(() => { dataset().paging.loadNextPage(); });
  await screen.findByText("rooms r1,r2,r3,r4,r5");
  expect([dataset().paging.hasNextPage, dataset().paging.hasPreviousPage, dataset().paging.totalResultCount]).toEqual([false, false, 5]);
});

test("page size, sorting and filter act at the next refresh only", async () => {
  const sent = open();
  await screen.findByText("rooms r1,r2");
  const before = queries(sent).length;
  dataset().paging.setPageSize(3);
  dataset().sorting.splice(0, 1, { name: "x_size", sortDirection: 1 });
  dataset().filtering.setFilter({ filterOperator: 0, conditions: [{ attributeName: "x_size", conditionOperator: 2, value: 0 }] });
  expect(queries(sent)).toHaveLength(before);
  act(() => { dataset().refresh(); });
  await screen.findByText("rooms r1,r2,r3");
  const last = queries(sent)[before] ?? "";
  expect(last).toContain('<order attribute="x_size" descending="true"/>');
  expect(last).toContain('<condition attribute="x_size" operator="gt" value="0"/>');
  expect(dataset().filtering.getFilter()).toBeNull();
});

test.each<[string, () => void]>([
  ["dataset.paging.loadExactPage", () => { dataset().paging.loadExactPage(2); }],
  ["filterOperator or", () => { dataset().filtering.setFilter({ filterOperator: 1, conditions: [{}, {}] }); }],
  ["condition operator 87", () => { dataset().filtering.setFilter({ filterOperator: 0, conditions: [{ attributeName: "x_size", conditionOperator: 87 }] }); }],
])("%s is refused by name", async (name, call) => {
  open();
  await screen.findByText("rooms r1,r2");
  await waitFor(() => { expect(call).toThrow(name); });
});
