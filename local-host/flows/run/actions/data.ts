import { invalidTemplate } from "../../error";
import { boolean, text } from "../../expression/functions/arguments";
import { toText } from "../../expression/text";
import { fromJson, isArray, typeName, type FlowValue } from "../../expression/value";
import { compileCondition } from "../condition";
import type { Frame } from "../frame";
import { failed, succeeded } from "../outcome";
import { schemaProblems } from "../schema";
import type { ActionType } from "../step";

/** Compose: its inputs, evaluated. */
export const compose: ActionType = ({ json, tree }) => {
  const value = tree(json["inputs"] ?? null);
  return {
    blocks: [],
    run: (frame) => {
      const outputs = value(frame);
      return succeeded(outputs, outputs);
    },
  };
};

/** ParseJson: content as a value, checked against its schema. */
export const parseJson: ActionType = ({ name, inputs, tree }) => {
  const content = tree(inputs["content"] ?? null);
  const schema = inputs["schema"] ?? {};
  return {
    blocks: [],
    run: (frame) => {
      const given = content(frame);
      const body = typeof given === "string" ? parsed(given) : given;
      const problems = schemaProblems(body, schema, "");
      if (problems.length > 0) return failed({ code: "InvalidJsonSchema", message: `The content of '${name}' does not fit its schema: ${problems.slice(0, 5).join("; ")}` }, { inputs: { content: given } });
      return succeeded({ body }, { content: given });
    },
  };
};

/** Query (filter array): the items for which the condition holds. */
export const query: ActionType = ({ name, inputs, tree }) => {
  const from = tree(inputs["from"] ?? null);
  const where = compileCondition(inputs["where"]);
  return {
    blocks: [],
    run: (frame) => {
      const items = arrayOf(name, from(frame));
      return succeeded({ body: items.filter((item, at) => boolean(where(frame.within("", at, item)), `the condition of '${name}'`)) });
    },
  };
};

/** Select: every item mapped to an object or value. */
export const select: ActionType = ({ name, inputs, tree }) => {
  const from = tree(inputs["from"] ?? null);
  const map = tree(inputs["select"] ?? null);
  return { blocks: [], run: (frame) => succeeded({ body: arrayOf(name, from(frame)).map((item, at) => map(frame.within("", at, item))) }) };
};

/** Join: items as text with a separator. */
export const join: ActionType = ({ name, inputs, tree }) => {
  const from = tree(inputs["from"] ?? null);
  const separator = tree(inputs["joinWith"] ?? "");
  return { blocks: [], run: (frame: Frame) => succeeded({ body: arrayOf(name, from(frame)).map(toText).join(text([separator(frame)], 0)) }) };
};

/** The array that a data action works on. Throws InvalidTemplate. */
export function arrayOf(name: string, value: FlowValue): readonly FlowValue[] {
  if (!isArray(value)) throw invalidTemplate(`the 'from' of '${name}' must be an array; a value of type '${typeName(value)}' was given.`);
  return value;
}

function parsed(content: string): FlowValue {
  try {
    return fromJson(JSON.parse(content));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalidTemplate(`the content is not valid JSON: ${error.message}`);
  }
}
