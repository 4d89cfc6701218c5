import { MessageBar, MessageBarButton, MessageBarType } from "@fluentui/react";
import * as React from "react";
import { shownCode } from "../api/fault";
import { usePlayer } from "../shell/player";
import { useForm } from "./host";
import type { FormNotice } from "./session.types";
import { useSession } from "./useSession";

const TYPES: Readonly<Record<FormNotice["level"], MessageBarType>> = { ERROR: MessageBarType.error, WARNING: MessageBarType.warning, INFO: MessageBarType.info };

const Code: React.FC<{ readonly of: string | undefined }> = ({ of }) => {
  const code = shownCode(of);
  return code === null ? null : <code>{code}</code>;
};

/** What the server, the scripts and the controls have to say about the form, above its fields. */
export const Notices: React.FC = () => {
  const { texts } = usePlayer();
  const { session, actions } = useForm();
  useSession(session);
  return (
    <>
      {session.look.notices().map(({ id, level, text, code }) => (
        <MessageBar key={id} messageBarType={TYPES[level]} isMultiline role={level === "ERROR" ? "alert" : "status"} dismissButtonAriaLabel={texts.dismiss} onDismiss={() => { session.look.clearNotice(id); }}>
          {text} <Code of={code} />
        </MessageBar>
      ))}
      {session.readOnly ? <MessageBar>{texts.readOnly}</MessageBar> : null}
      {session.stale ? <MessageBar actions={<MessageBarButton onClick={() => { void actions.refresh(); }}>{texts.refresh}</MessageBarButton>}>{texts.stale}</MessageBar> : null}
    </>
  );
};
