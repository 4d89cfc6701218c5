import { childrenOf } from "../xml/element";
import { collectionOrder as order, isJoin } from "../zip/kinds";
import type { Contents } from "./contents";
import { finding, type Finding } from "./finding";

/** Each part stands once, where the platform looks for it. */
export function collections({ customizations }: Contents): readonly Finding[] {
  const names = childrenOf(customizations).map(({ name }) => name).filter((name) => !isJoin(name));
  const known = names.filter((name) => order.includes(name));
  const problems = [
    ...names.filter((name) => !order.includes(name)).map((name) => [name, "which no importer reads"]),
    ...known.filter((name, index) => known.indexOf(name) < index).map((name) => [name, "which stands there twice"]),
    ...known.filter((name, index) => index > 0 && order.indexOf(name) < order.indexOf(known[index - 1] ?? "")).map((name) => [name, "which stands after a part that follows it"]),
  ];
  return problems.map(([name = "", problem = ""]) => finding("DULY-CHECK-135", { component: `part ${name}`, path: "customizations.xml" }, name, problem));
}
