import { runScript, type Ended } from "./script";

/** Runs the smoke script in a folder that is not the checkout's. */
export const smokeIn = (folder: { readonly path: string }) => (args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  runScript("examples/smoke/smoke.mjs", { args, environment, cwd: folder.path });
