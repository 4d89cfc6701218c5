const [zero, nine] = [48, 57];

/**
 * Is a text digits and nothing else? Looked at sign by sign: the first pattern that a rule tries makes a first save in Dataverse wait a tenth longer,
 * until the engine's code for patterns is compiled.
 */
function isDigits(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign < zero || sign > nine) return false;
  }
  return text !== "";
}

/** The parts of a decimal text. */
export interface DecimalParts { readonly sign: "" | "-"; readonly whole: string; readonly fraction: string }

/** Parts of a text such as "-12.5"; null when it is none. A point has digits on both sides. */
export function decimalParts(given: string): DecimalParts | null {
  // No platform sends anything but a text; what comes all the same is refused like a wrong one, in every engine alike.
  const text = `${given}`;
  const sign = text.startsWith("-") ? "-" : "";
  const point = text.indexOf(".");
  const whole = text.slice(sign.length, point === -1 ? text.length : point);
  const fraction = point === -1 ? "" : text.slice(point + 1);
  return isDigits(whole) && (point === -1 || isDigits(fraction)) ? { sign, whole, fraction } : null;
}
