import { DefaultButton, mergeStyles, useTheme } from "@fluentui/react";
import * as React from "react";
import type { Failure } from "./failure";

/** Shows a failed call with its code, and a way to try again when there is one. */
export function FailureBar(props: {
  readonly failure: Failure;
  readonly title: string;
  readonly retry?: { readonly text: string; readonly run: () => void };
}): React.ReactElement {
  const { semanticColors, palette } = useTheme();
  const className = mergeStyles({
    display: "flex", flexWrap: "wrap", alignItems: "center", gap: 12, padding: "8px 12px", borderRadius: 4, margin: "8px 0",
    background: semanticColors.errorBackground, borderInlineStart: `3px solid ${semanticColors.errorIcon}`, color: palette.neutralPrimary, fontSize: 14,
  });
  const { failure, retry } = props;
  return (
    <div role="alert" className={className}>
      <div style={{ flex: "1 1 200px", minWidth: 0, overflowWrap: "anywhere" }}>
        <strong>{props.title}</strong> {failure.text} <code style={{ whiteSpace: "nowrap" }}>({failure.code})</code>
      </div>
      {retry && <DefaultButton text={retry.text} onClick={retry.run} />}
    </div>
  );
}
