/** The folder of the zip in which a file belongs that a component of the folder names. */
export const homeOf = (path: string): string => (path.startsWith("Entities/") ? "Formulas" : path.split("/")[0] ?? "");

/** Does the part lie elsewhere, where another kind of component is read? */
export function isAstray(path: string, part: string): boolean {
  const [first, home] = [part.split("/")[0]?.toLowerCase(), homeOf(path).toLowerCase()];
  return first !== home && !(first === "connector" && home === "connectors");
}
