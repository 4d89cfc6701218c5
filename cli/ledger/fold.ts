const plain = /^[\u0000-\u007f]*$/;

/** Dataverse's alternate keys know neither case nor accents: texts with the same fold name the same row. */
export const fold = (text: string): string =>
  (plain.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "")).toLowerCase().trim();
