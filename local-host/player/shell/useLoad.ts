import * as React from "react";

export type Load<T> = { readonly state: "loading" } | { readonly state: "failed"; readonly problem: unknown } | { readonly state: "ready"; readonly value: T };

/** Runs an asynchronous read whenever `keys` change; a late answer of an earlier read is dropped. `again` repeats it. */
export function useLoad<T>(read: () => Promise<T>, keys: React.DependencyList): readonly [Load<T>, () => void] {
  const [load, setLoad] = React.useState<Load<T>>({ state: "loading" });
  const [turn, setTurn] = React.useState(0);
  React.useEffect(() => {
    let wanted = true;
    setLoad({ state: "loading" });
    read().then(
      (value) => { if (wanted) setLoad({ state: "ready", value }); },
      (problem: unknown) => { if (wanted) setLoad({ state: "failed", problem }); },
    );
    return () => { wanted = false; };
  }, [...keys, turn]);
  return [load, () => { setTurn((count) => count + 1); }];
}
