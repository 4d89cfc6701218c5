import { Toggle } from "@fluentui/react";
import * as React from "react";
import { usePlayer } from "../shell/player";
import type { FieldProps } from "./field.types";
import { TextInput } from "./TextInput";

/** Policy of the document in the frame: no scripts, no requests; a message brings its own styles. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A document around a piece of HTML that can neither run, load nor reach anything, whatever the piece says. */
export const framed = (html: string): string =>
  `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta charset="utf-8"><style>body{font:14px "Segoe UI",system-ui,sans-serif;color:#242424;margin:12px;overflow-wrap:anywhere}</style>${html}`;

/** HTML as it looks, in a frame of an origin of its own in which scripts, forms and links are off. */
export const RichText: React.FC<Pick<FieldProps, "id" | "label" | "value">> = ({ id, label, value }) => {
  const { texts } = usePlayer();
  if (typeof value !== "string" || value === "") return <div id={id} className="mda-read">{texts.empty}</div>;
  return <iframe id={id} className="mda-rich" title={label} sandbox="" referrerPolicy="no-referrer" srcDoc={framed(value)} />;
};

/** HTML as it looks, or on demand its source to change. */
export const RichTextInput: React.FC<FieldProps> = (field) => {
  const { texts } = usePlayer();
  const [source, setSource] = React.useState(false);
  return (
    <>
      {source ? <TextInput {...field} /> : <RichText {...field} />}
      <Toggle inlineLabel label={texts.htmlSource} checked={source} onChange={(_, on) => { setSource(on === true); }} styles={{ root: { margin: "4px 0" } }} />
    </>
  );
};
