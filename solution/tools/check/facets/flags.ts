import { childrenOf, type Element, textOf } from "../../xml/element";
import type { Contents, Located } from "../contents";
import { finding, type Finding } from "../finding";

/** Elements that say yes or no wherever they stand. Rights on secured columns (CanRead …) are no such. */
const isFlag = (name: string): boolean => /^(Is[A-Z]|Can(Modify|Create[A-Z]|Change|Be|Enable)|ValidFor|AutoRouteTo|AutoCreate|EnforceState|EntityHelpUrlEnabled|SyncTo|ChangeTrackingEnabled|HasRelated|iscustomizable)/.test(name);

const isTruth = (text: string): boolean => ["", "0", "1", "true", "false"].includes(text.toLowerCase());
const isVersion = (text: string): boolean => /^\d+(\.\d+){0,3}$/.test(text);

type Wrong = readonly [name: string, value: string, says: string];

function misfit(name: string, value: string): readonly Wrong[] {
  if (isFlag(name) && !isTruth(value)) return [[name, value, "0, 1"]];
  return /^introducedversion$/i.test(name) && !isVersion(value) ? [[name, value, "a version such as 1.0.0.0"]] : [];
}

const wrong = (root: Element): readonly Wrong[] => childrenOf(root).flatMap((child) => (childrenOf(child).length > 0 ? wrong(child) : misfit(child.name, textOf(child))));

/** Flags are 0 or 1, in some places true or false, and versions are numbers. */
export function flags(contents: Contents): readonly Finding[] {
  const parts: readonly Located[] = [
    ...contents.tables.values(), ...contents.relationships, ...contents.choices, ...contents.roles, ...contents.flows, ...contents.dashboards, ...contents.webResources, ...contents.steps, ...contents.connections,
    ...contents.variables, ...contents.apis,
  ];
  return parts.flatMap((part) => wrong(part.root).map((all) => finding("DULY-CHECK-112", part, ...all)));
}
