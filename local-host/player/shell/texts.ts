import { english } from "./texts.en";
import { hungarian } from "./texts.hu";

/** What the player itself says; texts of the app come from its package. */
export type Texts = Readonly<Record<keyof typeof english, string>>;

export const textsIn = (lcid: number): Texts => (lcid === 1038 ? hungarian : english);

/** Puts values into the places `{0}`, `{1}` … of a text. */
export const fill = (text: string, ...values: readonly (string | number)[]): string => text.replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)] ?? ""));
