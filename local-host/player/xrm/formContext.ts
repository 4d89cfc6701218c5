import type { FormCell } from "../forms/form.types";
import { columnsOn, controlIds, controlsOf } from "../forms/model";
import { type OpenForm } from "../forms/host";
import type { Player } from "../shell/player";
import { fill } from "../shell/texts";
import { makeAttribute } from "./attribute";
import { collection, type Collection } from "./collection";
import { makeControl } from "./control";
import { makeData } from "./data";
import { refusing } from "./refuse";
import type { FormScope } from "./scope";
import { makeUi } from "./ui";

/** A form as scripts see it, and the way to call a script on it. */
export interface ScriptForm { readonly formContext: object; readonly run: FormScope["run"] }

const columnOf = (cells: readonly FormCell[], id: string): string | null => cells.find((cell) => cell.control?.id === id)?.control?.column ?? null;

function executionContext(formContext: object, source: object, args: object | undefined): object {
  const shared = new Map<string, unknown>();
  return refusing({
    getFormContext: () => formContext, getEventSource: () => source, getEventArgs: () => args ?? null, getDepth: () => 1,
    setSharedVariable: (key: string, value: unknown) => { shared.set(key, value); }, getSharedVariable: (key: string) => shared.get(key),
  }, "executionContext");
}

function makeControls({ model }: OpenForm, scope: FormScope): Collection<object> {
  const cells = [...model.header, ...model.tabs.flatMap((tab) => tab.columns).flatMap((column) => column.sections).flatMap((section) => section.cells)];
  return collection(new Map(controlIds(model).map((id) => [id, makeControl(id, columnOf(cells, id), scope)])));
}

/** Builds the form context of an open form. `current` gives the form as it is drawn now. */
export function makeScriptForm(current: () => OpenForm, player: Player): ScriptForm {
  const form = current();
  const { session, model } = form;
  const failed = (problem: unknown): void => {
    session.look.notice({ id: "player.script", level: "ERROR", text: fill(player.texts.libraryFailed, problem instanceof Error ? problem.message : String(problem)), code: "PLAYER-SCRIPT" });
  };
  const run: FormScope["run"] = (handler, source, args) => {
    try {
      Promise.resolve(handler(executionContext(formContext, source, args))).catch(failed);
    } catch (problem) {
      failed(problem);
    }
  };
  const scope: FormScope = { session, model, player, actions: () => current().actions, controlsOf: (column) => controlsOf(model, column), run };
  const attributes = collection(new Map(columnsOn(model).flatMap((name): [string, object][] => {
    const attribute = session.attribute(name);
    return attribute ? [[name, makeAttribute(attribute, scope)]] : [];
  })));
  const controls = makeControls(form, scope);
  const formContext: object = refusing({
    data: makeData(scope, attributes), ui: makeUi(scope, controls),
    getAttribute: attributes.get,
    getControl: (name?: string) => (name === undefined ? controls.get() : controls.get(controlsOf(model, name)[0] ?? name)),
  }, "formContext");
  return { formContext, run };
}
