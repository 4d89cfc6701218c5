import { fault, type Fault } from "#domain/messages/fault";
import { fieldsOf, unknownField, type UnknownField, type Use } from "#domain/templates/fields";
import { brokenPromiseCode } from "../../rows/terms";
import { parsed } from "./fill";

type Token = readonly unknown[];
const isToken = (value: unknown): value is Token => Array.isArray(value);

const kinds: ReadonlyMap<unknown, Use["kind"]> = new Map([["name", "field"], ["&", "field"], ["#", "section"], ["^", "inverted"], [">", "other"]] as const);

function useOf(token: unknown): readonly Use[] {
  if (!isToken(token)) return [];
  const [sign, name, , , inner] = token;
  const kind = kinds.get(sign);
  return kind === undefined ? [] : [{ name: String(name), kind, inner: isToken(inner) ? inner.flatMap(useOf) : [] }];
}

/** Merge fields and sections that a text uses; one that is no text after all is read as its words. Throws an Error of the renderer when one is not closed. */
export const usesIn = (text: string): readonly Use[] => parsed(String(text)).flatMap(useOf);

/** What the text of a template may name: that of a broken promise has fields of its own. */
export type Purpose = keyof typeof fieldsOf;
export const purposeOf = (code: string | null | undefined): Purpose => (code === brokenPromiseCode ? "brokenPromise" : "reminder");

/** The first field of a text that no message has; null = all are known. Throws as `usesIn` does. */
export const unknownIn = (text: string, purpose: Purpose): UnknownField | null => unknownField(usesIn(text), fieldsOf[purpose]);

/** A text as a row has it; `name` is the row's. */
export interface Words { readonly name: string; readonly subject: string; readonly body: string }

function faultOf(column: "duly_subject" | "duly_body", text: string, { name, purpose }: { readonly name: string; readonly purpose: Purpose }): readonly Fault[] {
  try {
    const unknown = unknownIn(text, purpose);
    return unknown === null ? [] : [fault("DULY-TEMPLATE-005", { text: name, column, ...unknown })];
  } catch (error) {
    return [fault("DULY-TEMPLATE-001", { text: name, column, problem: error instanceof Error ? error.message : String(error) })];
  }
}

/** What is wrong with the merge fields of a text: one that is not closed, or that no message has. null = nothing. */
export const fieldFault = ({ name, subject, body }: Words, purpose: Purpose): Fault | null =>
  [...faultOf("duly_subject", subject, { name, purpose }), ...faultOf("duly_body", body, { name, purpose })][0] ?? null;
