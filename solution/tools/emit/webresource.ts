import type { WebResource } from "../../model/package";
import { braced, idOf } from "../ids";
import { fileNameOf } from "../read/names";
import { type Element, group, leaf } from "../xml/element";
import { introduced } from "./texts";

const types: Readonly<Record<WebResource["kind"], number>> = { html: 1, css: 2, js: 3, png: 5, svg: 11, resx: 12 };

/** "strings.1038.resx" is for language 1038. */
const languageOf = (resource: WebResource): readonly Element[] => {
  const code = /\.(\d{4})\.resx$/.exec(resource.name)?.[1];
  return code === undefined ? [] : [leaf("LanguageCode", code)];
};

/** `.data.xml` of a web resource; its bytes lie beside it under the real name. */
export function webResourceXml(resource: WebResource): Element {
  const id = idOf("webresource", resource.name);
  return group("WebResource", [
    leaf("WebResourceId", braced(id)), leaf("Name", resource.name), leaf("DisplayName", resource.displayName), ...languageOf(resource),
    leaf("WebResourceType", types[resource.kind]), leaf("IntroducedVersion", introduced), leaf("IsEnabledForMobileClient", 0), leaf("IsAvailableForMobileOffline", 0),
    leaf("IsCustomizable", 1), leaf("CanBeDeleted", 1), leaf("IsHidden", 0), leaf("FileName", `/WebResources/${fileNameOf(resource.name)}${id.toUpperCase()}`),
  ]);
}

/** `ControlManifest.xml.data.xml` of a PCF control. */
export const customControlXml = (name: string): Element =>
  group("CustomControl", [leaf("Name", name), leaf("FileName", `/Controls/${name}/ControlManifest.xml`)]);
