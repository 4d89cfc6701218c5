import { childrenOf, type Element } from "../xml/element";
import { connectorFiles } from "./bodies";
import type { Collection, Place, Split } from "./collection";
import { identityOf } from "./identity";
import { segmentOf } from "./place";
import { holdsOnly, rootsOf } from "./root-files";

const definitionFile = /^Connectors\/[^/]+\.xml$/;

/** "Connector/x.json" -> "Connectors/x.json": the folder of the zip is called otherwise than that of its source. */
export const connectorSource = (part: string): string => part.replace(/^Connectors?\//i, "Connectors/");

/** Files of the connectors, beside their definitions; null when one of them could not be told from a definition, or not keep its name. */
function bodies(connectors: readonly Element[], place: Place): Split["moved"] | null {
  const wanted = connectors.flatMap(connectorFiles).map((part) => [part, connectorSource(part)] as const);
  return wanted.some(([, path]) => definitionFile.test(path)) || wanted.some(([, path]) => place(path) !== path) ? null : wanted;
}

function write(child: Element, place: Place): Split | null {
  const connectors = childrenOf(child);
  if (!holdsOnly(child, ["Connector"]) || connectors.some((one) => identityOf(one) === "")) return null;
  const files = connectors.map((one) => [place(`Connectors/${segmentOf(identityOf(one))}.xml`), one] as const);
  const moved = bodies(connectors, place);
  return moved === null ? null : { files, moved };
}

/** Custom connectors: `Connectors/<name>.xml`, and beside it the files that it names, which the zip has in `Connector/`. */
export const connectors: Collection = {
  marker: "Connectors", owns: /^Connectors?\//, inline: definitionFile,
  read: (source) => rootsOf(source, definitionFile, ["Connector"]), write,
};
