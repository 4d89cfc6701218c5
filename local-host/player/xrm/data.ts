import type { SaveEvent } from "../forms/session.types";
import type { Collection } from "./collection";
import { braced } from "./convert";
import { rejection } from "./records";
import { WebApiFault } from "../api/fault";
import { refusing } from "./refuse";
import type { ContextHandler, FormScope } from "./scope";

const saveArguments = (event: SaveEvent): object => refusing({
  preventDefault: () => { event.prevented = true; },
  isDefaultPrevented: () => event.prevented,
  getSaveMode: () => 1,
}, "executionContext.getEventArgs()");

function saving(scope: FormScope): () => Promise<void> {
  return async () => {
    if (await scope.actions().save()) return;
    const why = scope.session.look.notices().find((notice) => notice.level === "ERROR");
    throw rejection(new WebApiFault(why?.code ?? "PLAYER-PREVENTED", why?.text ?? "A handler prevented the save.", 0));
  };
}

function makeEntity(scope: FormScope, attributes: Collection<object>): object {
  const { session } = scope;
  const registered = new Map<ContextHandler, (event: SaveEvent) => void>();
  const name = (): string => String((session.table.primaryName ? session.value(session.table.primaryName) : null) ?? "");
  const self: object = refusing({
    attributes,
    getId: () => braced(session.id ?? ""),
    getEntityName: () => session.table.name,
    getEntityReference: () => ({ id: braced(session.id ?? ""), entityType: session.table.name, name: name() }),
    getPrimaryAttributeValue: name,
    getIsDirty: () => session.dirty().length > 0,
    save: () => { void scope.actions().save(); },
    addOnSave: (handler: ContextHandler) => {
      const run = (event: SaveEvent): void => { scope.run(handler, self, saveArguments(event)); };
      registered.set(handler, run);
      session.onSave(run);
    },
    removeOnSave: (handler: ContextHandler) => { const run = registered.get(handler); if (run) session.offSave(run); },
  }, "formContext.data.entity");
  return self;
}

/** `formContext.data`: the row, its saving and reading again. */
export function makeData(scope: FormScope, attributes: Collection<object>): object {
  const { session } = scope;
  const save = saving(scope);
  const self: object = refusing({
    attributes,
    entity: makeEntity(scope, attributes),
    save,
    refresh: async (saveFirst?: boolean) => { if (saveFirst) await save(); await scope.actions().refresh(); },
    getIsDirty: () => session.dirty().length > 0,
    addOnLoad: (handler: ContextHandler) => { session.onLoaded(() => { scope.run(handler, self); }); },
  }, "formContext.data");
  return self;
}
