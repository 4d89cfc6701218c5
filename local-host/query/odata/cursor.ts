import { badUri } from "./error";
import { tokensOf, type Token } from "./tokens";

const DEEPEST = 100;

/** A place in the tokens of one expression. */
export class Cursor {
  private index = 0;
  private depth = 0;
  private readonly tokens: readonly Token[];

  constructor(private readonly source: string) {
    this.tokens = tokensOf(source);
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)] ?? { kind: "end", text: "", at: this.source.length };
  }

  next(): Token {
    const token = this.peek();
    this.index += 1;
    return token;
  }

  /** Whether the next token is this sign or word. */
  sees(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && (token.kind === "sign" || token.kind === "name");
  }

  /** Takes the next token when it is this sign or word. */
  takes(text: string): boolean {
    const seen = this.sees(text);
    if (seen) this.index += 1;
    return seen;
  }

  /** Parses what stands one level deeper. Throws beyond 100 levels: no person writes them, and the stack is not endless. */
  deeper<T>(parse: () => T): T {
    if (this.depth >= DEEPEST) throw badUri(`The expression is nested deeper than ${DEEPEST} levels.`);
    this.depth += 1;
    const result = parse();
    this.depth -= 1;
    return result;
  }

  expect(text: string): void {
    if (!this.takes(text)) throw this.unexpected(`'${text}'`);
  }

  name(): string {
    if (this.peek().kind !== "name") throw this.unexpected("a name");
    return this.next().text;
  }

  end(): void {
    if (this.peek().kind !== "end") throw this.unexpected("the end");
  }

  unexpected(wanted: string): Error {
    const { kind, text, at } = this.peek();
    return badUri(`Syntax error: ${wanted} expected at position ${at} in '${this.source}', found ${kind === "end" ? "the end" : `'${text}'`}.`);
  }
}
