/** The basic character set of GSM 03.38; every letter is one septet. */
const basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/** Letters of the extension table take two septets. */
const extended = "^{}\\[~]|€\f";

const limits = { gsm: { alone: 160, joined: 153 }, ucs2: { alone: 70, joined: 67 } } as const;

const segmentsFor = (units: number, { alone, joined }: { readonly alone: number; readonly joined: number }): number =>
  (units <= alone ? 1 : Math.ceil(units / joined));

/** How many SMS a text takes: GSM-7 when every letter is in its alphabet, else UCS-2; at least one. Source: 3GPP TS 23.038, 23.040. */
export function smsSegments(text: string): number {
  const letters = [...text];
  if (!letters.every((letter) => basic.includes(letter) || extended.includes(letter))) return segmentsFor(text.length, limits.ucs2);
  return segmentsFor(letters.reduce((sum, letter) => sum + (extended.includes(letter) ? 2 : 1), 0), limits.gsm);
}
