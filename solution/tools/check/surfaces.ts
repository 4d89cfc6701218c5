import { childrenOf, descendants, textOf } from "../xml/element";
import { type Contents, controlManifest, type Located, unbraced } from "./contents";
import { finding, type Finding } from "./finding";

/** Ending of a name -> the types that it may have; the platform serves the file as its type says. */
const types: Readonly<Record<string, string>> = {
  htm: "1", html: "1", css: "2", js: "3", xml: "4", png: "5", jpg: "6", jpeg: "6", gif: "7", xap: "8", xsl: "9", xslt: "9", ico: "10", svg: "11", resx: "12",
};

const endings = (resource: Located): readonly Finding[] => {
  const ending = /\.(\w+)$/.exec(textOf(resource.root, "Name"))?.[1]?.toLowerCase() ?? "";
  const type = textOf(resource.root, "WebResourceType");
  return types[ending] === undefined || types[ending] === type ? [] : [finding("DULY-CHECK-121", resource, type, ending, types[ending])];
};

/** The platform's picture for apps. */
const defaultIcon = "953b9fac-1e5e-e611-80d6-00155ded156f";

function icons(contents: Contents): readonly Finding[] {
  const known = new Set([defaultIcon, ...contents.webResources.map(({ root }) => unbraced(textOf(root, "WebResourceId")))]);
  return contents.apps.map((app) => [app, textOf(app.root, "WebResourceId")] as const).filter(([, icon]) => !known.has(unbraced(icon))).map(([app, icon]) => finding("DULY-CHECK-133", app, icon));
}

/** A control's manifest names it without the publisher's prefix. */
const controls = (contents: Contents): readonly Finding[] => contents.controls.flatMap((control) => {
  const manifest = controlManifest(contents, control);
  const name = textOf(control.root, "Name");
  const own = (manifest === undefined ? [] : childrenOf(manifest, "control")).map(({ attributes: { namespace = "", constructor = "" } }) => `${contents.prefix}${namespace}.${String(constructor)}`);
  return own.filter((other) => other !== name).map((other) => finding("DULY-CHECK-132", control, other));
});

const siteMapIds = (contents: Contents): readonly Finding[] => contents.siteMaps.flatMap((map) => ["Area", "Group", "SubArea"].flatMap((kind) => {
  const ids = descendants(map.root, kind).map((entry) => entry.attributes.Id ?? "");
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))].map((id) => finding("DULY-CHECK-134", map, kind, id));
}));

/** What an app opens and loads is what it says to be. */
export const surfaces = (contents: Contents): readonly Finding[] => [...contents.webResources.flatMap(endings), ...icons(contents), ...controls(contents), ...siteMapIds(contents)];
