import { FlowError, invalidTemplate } from "../../error";
import { calculate } from "../../expression/arithmetic";
import { toText } from "../../expression/text";
import { isArray, isNumeric, isObject, isWhole, typeName, type FlowValue } from "../../expression/value";
import { textAt } from "../../definition/json";
import type { Frame } from "../frame";
import { succeeded, type Outcome } from "../outcome";
import type { VariableType, Variable } from "../run-state";
import type { ActionType } from "../step";

const EMPTY: Readonly<Record<VariableType, FlowValue>> = { boolean: false, integer: 0, float: 0, string: "", object: {}, array: [] };

/** InitializeVariable: declares variables; without a value they are empty. */
export const initialize: ActionType = ({ inputs, tree }) => {
  const listed = inputs["variables"];
  const declared = (listed !== undefined && isArray(listed) ? listed : []).flatMap((one) => (isObject(one) ? [one] : []));
  const variables = declared.map((one) => ({
    name: textAt(one, "name") ?? "", type: variableType(textAt(one, "type") ?? ""), value: one["value"] === undefined ? null : tree(one["value"]),
  }));
  return {
    blocks: [],
    run: (frame) => {
      const values = variables.map(({ name, type, value }) => {
        const start = fitting(name, type, value === null ? EMPTY[type] : value(frame));
        frame.run.variables.set(name.toLowerCase(), { type, value: start });
        return { name, type, value: start };
      });
      return succeeded(null, { variables: values });
    },
  };
};

export const setVariable: ActionType = changing((_, value) => value);

export const appendToString: ActionType = changing((old, value) => toText(old.value) + toText(value));

export const appendToArray: ActionType = changing((old, value) => {
  if (!isArray(old.value)) throw invalidTemplate("only an array variable can be appended to.");
  return [...old.value, value];
});

/** IncrementVariable (sign 1) and DecrementVariable (sign -1); by 1 when no value is given. */
export function changeNumber(sign: 1 | -1): ActionType {
  return changing((old, value) => {
    const by = value ?? 1;
    if (!isNumeric(old.value) || !isNumeric(by)) throw invalidTemplate("only a number variable can be changed, and only by a number.");
    return calculate(sign === 1 ? "add" : "sub", old.value, by);
  });
}

function changing(change: (old: Variable, value: FlowValue) => FlowValue): ActionType {
  return ({ inputs, tree }) => {
    const name = textAt(inputs, "name") ?? "";
    const value = tree(inputs["value"] ?? null);
    return { blocks: [], run: (frame) => store(name, frame, change(declaredVariable(name, frame), value(frame))) };
  };
}

function declaredVariable(name: string, frame: Frame): Variable {
  const variable = frame.run.variables.get(name.toLowerCase());
  if (!variable) throw new FlowError("InvalidTemplate", `The variable '${name}' must be initialized before it can be changed.`);
  return variable;
}

function store(name: string, frame: Frame, value: FlowValue): Outcome {
  const { type } = declaredVariable(name, frame);
  const stored = fitting(name, type, value);
  frame.run.variables.set(name.toLowerCase(), { type, value: stored });
  return succeeded({ body: { name, type, value: stored } }, { name, value: stored });
}

function variableType(text: string): VariableType {
  const type = text.toLowerCase();
  const known = (Object.keys(EMPTY) as VariableType[]).find((candidate) => candidate === type);
  if (!known) throw invalidTemplate(`'${text}' is no type of a variable.`);
  return known;
}

function fitting(name: string, type: VariableType, value: FlowValue): FlowValue {
  const fits: Readonly<Record<VariableType, boolean>> = {
    boolean: typeof value === "boolean", integer: isNumeric(value) && isWhole(value), float: isNumeric(value),
    string: typeof value === "string", object: isObject(value), array: isArray(value),
  };
  if (fits[type] || value === null) return value;
  throw new FlowError("BadRequest", `The variable '${name}' is of type '${type}'; a value of type '${typeName(value)}' does not fit.`);
}
