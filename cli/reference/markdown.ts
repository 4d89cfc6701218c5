/** Characters that Markdown or HTML would take for their own, as they are read and not as they are meant. */
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A text for a paragraph or a table cell: shown exactly as it is, in one line. */
export const escaped = (text: string): string => text
  .replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
  .replace(/[\\`*_[\]|~#]/g, "\\$&")
  .replace(/\s*[\r\n]+\s*/g, "<br>");

/** A name in code type. Names are letters, digits and `_ . - | $ / space`; anything else is written as text. */
export const code = (name: string): string => (/^[\w.$/ -]+$/.test(name) ? `\`${name}\`` : escaped(name));

export const codes = (names: readonly string[]): string => names.map(code).join(", ");

export const heading = (level: 1 | 2 | 3, text: string): string => `${"#".repeat(level)} ${escaped(text)}\n`;

/** A place that links can name: `tables.md#duly_debtor`. */
export const anchor = (name: string): string => `<a id="${name.toLowerCase()}"></a>`;

export const link = (text: string, target: string): string => `[${escaped(text)}](${target})`;

/** A table; the cells are Markdown already. "–" without rows. */
export function grid(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "–\n";
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line), ""].join("\n");
}

/** Parts of a page, an empty line between them. */
export const page = (...parts: readonly string[]): string => parts.join("\n");

export const yes = (value: boolean): string => (value ? "yes" : "");
