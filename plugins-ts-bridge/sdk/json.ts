/** Levels that an answer may have: Jint's JSON.stringify goes down the native stack. */
const deepestAnswer = 32;

/** Parses JSON from the host. Half a surrogate pair, which engines treat differently, becomes U+FFFD. */
export function parseJson(text: string): unknown {
  if (!text.includes("\\ud") && !text.includes("\\uD")) return JSON.parse(text.toWellFormed());
  return JSON.parse(text.toWellFormed(), (_key, value: unknown) => (typeof value === "string" ? value.toWellFormed() : value));
}

/** An answer has tens of thousands of values: it is walked without a call for each. */
function isDeeper(value: object, levels: number): boolean {
  let open = [value];
  for (let level = 0; level <= levels && open.length > 0; level += 1) {
    const inner: object[] = [];
    for (const one of open) {
      // Of what JSON knows only own members are seen by this loop, and no list of them is made.
      for (const name in one) {
        const member = (one as Readonly<Record<string, unknown>>)[name];
        if (typeof member === "object" && member !== null) inner.push(member);
      }
    }
    open = inner;
  }
  return open.length > 0;
}

/** JSON for the host. Throws when it is nested deeper than 32 levels. */
export function answerJson(answer: object): string {
  if (isDeeper(answer, deepestAnswer)) throw new Error(`An answer is nested deeper than ${deepestAnswer} levels.`);
  return JSON.stringify(answer);
}
