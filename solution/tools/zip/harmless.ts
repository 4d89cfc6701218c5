/** Why the name of a part is refused in a zip; null when it stays within the zip's folder. */
export function leaves(name: string): string | null {
  if (name.includes("\\")) return "has a backslash";
  if (/[\u0000-\u001f\u007f]/.test(name)) return "has a control character";
  if (/^\/|^[a-z]:/i.test(name)) return "starts at the root of a drive";
  return name.split("/").some((segment) => segment === ".." || segment === "." || segment === "") ? "leads out of its folder" : null;
}
