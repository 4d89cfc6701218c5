import * as React from "react";
import { describe } from "../api/fault";
import type { FormHandler, FormModel } from "../forms/form.types";
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

const librariesOf = ({ libraries, handlers }: FormModel): readonly string[] =>
  [...new Set([...libraries, ...handlers.map((handler) => handler.library)])].filter(Boolean).map(webResource);

/** Loads the form's libraries, registers its handlers and runs those of onload; each failure becomes a notice on the form and stops no other handler. */
export function useFormScripts(form: OpenForm): void {
  const player = usePlayer();
  const latest = React.useRef(form);
  latest.current = form;
  const { session, model } = form;
  React.useEffect(() => {
    let open = true;
    const failed = (id: string) => (problem: unknown): void => {
      session.look.notice({ id: `player.script.${id}`, level: "ERROR", text: describe(problem).message, code: "PLAYER-SCRIPT" });
    };
    const script = makeScriptForm(() => latest.current, player);
    const begin = async (): Promise<void> => {
      for (const url of librariesOf(model)) await loadScript(url).catch(failed(url));
      if (!open) return;
      for (const handler of model.handlers) await Promise.resolve(handler).then((each) => { wire(each, script); }).catch(failed(handler.functionName));
    };
    void begin();
    return () => { open = false; };
  }, [session, model, player]);
}
