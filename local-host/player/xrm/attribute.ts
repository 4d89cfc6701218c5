import type { AttributeMetadata } from "../api/metadata.types";
import { displayText } from "../fields/display";
import type { FormSession } from "../forms/session";
import type { Level } from "../forms/session.types";
import { collection } from "./collection";
import { fromClient, toClient } from "./convert";
import { makeControl } from "./control";
import type { ContextHandler, FormScope } from "./scope";
import { refusal, refusing } from "./refuse";

const TYPES: Readonly<Record<string, string>> = {
  text: "string", memo: "memo", integer: "integer", decimal: "decimal", money: "money", boolean: "boolean", date: "datetime", datetime: "datetime",
  choice: "optionset", choices: "multiselectoptionset", lookup: "lookup", id: "string",
};

const selectedOption = (attribute: AttributeMetadata, session: FormSession): { value: number; text: string } | null => {
  const found = attribute.options.find((option) => option.value === session.value(attribute.name));
  return found ? { value: found.value, text: found.label } : null;
};

const described = (attribute: AttributeMetadata): object => ({
  getName: () => attribute.name,
  getAttributeType: () => TYPES[attribute.kind] ?? "string",
  getFormat: () => (attribute.kind === "date" ? "date" : attribute.kind === "datetime" ? "datetime" : null),
  getOptions: () => attribute.options.map((option) => ({ value: option.value, text: option.label })),
  getUserPrivilege: () => ({ canRead: attribute.readable, canUpdate: attribute.updatable, canCreate: attribute.createable }),
  getMin: () => attribute.min ?? null, getMax: () => attribute.max ?? null, getMaxLength: () => attribute.maxLength ?? null, getPrecision: () => attribute.precision,
});

/** "always" is refused: the player sends what was changed. */
function setSubmitMode(session: FormSession, column: string, mode: string): void {
  if (mode !== "dirty" && mode !== "never") throw refusal("client API", `formContext.getAttribute("${column}").setSubmitMode("${mode}")`);
  session.setSent(column, mode === "dirty");
}

/** The script's view of a column on the form. */
export function makeAttribute(attribute: AttributeMetadata, scope: FormScope): object {
  const { session, player } = scope;
  const { name } = attribute;
  const registered = new Map<ContextHandler, () => void>();
  const self: object = refusing({
    ...described(attribute),
    getValue: () => toClient(attribute, session.value(name), "braced"),
    setValue: (value: unknown) => { session.set(name, fromClient(attribute, value)); },
    getInitialValue: () => toClient(attribute, session.savedValue(name), "braced"),
    getText: () => displayText(attribute, session.value(name), player.locale),
    getSelectedOption: () => selectedOption(attribute, session),
    getIsDirty: () => session.dirty().includes(name),
    getSubmitMode: () => (session.isSent(name) ? "dirty" : "never"),
    setSubmitMode: (mode: string) => { setSubmitMode(session, name, mode); },
    getRequiredLevel: () => session.level(name),
    setRequiredLevel: (level: Level) => { session.setLevel(name, level); },
    addOnChange: (handler: ContextHandler) => {
      const run = (): void => { scope.run(handler, self); };
      registered.set(handler, run);
      session.onChange(name, run);
    },
    removeOnChange: (handler: ContextHandler) => { const run = registered.get(handler); if (run) session.offChange(name, run); },
    fireOnChange: () => { session.fireChange(name); },
    controls: collection(new Map(scope.controlsOf(name).map((id) => [id, makeControl(id, name, scope)]))),
  }, `formContext.getAttribute("${name}")`);
  return self;
}
