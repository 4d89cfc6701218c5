import { readControls } from "../build/controls";

/** Bytes of bundle.js of every PCF control. */
export const bundleSizes = (): Readonly<Record<string, number>> =>
  Object.fromEntries(readControls().map((control) => [control.name, control.files.get("bundle.js")?.length ?? 0]));
