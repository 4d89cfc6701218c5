/** The folder of the zip in which a file belongs that a component of the folder names. */
export const homeOf = (path: string): string => (path.startsWith("Entities/") ? "Formulas" : path.split("/")[0] ?? "");

/** Does the part lie elsewhere, where another kind of component is read? */
export const isAstray = (path: string, part: string): boolean => part.split("/")[0]?.toLowerCase() !== homeOf(path).toLowerCase();
