import { sdkMessages } from "../plugin";
import { childOf, descendants, textOf } from "../xml/element";
import { type Contents, type Located, unbraced, whole } from "./contents";
import { finding, type Finding } from "./finding";

const list = (text: string): readonly string[] => text.split(",").filter((name) => name !== "");

/** Tables that every organisation has and that a step may be registered on, with the columns that it may name. */
const standard: ReadonlyMap<string, ReadonlySet<string>> = new Map([["phonecall", new Set(["statecode", "statuscode", "regardingobjectid"])]]);

/** Steps are registered on tables of the package, or on such, and name only columns that these have. */
const targets = (contents: Contents): readonly Finding[] => contents.steps.flatMap((step) => {
  const name = textOf(step.root, "PrimaryEntity");
  const own = contents.tables.get(name)?.columns ?? standard.get(name);
  if (own === undefined) return [finding("DULY-CHECK-034", step, name)];
  const columns = [...list(textOf(step.root, "FilteringAttributes")), ...descendants(step.root, "Attributes").flatMap((entry) => list(textOf(entry)))];
  return columns.filter((column) => !own.has(column)).map((column) => finding("DULY-CHECK-035", step, column, name));
});

/** The plug-in type that a step or custom API runs: by id, or by the key that a plug-in package gives its types. */
export const typeOf = ({ root }: Located): string => unbraced(textOf(root, "PluginTypeId") || textOf(root, "PluginTypeExportKey") || textOf(childOf(root, "plugintypeid")));

/** A name without a public key stands for an assembly that was not built: the platform takes none such. */
const isSigned = ({ root }: Located): boolean => /PublicKeyToken=[0-9a-f]{16}/.test(textOf(root, "PluginTypeName"));

const packages = (contents: Contents): readonly string[] => [...contents.entries.keys()].filter((path) => /^pluginpackages\/[^/]+\/pluginpackage\.xml$/.test(path));

/** Steps and custom APIs run types of the one assembly of the package; a plug-in package does not tell the names of its types. */
function types(contents: Contents): readonly Finding[] {
  const users = [...contents.steps, ...contents.apis].filter((part) => typeOf(part) !== "");
  const packed = packages(contents).length > 0;
  if (contents.assemblies.length > 0 && packed) return [finding("DULY-CHECK-043", whole)];
  if (packed || users.length === 0) return [];
  if (contents.assemblies.length === 0) return users.some(isSigned) ? [finding("DULY-CHECK-042", whole)] : [];
  const known = new Map(contents.assemblies.flatMap(({ root }) => descendants(root, "PluginType")).map((type) => [unbraced(type.attributes.PluginTypeId ?? ""), type.attributes.AssemblyQualifiedName]));
  const named = (part: Located): string => textOf(part.root, "PluginTypeName");
  return users.filter((part) => !known.has(typeOf(part)) || (named(part) !== "" && known.get(typeOf(part)) !== named(part))).map((part) => finding("DULY-CHECK-041", part, named(part) || typeOf(part)));
}

const known: ReadonlySet<string> = new Set(Object.values(sdkMessages));

const messages = ({ steps: all }: Contents): readonly Finding[] => all.filter(({ root }) => !known.has(unbraced(textOf(root, "SdkMessageId"))))
  .map((step) => finding("DULY-CHECK-098", step, textOf(step.root, "SdkMessageId")));

/** A user is a row of one organisation: exports of older generators carry the name or the id. */
const impersonating = ({ steps: all }: Contents): readonly Finding[] => all.flatMap((step) => ["ImpersonatingUserId", "ImpersonatingUserIdName"].map((name) => textOf(step.root, name))
  .filter((user) => user !== "").map((user) => finding("DULY-CHECK-101", step, user)));

/** A custom API that no plug-in type handles can only be handled by steps of others, which it must then take. */
const idle = ({ apis }: Contents): readonly Finding[] => apis.filter((api) => typeOf(api) === "" && textOf(api.root, "allowedcustomprocessingsteptype") === "0")
  .map((api) => finding("DULY-CHECK-097", api));

export const steps = (contents: Contents): readonly Finding[] => [...targets(contents), ...types(contents), ...messages(contents), ...impersonating(contents), ...idle(contents)];
