import type { FormTab } from "../forms/form.types";
import type { FormNotice } from "../forms/session.types";
import { labelIn } from "../xml/labels";
import { collection, type Collection } from "./collection";
import { refusing } from "./refuse";
import type { FormScope } from "./scope";

const CREATE = 1;
const UPDATE = 2;
const READ_ONLY = 3;

function makePart(name: string, label: string, { session }: FormScope): object {
  return {
    getName: () => name.split(".").pop() ?? name,
    getLabel: () => label,
    getVisible: () => session.look.partVisible(name) ?? true,
    setVisible: (visible: boolean) => { session.look.showPart(name, visible); },
  };
}

function makeTab(tab: FormTab, scope: FormScope): object {
  const sections = tab.columns.flatMap((column) => column.sections);
  const named = sections.map((section): [string, object] =>
    [section.name, refusing(makePart(`${tab.name}.${section.name}`, labelIn(section.labels, scope.player.lcid), scope), "formContext.ui.tabs.sections")]);
  return refusing({ ...makePart(tab.name, labelIn(tab.labels, scope.player.lcid), scope), sections: collection(new Map(named)) }, "formContext.ui.tabs");
}

/** `formContext.ui`: notifications, form type, tabs and sections. */
export function makeUi(scope: FormScope, controls: Collection<object>): object {
  const { session, model } = scope;
  return refusing({
    getFormType: () => (session.id === null ? CREATE : session.readOnly ? READ_ONLY : UPDATE),
    setFormNotification: (text: string, level: FormNotice["level"], id: string) => { session.look.notice({ id, level, text }); return true; },
    clearFormNotification: (id: string) => session.look.clearNotice(id),
    controls,
    tabs: collection(new Map(model.tabs.map((tab) => [tab.name, makeTab(tab, scope)]))),
    close: () => { scope.actions().close(); },
  }, "formContext.ui");
}
