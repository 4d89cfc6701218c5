import { textOf } from "../xml/element";
import { type Contents, type Located, parametersOf } from "./contents";
import { finding, type Finding } from "./finding";

/** OData has no function without an answer, and no workflow calls a function. */
function functions(contents: Contents, api: Located): readonly Finding[] {
  if (textOf(api.root, "isfunction") !== "1") return [];
  return [
    ...(parametersOf(contents, api, "response").length > 0 ? [] : [finding("DULY-CHECK-126", api, "has no response property")]),
    ...(textOf(api.root, "workflowsdkstepenabled") === "1" ? [finding("DULY-CHECK-126", api, "is offered to workflows")] : []),
  ];
}

/** A parameter is called by its API and its unique name, and lies in a folder of the latter. */
function parameters(contents: Contents, api: Located): readonly Finding[] {
  const unique = api.root.attributes.uniquename ?? "";
  return [...parametersOf(contents, api, "request"), ...parametersOf(contents, api, "response")].flatMap((part) => {
    const own = part.root.attributes.uniquename ?? "";
    const name = textOf(part.root, "name");
    return [
      ...(name === `${unique}.${own}` ? [] : [finding("DULY-CHECK-127", part, name, `${unique}.${own}`)]),
      ...(part.path.split("/")[3] === own ? [] : [finding("DULY-CHECK-068", part, own)]),
    ];
  });
}

const isBound = ({ root }: Located): boolean => ["1", "2"].includes(textOf(root, "bindingtype"));

const binding = (api: Located): readonly Finding[] => (isBound(api) && textOf(api.root, "boundentitylogicalname") === "" ? [finding("DULY-CHECK-128", api)] : []);

const named = (api: Located): readonly Finding[] => (textOf(api.root, "name") === api.root.attributes.uniquename ? [] : [finding("DULY-CHECK-127", api, textOf(api.root, "name"), api.root.attributes.uniquename ?? "")]);

/** Custom APIs that the platform can offer under their names. */
export const apis = (contents: Contents): readonly Finding[] => contents.apis.flatMap((api) => [...functions(contents, api), ...named(api), ...parameters(contents, api), ...binding(api)]);
