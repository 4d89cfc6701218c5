import { addressOf, readRoute, type Route } from "./route";

/** Asked before the present page is left; false keeps it. */
export type LeaveGuard = () => Promise<boolean>;

export interface Router {
  readonly current: () => Route;
  /** Address of a route, for links. */
  readonly href: (route: Route) => string;
  readonly go: (route: Route, how?: "push" | "replace") => void;
  readonly listen: (listener: (route: Route) => void) => () => void;
  /** Sets or takes away the guard of a page with unsaved changes. */
  readonly guard: (guard: LeaveGuard | null) => void;
}

/** Routing over the browser's history; back and forward ask the guard like links do. */
export function makeRouter(): Router {
  const listeners = new Set<(route: Route) => void>();
  let guard: LeaveGuard | null = null;
  let shown = window.location.pathname + window.location.search;
  const current = (): Route => readRoute(window.location.pathname, window.location.search);
  const show = (address: string): void => {
    guard = null;
    shown = address;
    for (const listener of listeners) listener(current());
  };
  const open = (address: string, how: "push" | "replace"): void => {
    if (how === "replace") window.history.replaceState(null, "", address);
    else window.history.pushState(null, "", address);
    show(address);
  };
  const afterGuard = (then: () => void): void => {
    if (!guard) then();
    else void guard().then((leave) => { if (leave) then(); });
  };
  window.addEventListener("popstate", () => {
    const wanted = window.location.pathname + window.location.search;
    if (guard) window.history.pushState(null, "", shown);
    afterGuard(() => (guard ? open(wanted, "replace") : show(wanted)));
  });
  window.addEventListener("beforeunload", (event) => { if (guard) event.preventDefault(); });
  return {
    current,
    href: (route) => addressOf(route, window.location.search),
    go: (route, how = "push") => { afterGuard(() => open(addressOf(route, window.location.search), how)); },
    listen: (listener) => { listeners.add(listener); return () => { listeners.delete(listener); }; },
    guard: (next) => { guard = next; },
  };
}
