import * as React from "react";
import type { AttributeKind } from "../api/metadata.types";
import { isLookup } from "../api/values";
import { Link } from "../shell/Link";
import { usePlayer } from "../shell/player";
import { BooleanInput, ChoiceInput, ChoicesInput } from "./ChoiceInput";
import { DateInput, DateTimeInput } from "./DateInput";
import { displayText } from "./display";
import type { FieldProps } from "./field.types";
import { LookupInput } from "./LookupInput";
import { NumberInput } from "./NumberInput";
import { Restricted } from "./Restricted";
import { RichText, RichTextInput } from "./RichText";
import { TextInput } from "./TextInput";

const INPUTS: Readonly<Partial<Record<AttributeKind, React.FC<FieldProps>>>> = {
  text: TextInput, memo: TextInput, integer: NumberInput, decimal: NumberInput, money: NumberInput, boolean: BooleanInput,
  date: DateInput, datetime: DateTimeInput, choice: ChoiceInput, choices: ChoicesInput, lookup: LookupInput,
};

/** A value that cannot be changed. */
export const ReadOnly: React.FC<Pick<FieldProps, "id" | "attribute" | "label" | "value">> = ({ id, attribute, label, value }) => {
  const { locale, texts } = usePlayer();
  const text = displayText(attribute, value, locale);
  return (
    <div id={id} className="mda-read" role="group" aria-label={label} aria-readonly="true">
      {value !== null && isLookup(value) && value.entityType ? <Link to={{ page: "row", table: value.entityType, id: value.id, parent: null }}>{text}</Link> : text || texts.empty}
    </div>
  );
};

/** The control for a column by its type; a type without one can only be read, and what column security hides not even that. */
export const Field: React.FC<FieldProps & { readonly disabled: boolean }> = ({ disabled, ...field }) => {
  if (!field.attribute.readable) return <Restricted id={field.id} label={field.label} />;
  const Input = field.attribute.rich ? RichTextInput : INPUTS[field.attribute.kind];
  if (disabled && field.attribute.rich) return <RichText {...field} />;
  return disabled || !Input ? <ReadOnly {...field} /> : <Input {...field} />;
};
