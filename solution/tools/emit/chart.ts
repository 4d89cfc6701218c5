import type { ChartIr, TableIr } from "../ir/table";
import { braced } from "../ids";
import { element, type Element, group, leaf } from "../xml/element";
import { descriptions, introduced, localizedNames } from "./texts";

/** Names by which the platform's own chart designer ties query and drawing together. */
const bar = "_CRMAutoGen_groupby_column_Num_0";
const length = "_CRMAutoGen_aggregate_column_Num_0";

const data = (chart: ChartIr, table: TableIr): Element => group("datadefinition", [
  group("fetchcollection", [element("fetch", { mapping: "logical", aggregate: "true" }, [element("entity", { name: table.logicalName }, [
    element("attribute", { groupby: "true", alias: bar, name: chart.by }),
    element("attribute", { alias: length, name: chart.column, aggregate: chart.aggregate }),
  ])])]),
  group("categorycollection", [element("category", { alias: bar }, [group("measurecollection", [element("measure", { alias: length })])])]),
]);

const axis = (name: string): Element => element(name, { LabelAutoFitMinFontSize: 8, TitleForeColor: "59, 59, 59", LineColor: "165, 172, 181" }, [
  element("MajorGrid", { LineColor: "239, 242, 246" }), element("LabelStyle", { Font: "{0}, 10.5px", ForeColor: "59, 59, 59" }),
]);

const drawing = (): Element => group("Chart", [
  group("Series", [element("Series", { ChartType: "Bar", IsValueShownAsLabel: "True", Color: "91, 151, 213", Font: "{0}, 9.5px", LabelForeColor: "59, 59, 59", CustomProperties: "PointWidth=0.75, MaxPixelPointWidth=40" })]),
  group("ChartAreas", [element("ChartArea", { BorderColor: "White", BorderDashStyle: "Solid" }, [axis("AxisY"), axis("AxisX")])]),
  group("Titles", [element("Title", { Alignment: "TopLeft", DockingOffset: -3, Font: "{0}, 13px", ForeColor: "59, 59, 59" })]),
]);

/** A bar chart (`Visualizations/{ID}.xml`). */
export const visualization = (chart: ChartIr, table: TableIr): Element => group("visualization", [
  leaf("savedqueryvisualizationid", braced(chart.id)),
  group("datadescription", [data(chart, table)]), group("presentationdescription", [drawing()]),
  leaf("isdefault", "false"), leaf("IntroducedVersion", introduced), leaf("IsCustomizable", 1),
  localizedNames(chart.name), descriptions(chart.description),
]);
