import * as React from "react";
import type { FormHandler } from "../forms/form.types";
import type { OpenForm } from "../forms/host";
import { usePlayer } from "../shell/player";
import type { Collection } from "./collection";
import { makeScriptForm, type ScriptForm } from "./formContext";
import { handlerFunction } from "./handlers";
import { loadScript, webResource } from "./libraries";

type Members = { readonly getAttribute: Collection<{ readonly addOnChange: (handler: unknown) => void }>["get"]; readonly data: { readonly entity: { readonly addOnSave: (handler: unknown) => void } } };

function wire(handler: FormHandler, { formContext, run }: ScriptForm): void {
  const call = handlerFunction(handler);
  const members = formContext as Members;
  if (handler.event === "onload") run(call, formContext);
  else if (handler.event === "onsave") members.data.entity.addOnSave(call);
  else if (handler.column) members.getAttribute(handler.column)?.addOnChange(call);
}

/** Loads the form's libraries, registers its handlers and runs those of onload; failures become notices on the form. */
export function useFormScripts(form: OpenForm): void {
  const player = usePlayer();
  const latest = React.useRef(form);
  latest.current = form;
  const { session, model } = form;
  React.useEffect(() => {
    let open = true;
    const script = makeScriptForm(() => latest.current, player);
    const loaded = [...new Set([...model.libraries, ...model.handlers.map((handler) => handler.library)])].filter(Boolean).map(webResource)
      .reduce((before, url) => before.then(() => loadScript(url)), Promise.resolve());
    const wireAll = (): void => { if (open) for (const handler of model.handlers) wire(handler, script); };
    loaded.then(wireAll).catch((problem: unknown) => {
      session.look.notice({ id: "player.library", level: "ERROR", text: problem instanceof Error ? problem.message : String(problem), code: "PLAYER-SCRIPT" });
    });
    return () => { open = false; };
  }, [session, model, player]);
}
