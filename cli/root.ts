import { join } from "node:path";

/** Folder of the checkout; put in by the bundler of cli/boot.mjs, or the current folder under jest. */
export const root: string = process.env.DULY_ROOT ?? process.cwd();

export const inRoot = (...parts: readonly string[]): string => join(root, ...parts);
