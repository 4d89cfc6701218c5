import { attribute, child, children, parseXml, textOf } from "../xml/element";

export interface ManifestProperty {
  readonly name: string;
  /** "SingleLine.Text", "Currency", "OptionSet" …; first of a type group. */
  readonly type: string;
  readonly usage: "bound" | "input" | "output";
  readonly required: boolean;
  /** Value used when the form gives none. */
  readonly preset: string | null;
}

export interface PcfManifest {
  /** "Namespace.Constructor": the name under which the bundle registers itself. */
  readonly constructorName: string;
  readonly virtual: boolean;
  readonly version: string;
  readonly properties: readonly ManifestProperty[];
  /** Dataset name -> aliases of its property sets. */
  readonly datasets: ReadonlyMap<string, readonly string[]>;
  readonly code: readonly string[];
  readonly css: readonly string[];
  readonly resx: readonly string[];
  readonly features: readonly string[];
}

const usageOf = (text: string): ManifestProperty["usage"] => (text === "input" || text === "output" ? text : "bound");

function typeOf(property: Element, control: Element): string {
  const group = attribute(property, "of-type-group");
  const groups = children(control, "type-group").filter((each) => attribute(each, "name") === group);
  return attribute(property, "of-type") || textOf(child(groups[0] ?? null, "type")) || "SingleLine.Text";
}

const readProperty = (property: Element, control: Element): ManifestProperty => ({
  name: attribute(property, "name"),
  type: typeOf(property, control),
  usage: usageOf(attribute(property, "usage")),
  required: attribute(property, "required") === "true",
  preset: property.getAttribute("default-value"),
});

const pathsOf = (resources: Element | null, kind: string): readonly string[] => children(resources, kind).map((each) => attribute(each, "path"));

/** Reads a built ControlManifest.xml. */
export function readManifest(xml: string): PcfManifest {
  const root = parseXml(xml, "control manifest");
  const control = root.tagName === "control" ? root : child(root, "control") ?? root;
  const resources = child(control, "resources");
  return {
    constructorName: `${attribute(control, "namespace")}.${attribute(control, "constructor")}`,
    virtual: attribute(control, "control-type") === "virtual",
    version: attribute(control, "version"),
    properties: children(control, "property").map((property) => readProperty(property, control)),
    datasets: new Map(children(control, "data-set").map((each) => [attribute(each, "name"), children(each, "property-set").map((set) => attribute(set, "name"))])),
    code: pathsOf(resources, "code"),
    css: pathsOf(resources, "css"),
    resx: pathsOf(resources, "resx"),
    features: children(child(control, "feature-usage"), "uses-feature").map((each) => attribute(each, "name")),
  };
}
