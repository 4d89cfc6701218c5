import { type Assembly, readAssembly } from "../dll/assembly";
import { descendants } from "../xml/element";
import { type Contents, fileOf, type Located } from "./contents";
import { finding, type Finding } from "./finding";

/** The plug-in types that a component lists are public in its file, and qualified by the assembly's full name. */
const types = (component: Located, { fullName, publicTypes }: Assembly): readonly Finding[] => descendants(component.root, "PluginType").flatMap(({ attributes }) => {
  const [name, qualified] = [attributes.Name ?? "", attributes.AssemblyQualifiedName ?? ""];
  return [
    ...(publicTypes.has(name) ? [] : [finding("DULY-CHECK-079", component, name)]),
    ...(qualified === `${name}, ${fullName}` ? [] : [finding("DULY-CHECK-092", component, qualified, `${name}, ${fullName}`)]),
  ];
});

/** What the package says of an assembly is what its file says of itself; a file that is missing is another rule's finding. */
export const assemblies = (contents: Contents): readonly Finding[] => contents.assemblies.flatMap((component) => {
  const file = fileOf(contents, component);
  if (file === undefined) return [];
  const assembly = readAssembly(file);
  if ("unreadable" in assembly) return [finding("DULY-CHECK-090", component, assembly.unreadable)];
  const says = component.root.attributes.FullName ?? "";
  const signed = assembly.signature === "wrong" ? [finding("DULY-CHECK-152", component)] : [];
  return [...signed, ...(says === assembly.fullName ? [] : [finding("DULY-CHECK-091", component, says, assembly.fullName)]), ...types(component, assembly)];
});
