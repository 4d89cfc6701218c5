const PLAIN = /^[\u0000-\u007f]*$/;

/** A text as comparisons see it: without case and accents ("Árvíz" = "arviz"). */
export const fold = (text: string): string =>
  PLAIN.test(text) ? text.toLowerCase() : text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
