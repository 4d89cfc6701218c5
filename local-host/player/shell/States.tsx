import { MessageBar, MessageBarButton, MessageBarType, Spinner } from "@fluentui/react";
import * as React from "react";
import { describe, shownCode } from "../api/fault";
import { usePlayer } from "./player";
import type { Load } from "./useLoad";

export const Loading: React.FC = () => <div className="mda-state" aria-busy="true"><Spinner label={usePlayer().texts.loading} /></div>;

export const Empty: React.FC = ({ children }) => <p className="mda-state">{children}</p>;

/** An error with its code, so that it can be looked up or told to somebody. */
export const Failure: React.FC<{ readonly problem: unknown; readonly retry?: () => void; readonly title?: string }> = ({ problem, retry, title }) => {
  const { texts } = usePlayer();
  const { code, message } = describe(problem);
  return (
    <MessageBar messageBarType={MessageBarType.error} isMultiline role="alert"
      {...(retry ? { actions: <MessageBarButton onClick={retry}>{texts.retry}</MessageBarButton> } : {})}>
      {title ? <strong>{title} </strong> : null}{message} {shownCode(code) === null ? null : <code>{code}</code>}
    </MessageBar>
  );
};

/** Shows loading and failure of a read, and its value when it is there. */
export function Loaded<T>({ load, retry, children }: { readonly load: Load<T>; readonly retry: () => void; readonly children: (value: T) => React.ReactElement }): React.ReactElement {
  if (load.state === "loading") return <Loading />;
  if (load.state === "failed") return <Failure problem={load.problem} retry={retry} />;
  return children(load.value);
}
