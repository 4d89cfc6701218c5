/** One text in one language. */
export interface LocalText { readonly lcid: number; readonly text: string }

/** A text in every language of the package; English (1033) first. */
export type Text = readonly LocalText[];

export const english = 1033;
export const hungarian = 1038;
