import type { Page } from "playwright-core";
import { serveSession } from "../../cli/start/serve";
import type { Session } from "../../cli/start/session";

export interface ServedApp { readonly origin: string; close(): Promise<void> }

/** Serves the session's app on a free port. */
export const serveApp = (session: Session): Promise<ServedApp> => serveSession(session, 0);

/** Messages of the page that nobody should see: uncaught errors and failed requests of the page itself. */
export function watch(page: Page): readonly string[] {
  const seen: string[] = [];
  page.on("pageerror", (error) => seen.push(String(error)));
  page.on("response", (response) => { if (response.status() >= 500) seen.push(`${response.status()} ${response.url()}`); });
  return seen;
}
