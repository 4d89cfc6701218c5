import { type Context, createContext, runInContext } from "node:vm";
import { descendants } from "../xml/element";
import { type Contents, type Located, webResourceFile } from "./contents";
import { finding, type Finding } from "./finding";

const timeout = 1000;

/** A script, loaded as a form does it but without a page around; null when it cannot be loaded so. The script is trusted: this is no guard against a hostile one. */
function loaded(script: string): Context | null {
  const context = createContext(Object.create(null) as object, { codeGeneration: { strings: false, wasm: false } });
  try {
    runInContext("var window = globalThis, self = globalThis;", context);
    runInContext(script, context, { timeout });
    return context;
  } catch {
    return null; // not lost: the caller then looks for the function's name in the text
  }
}

/** Is the name that of a function, now that the script was loaded? Step by step, so that a missing owner is no error. */
const isFunction = (context: Context, name: string): boolean => {
  const steps = name.split(".").map((_, index, all) => all.slice(0, index + 1).join("."));
  return /^[\w$.]+$/.test(name) && steps.every((step) => runInContext(`typeof ${step}`, context, { timeout }) !== "undefined")
    && runInContext(`typeof ${name}`, context, { timeout }) === "function";
};

/** Does the script give what a handler calls, such as `Duly.DebtorForm.onLoad`? One that needs a page to load is searched for the words of the name. */
function gives(script: string, functionName: string): boolean {
  const name = functionName.replace(/^window\./, "");
  const context = loaded(script);
  return context === null ? name.split(".").every((word) => script.includes(word)) : isFunction(context, name);
}

const handlers = (contents: Contents, form: Located): readonly Finding[] => descendants(form.root, "Handler").flatMap(({ attributes }) => {
  const file = webResourceFile(contents, attributes.libraryName ?? "");
  const wanted = attributes.functionName ?? "";
  return file === undefined || gives(new TextDecoder().decode(file), wanted) ? [] : [finding("DULY-CHECK-088", form, wanted, attributes.libraryName ?? "")];
});

/** Scripts of forms have the functions that the forms' handlers call. */
export const scripts = (contents: Contents): readonly Finding[] => [...contents.tables.values()].flatMap(({ forms }) => forms).flatMap((form) => handlers(contents, form));
