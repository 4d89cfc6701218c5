/** An XML element. Packages write elements with either children or text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

export const childOf = (parent: Element | undefined, name: string): Element | undefined => parent?.children.find((child) => child.name === name);

/** Children of the child of that name: `<Roles><Role/>…</Roles>` -> the roles. */
export const itemsOf = (parent: Element | undefined, name: string): readonly Element[] => childOf(parent, name)?.children ?? [];

export const named = (elements: readonly Element[], name: string): readonly Element[] => elements.filter((element) => element.name === name);

/** Text of a child, without white space around it; empty when there is no such child. */
export const textOf = (parent: Element | undefined, name: string): string => childOf(parent, name)?.text.trim() ?? "";

/** Number in a child; null when there is none. */
export function numberOf(parent: Element | undefined, name: string): number | null {
  const text = textOf(parent, name);
  return text === "" || Number.isNaN(Number(text)) ? null : Number(text);
}

/** "1" and "true" are yes. */
export const flagOf = (parent: Element | undefined, name: string): boolean => /^(1|true)$/i.test(textOf(parent, name));

/** A GUID as the store has it: lower case, no braces. */
export const guidIn = (text: string): string => text.trim().replace(/[{}]/g, "").toLowerCase();
