/**
 * Levels the two engines: Jint walks a string by grapheme clusters, V8 by code points, and neither clock nor chance may enter a rule.
 * Imported first by the bundle.
 */
function* codePoints(this: string): Generator<string, undefined> {
  const text = String(this);
  for (let index = 0; index < text.length;) {
    const point = String.fromCodePoint(text.codePointAt(index) ?? 0);
    yield point;
    index += point.length;
  }
}

const refuse = (name: string) => (): never => { throw new Error(`${name} is not for rules; the business day comes with the context.`); };

Object.defineProperty(String.prototype, Symbol.iterator, { value: codePoints, configurable: true, writable: true });
Date.now = refuse("Date.now");
Math.random = refuse("Math.random");
