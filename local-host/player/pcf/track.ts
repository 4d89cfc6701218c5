import type { Allocated } from "./host.types";

const NOT_TRACKED: Allocated = { width: -1, height: -1 };

/** The size of a control's element: told only after the control asked for it; the height stays -1, as on the platform's forms. */
export interface SizeTracker { readonly allocated: () => Allocated; readonly track: (on: boolean) => void; readonly stop: () => void }

/** @param resized called with each new width once tracking is on */
export function trackSize(element: HTMLElement, resized: () => void): SizeTracker {
  let allocated = NOT_TRACKED;
  const observer = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(() => {
    const width = Math.round(element.clientWidth);
    if (width === allocated.width) return;
    allocated = { width, height: -1 };
    resized();
  });
  const track = (on: boolean): void => {
    observer?.disconnect();
    if (on) { allocated = { width: Math.round(element.clientWidth), height: -1 }; observer?.observe(element); }
  };
  return { allocated: () => allocated, track, stop: () => { observer?.disconnect(); } };
}
