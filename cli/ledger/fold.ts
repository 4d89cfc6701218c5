/** Dataverse's alternate keys know neither case nor accents: texts with the same fold name the same row. */
export const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
