import * as React from "react";

/** The value once it has stood still for so many milliseconds. */
export function useDelayed<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = React.useState(value);
  React.useEffect(() => {
    const timer = window.setTimeout(() => { setSettled(value); }, milliseconds);
    return () => { window.clearTimeout(timer); };
  }, [value, milliseconds]);
  return settled;
}
