import { TextField } from "@fluentui/react";
import * as React from "react";
import type { FieldProps } from "./field.types";

/** One line of text, or several for a memo; committed when the field is left. */
export const TextInput: React.FC<FieldProps> = ({ id, attribute, label, value, required, onChange }) => {
  const stored = value === null ? "" : String(value);
  const [text, setText] = React.useState(stored);
  React.useEffect(() => { setText(stored); }, [stored]);
  const commit = (): void => { onChange(text.trim() === "" ? null : text); };
  const several = attribute.kind === "memo";
  return (
    <TextField id={id} ariaLabel={label} value={text} multiline={several} autoAdjustHeight={several} {...(attribute.maxLength ? { maxLength: attribute.maxLength } : {})}
      aria-required={required} onChange={(_, next) => { setText(next ?? ""); }} onBlur={commit} onKeyDown={(event) => { if (event.key === "Enter" && !several) commit(); }} />
  );
};
