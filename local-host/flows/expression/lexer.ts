import { invalidTemplate } from "../error";

export type Token =
  | { readonly kind: "string" | "name" | "number"; readonly text: string; readonly at: number }
  | { readonly kind: "mark"; readonly text: Mark; readonly at: number }
  | { readonly kind: "end"; readonly text: ""; readonly at: number };
type Mark = "(" | ")" | "[" | "]" | "," | "." | "?" | "}";

// \s covers the no-break space that designers paste into real flows.
const BLANK = /\s*/y;
const NUMBER = /[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const STRING = /'((?:[^']|'')*)'/y;
const MARKS = "()[],.?}";

/** Reads one token after another, so that an expression inside `@{…}` ends where its parser ends. */
export class Lexer {
  private position: number;
  private ahead: Token | null = null;

  constructor(readonly source: string, start: number) { this.position = start; }

  peek(): Token {
    this.ahead ??= this.read();
    return this.ahead;
  }

  next(): Token {
    const token = this.peek();
    this.ahead = null;
    return token;
  }

  private read(): Token {
    this.match(BLANK);
    const at = this.position;
    if (at >= this.source.length) return { kind: "end", text: "", at };
    const string = this.match(STRING);
    if (string) return { kind: "string", text: (string[1] ?? "").replaceAll("''", "'"), at };
    const number = this.match(NUMBER);
    if (number) return { kind: "number", text: number[0], at };
    const name = this.match(NAME);
    if (name) return { kind: "name", text: name[0], at };
    return this.mark(at);
  }

  private mark(at: number): Token {
    const text = this.source.charAt(at);
    if (text === "'") throw invalidTemplate(`the string that begins at position ${at} is not closed in '${this.source}'.`);
    if (!MARKS.includes(text)) throw invalidTemplate(`unexpected character '${text}' at position ${at} in '${this.source}'.`);
    this.position += 1;
    return { kind: "mark", text: text as Mark, at };
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.source);
    if (found) this.position = pattern.lastIndex;
    return found;
  }
}
