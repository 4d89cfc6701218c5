import { guidOf } from "../../metadata/ids";
import { fileOf, pathsOf, textFile, xmlFile } from "../package";
import { childOf, flagOf, guidIn, itemsOf, named, numberOf, textOf } from "../xml/element";
import type { ComponentReader } from "./component";

/** Web resources with their content in base64, as the platform keeps it. */
export const webResources: ComponentReader = (from) => named(itemsOf(from.customizations, "WebResources"), "WebResource").map((resource) => {
  const name = textOf(resource, "Name");
  const content = fileOf(from, textOf(resource, "FileName"), `The web resource '${name}'`);
  return {
    kind: "WebResources", table: "webresource", id: guidIn(textOf(resource, "WebResourceId")) || guidOf("webresource", name),
    row: {
      name, displayname: textOf(resource, "DisplayName"), description: textOf(resource, "Description"), webresourcetype: numberOf(resource, "WebResourceType") ?? 3,
      languagecode: numberOf(resource, "LanguageCode"), content: Buffer.from(content).toString("base64"), ishidden: flagOf(resource, "IsHidden"),
    },
  };
});

/** Code components; the files beside the manifest are kept by path (see files.ts). */
export const customControls: ComponentReader = (from) => named(itemsOf(from.customizations, "CustomControls"), "CustomControl").map((control) => {
  const name = textOf(control, "Name");
  const path = textOf(control, "FileName") || `Controls/${name}/ControlManifest.xml`;
  const manifest = textFile(from, path, `The control '${name}'`);
  const version = childOf(xmlFile(from, path), "control")?.attributes["version"] ?? "";
  pathsOf(from, new RegExp(`^Controls/${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}/`));
  return { kind: "CustomControls", table: "customcontrol", id: guidOf("customcontrol", name), row: { name, version, manifest } };
});
