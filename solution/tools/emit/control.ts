import type { ColumnIr } from "../ir/column";
import type { FieldIr, GridPlaceIr, PcfIr } from "../ir/table";
import { braced } from "../ids";
import { element, type Element, group, leaf } from "../xml/element";

const classes = {
  nvarchar: "4273EDBD-AC1D-40D3-9FB2-095C621B552D", ntext: "E0DECE4B-6FC8-4A8F-A065-082708572369",
  lookup: "270BD3DB-D9AF-4782-9025-509E298DEC0A", owner: "270BD3DB-D9AF-4782-9025-509E298DEC0A",
  datetime: "5B773807-9FB2-42DB-97C3-7A91EFF8ADFF", picklist: "3EF39988-22BB-4F0B-BBBE-64B5A3748AEE", state: "3EF39988-22BB-4F0B-BBBE-64B5A3748AEE",
  status: "5D68B988-0661-4DB2-BC3E-17598AD3BE6C", bit: "67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED", int: "C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F",
  money: "533B9E00-756B-4312-95A0-DC888637AC78", decimal: "C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E",
  primarykey: "4273EDBD-AC1D-40D3-9FB2-095C621B552D",
} as const;
const email = "ADA2203E-B4CD-49BE-9DDF-234642B43B52";
const url = "71716B6C-711E-476C-8AB8-5D11542BFB47";
const subgrid = "E7A81278-8635-4D9E-8D4D-59480B391C5B";
const host = "F9A8A302-114E-466A-B582-6771B2AE0D92";

function classOf({ part }: ColumnIr): string {
  if (part.type === "nvarchar" && part.format === "email") return email;
  if (part.type === "nvarchar" && part.format === "url") return url;
  return classes[part.type];
}

/** A field with the platform's own control for its type. */
export const fieldControl = ({ column }: FieldIr): Element =>
  element("control", { id: column.logicalName, classid: braced(classOf(column)), datafieldname: column.logicalName, disabled: "false" });

/** A list of rows, or a chart over them. */
export const gridControl = (grid: GridPlaceIr, id: string): Element =>
  element("control", { id, classid: braced(subgrid), indicationOfSubgrid: "true" }, [group("parameters", [
    leaf("ViewId", braced(grid.viewId)), leaf("IsUserView", "false"), leaf("RelationshipName", grid.relationship), leaf("TargetEntityType", grid.table),
    leaf("AutoExpand", "Fixed"), leaf("EnableQuickFind", "false"), leaf("EnableViewPicker", "false"), leaf("ViewIds", ""), leaf("EnableJumpBar", "false"),
    leaf("ChartGridMode", grid.chartId === null ? "Grid" : "Chart"), leaf("VisualizationId", grid.chartId === null ? "" : braced(grid.chartId)), leaf("IsUserChart", "false"), leaf("EnableChartPicker", "false"), leaf("RecordsPerPage", 10),
  ])]);

/** The place of a PCF control; `uniqueId` ties it to its description. */
export const pcfControl = (pcf: PcfIr, id: string, uniqueId: string): Element =>
  element("control", { id, classid: braced(host), datafieldname: pcf.column.logicalName, disabled: "false", uniqueid: braced(uniqueId) });

/** Web, tablet and phone show the same control. */
const formFactors = [0, 1, 2];

/** Which PCF control a place shows and what it is bound to. */
export const controlDescription = (pcf: PcfIr, uniqueId: string): Element => element("controlDescription", { forControl: braced(uniqueId) }, [
  element("customControl", { id: braced(classOf(pcf.column)) }, [group("parameters", [leaf("datafieldname", pcf.column.logicalName)])]),
  ...formFactors.map((formFactor) =>
    element("customControl", { formFactor, name: pcf.control }, [group("parameters", [leaf(pcf.property, pcf.column.logicalName)])])),
]);
