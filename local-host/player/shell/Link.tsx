import * as React from "react";
import { usePlayer } from "./player";
import type { Route } from "./route";

const isPlainClick = (event: React.MouseEvent): boolean => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

interface Props { readonly to: Route; readonly className?: string; readonly current?: boolean; readonly onFollow?: () => void }

/** A real link: opens in place on a plain click, in a new tab with the browser's own keys. */
export const Link: React.FC<Props> = ({ to, className, current, onFollow, children }) => {
  const { router } = usePlayer();
  const follow = (event: React.MouseEvent): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onFollow?.();
    router.go(to);
  };
  return <a href={router.href(to)} className={className} aria-current={current ? "page" : undefined} onClick={follow}>{children}</a>;
};
