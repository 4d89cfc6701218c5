import type { Parameters } from "./parameters";

/** `column LIKE pattern` without regard to case and accents, with SQL Server's wildcards `%`, `_`, `[a-f]`, `[^a-f]`. */
export function like(column: string, pattern: string, parameters: Parameters): string {
  // SQLite's LIKE knows no character classes, its GLOB does.
  if (pattern.includes("[")) return `fold(${column}) GLOB fold(${parameters.add(globOf(pattern))})`;
  return `fold(${column}) LIKE fold(${parameters.add(pattern)})`;
}

const WILDCARDS: Readonly<Record<string, string>> = { "%": "*", _: "?", "*": "[*]", "?": "[?]" };

function globOf(pattern: string): string {
  return pattern.replace(/\[[^\]]+\]|[%_*?[]/g, (part) => {
    if (part === "[") return "[[]";
    return part.length > 1 ? part : WILDCARDS[part] ?? part;
  });
}
