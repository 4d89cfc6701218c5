import * as React from "react";

/** What becomes of a promise's answer. */
export interface Answers<T> {
  readonly done: (value: T) => void;
  readonly failed: (error: unknown) => void;
}

/** Gives a function that waits for a promise and drops its answer when the component or the control has ended meanwhile. */
export function useGuard(life: AbortSignal): <T>(waiting: Promise<T>, answers: Answers<T>) => void {
  const mounted = React.useRef(true);
  React.useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return React.useCallback((waiting, answers) => {
    const wanted = (): boolean => mounted.current && !life.aborted;
    waiting.then((value) => wanted() && answers.done(value), (error: unknown) => wanted() && answers.failed(error));
  }, [life]);
}
