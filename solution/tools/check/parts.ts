import { descendants, textOf } from "../xml/element";
import { xmlOf } from "../zip/folder";
import { type Contents, type Located, unbraced } from "./contents";
import { finding, type Finding } from "./finding";

/** Elements of a component that name its file in the package. */
const targets = ["JsonFileName", "XamlFileName", "FileName", "ExportedFileName", "DocumentUri", "BackgroundImageUri"];

const filesOf = (part: Located): readonly string[] => targets.flatMap((name) => descendants(part.root, name)).map((entry) => textOf(entry).replace(/^\//, "")).filter((path) => path !== "");

const bodies = (contents: Contents): readonly Finding[] => [...contents.flows, ...contents.webResources, ...contents.controls, ...contents.assemblies]
  .flatMap((part) => filesOf(part).filter((path) => !contents.entries.has(path)).map((path) => finding("DULY-CHECK-032", part, path)));

/** Files of web resources, flows and assemblies carry the id of their component in their name; so no two share one. */
const misnamed = (contents: Contents): readonly Finding[] => ([[contents.flows, "@WorkflowId"], [contents.webResources, "WebResourceId"], [contents.assemblies, "@PluginAssemblyId"]] as const)
  .flatMap(([parts, at]) => parts.flatMap((part) => {
    const id = unbraced(at.startsWith("@") ? part.root.attributes[at.slice(1)] ?? "" : textOf(part.root, at));
    return filesOf(part).filter((path) => !path.toLowerCase().includes(id)).map((path) => finding("DULY-CHECK-139", part, path, id));
  }));

const markOf = new TextDecoder("utf-8", { ignoreBOM: true });

/** The platform's parser for sharded parts takes neither declaration, comment nor byte order mark. */
const sharded = (contents: Contents): readonly Finding[] => [...contents.entries].filter(([path]) => path.includes("/") && path.endsWith(".xml") && !path.startsWith("Controls/")).flatMap(([path, content]) => {
  const text = markOf.decode(content);
  const place = { component: "sharded part", path };
  return [...(/^\uFEFF?\s*<\?|<!--/.test(text) ? [finding("DULY-CHECK-033", place)] : []), ...(text.startsWith("\uFEFF") ? [finding("DULY-CHECK-137", place)] : [])];
});

/** Values of environment variables belong to the environment. */
const shippedValues = ({ entries }: Contents): readonly Finding[] => [...entries.keys()].filter((path) => path.endsWith("/environmentvariablevalues.json"))
  .map((path) => finding("DULY-CHECK-129", { component: "environment variable", path }));

const typesPath = "[Content_Types].xml";

function untyped(contents: Contents): readonly Finding[] {
  const types = xmlOf(contents.entries, typesPath);
  const endings = new Set(descendants(types, "Default").map((entry) => entry.attributes.Extension?.toLowerCase()));
  const overrides = new Set(descendants(types, "Override").map((entry) => entry.attributes.PartName));
  const ending = (path: string): string | undefined => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
  return [...contents.entries.keys()].filter((path) => path !== typesPath && !endings.has(ending(path)) && !overrides.has(`/${path}`))
    .map((path) => finding("DULY-CHECK-038", { component: "part", path }));
}

/** What a control's own manifest names lies beside it. */
const resources = (contents: Contents): readonly Finding[] => contents.controls.flatMap((control) => {
  const [path = ""] = filesOf(control);
  if (!contents.entries.has(path)) return [];
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return ["code", "css", "resx", "img"].flatMap((kind) => descendants(xmlOf(contents.entries, path), kind)).map((entry) => entry.attributes.path ?? "")
    .filter((name) => !contents.entries.has(folder + name)).map((name) => finding("DULY-CHECK-039", control, folder + name));
});

/** Every file that a component names is there, and every part has a type. */
export const parts = (contents: Contents): readonly Finding[] => [...bodies(contents), ...misnamed(contents), ...sharded(contents), ...shippedValues(contents), ...untyped(contents), ...resources(contents)];
