import type { Fault } from "../fault";
import { childrenOf, type Element } from "../xml/element";
import { targetsOf } from "./bodies";
import { faults } from "./faults";
import { collectionOf } from "./layout";

/** A file that a component names which stands in customizations.xml itself; `whole` = all files of its folder are its own. */
interface Named { readonly list: string; readonly part: string; readonly whole: boolean }

const namedIn = (list: Element): readonly Named[] => childrenOf(list).flatMap((member) =>
  targetsOf(member).map((part) => ({ list: list.name, part, whole: member.name === "CustomControl" })));

const covers = ({ part, whole }: Named, path: string): boolean => path === part || (whole && path.startsWith(part.slice(0, part.lastIndexOf("/") + 1)));

/** Files that components of these lists name, which stay where they are; and what is wrong with the names, told of `where`. */
export function namedInline(lists: readonly Element[], where: string, paths: readonly string[]): { readonly kept: readonly string[]; readonly faults: readonly Fault[] } {
  const named = lists.filter(({ name }) => collectionOf(name) !== undefined).flatMap(namedIn);
  const present = new Set(paths);
  return {
    kept: paths.filter((path) => named.some((one) => covers(one, path))),
    faults: named.flatMap(({ list, part }) => {
      if (collectionOf(list)?.owns.test(part) !== true) return [faults.astray(where, part, `the folder of <${list}>`)];
      return present.has(part) ? [] : [faults.noBody(where, part)];
    }),
  };
}
