import { Dropdown, type IDropdownOption, Toggle } from "@fluentui/react";
import * as React from "react";
import { isNumbers } from "../api/values";
import { usePlayer } from "../shell/player";
import type { FieldProps } from "./field.types";

const EMPTY = "";

/** One of the options of a choice; empty unless required. */
export const ChoiceInput: React.FC<FieldProps> = ({ id, attribute, label, value, required, onChange }) => {
  const { texts } = usePlayer();
  const options: IDropdownOption[] = attribute.options.map((option) => ({ key: option.value, text: option.label }));
  const none = required ? [] : [{ key: EMPTY, text: texts.empty }];
  return (
    <Dropdown id={id} ariaLabel={label} placeholder={texts.choose} options={[...none, ...options]} selectedKey={typeof value === "number" ? value : null}
      onChange={(_, option) => { onChange(typeof option?.key === "number" ? option.key : null); }} />
  );
};

/** Any number of the options of a choice. */
export const ChoicesInput: React.FC<FieldProps> = ({ id, attribute, label, value, onChange }) => {
  const { texts } = usePlayer();
  const chosen = isNumbers(value) ? value : [];
  const change = (option: IDropdownOption | undefined): void => {
    const next = attribute.options.map((each) => each.value).filter((each) => (each === option?.key ? option.selected === true : chosen.includes(each)));
    onChange(next.length > 0 ? next : null);
  };
  return (
    <Dropdown id={id} ariaLabel={label} placeholder={texts.choose} multiSelect options={attribute.options.map((option) => ({ key: option.value, text: option.label }))}
      selectedKeys={[...chosen]} onChange={(_, option) => { change(option); }} />
  );
};

/** Yes or no, in the words of the column's own options. */
export const BooleanInput: React.FC<FieldProps> = ({ id, attribute, label, value, onChange }) => {
  const { texts } = usePlayer();
  const word = (of: number, otherwise: string): string => attribute.options.find((option) => option.value === of)?.label ?? otherwise;
  return (
    <Toggle id={id} ariaLabel={label} checked={value === true} onText={word(1, texts.yes)} offText={word(0, texts.no)} styles={{ root: { margin: "4px 0" } }}
      onChange={(_, checked) => { onChange(checked === true); }} />
  );
};
