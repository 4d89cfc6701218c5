import type { Fault } from "../fault";
import { childrenOf, type Element } from "../xml/element";
import { targetsOf } from "./bodies";
import { faults } from "./faults";
import { collectionOf } from "./layout";

/** A file that a component names which stands in customizations.xml itself; `whole` = all files of its folder are its own. */
interface Named { readonly list: string; readonly part: string; readonly whole: boolean }

const namedIn = (list: Element): readonly Named[] => childrenOf(list).flatMap((member) =>
  targetsOf(member).map((part) => ({ list: list.name, part, whole: member.name === "CustomControl" })));

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** The paths that are named, or lie in the folder of one that owns it whole. */
function covered(named: readonly Named[], paths: readonly string[]): readonly string[] {
  const [parts, folders] = [new Set(named.map(({ part }) => part)), new Set(named.filter(({ whole }) => whole).map(({ part }) => folderOf(part)))];
  const isIn = (folder: string): boolean => folders.has(folder) || (folder !== "" && isIn(folderOf(folder.slice(0, -1))));
  return paths.filter((path) => parts.has(path) || isIn(folderOf(path)));
}

/** Files that components of these lists name, which stay where they are; and what is wrong with the names, told of `where`. */
export function namedInline(lists: readonly Element[], where: string, paths: readonly string[]): { readonly kept: readonly string[]; readonly faults: readonly Fault[] } {
  const named = lists.filter(({ name }) => collectionOf(name) !== undefined).flatMap(namedIn);
  const present = new Set(paths);
  return {
    kept: covered(named, paths),
    faults: named.flatMap(({ list, part }) => {
      if (collectionOf(list)?.owns.test(part) !== true) return [faults.astray(where, part, `the folder of <${list}>`)];
      return present.has(part) ? [] : [faults.noBody(where, part)];
    }),
  };
}
