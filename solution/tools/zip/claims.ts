import type { Fault } from "../fault";
import { childrenByName, type Element, isEmpty } from "../xml/element";
import { aiModels } from "./ai-models";
import { faults, placeOf } from "./faults";
import { customizationsFile, type Folder, solutionFile } from "./folder";
import { layout } from "./layout";

/** Files that no package holds: sources of canvas apps, and texts that only a localising packer merges. */
const left: readonly (readonly [files: RegExp, why: string])[] = [
  [/^CanvasApps\/src\//, "CanvasApps/src/ was left out: it is the source of an app whose .msapp is packed."],
  [/^Resources\//, "Resources/ was left out, as by 'pac solution pack' without --localize: translations that stand only there are not in the zip. Put them into the files of their components."],
];

const isLeft = (path: string): boolean => left.some(([files]) => files.test(path));

/** The folder without what is left out: nobody reads it, so nothing in it is a fault. */
export const withoutLeft = (folder: Folder): Folder => new Map([...folder].filter(([path]) => !isLeft(path)));

/** Kinds that customizations.xml has a child for, and whose files are not known: in a folder of that name an import looks for nothing. */
const inlineKinds = ["EntityImageConfigs", "AttributeImageConfigs", "OrganizationSettings", "ServiceEndpoints", "EntityDataProviders", "StoredProcedures"];

const loose: typeof left = inlineKinds.map((kind) => [new RegExp(`^${kind}/`), `${kind}/ went into the zip as it is, where an import does not look for it. Put its components inline into <${kind}> of Other/Customizations.xml.`]);

/** What to tell about files that were left out on purpose, or are of no use where they lie. */
export const notices = (folder: Folder): readonly string[] => [...left, ...loose].filter(([files]) => [...folder.keys()].some((path) => files.test(path))).map(([, why]) => why);

interface Claims {
  readonly folder: Folder;
  readonly root: Element;
  /** Children of the root by name. */
  readonly lists: ReadonlyMap<string, readonly Element[]>;
  /** Paths that a component names: bodies, files of a control, formulas, parts of an app. */
  readonly named: ReadonlySet<string>;
}

/** Folders in which components lie beside a file of theirs. */
const bodied = /^(Workflows|WebResources|Controls|PluginAssemblies|Reports)\//;

/** In a folder of the classic kind every file must be filled in, or named by a component. */
function classic(path: string, { root, lists, named }: Claims): readonly Fault[] {
  const collection = layout.find(({ owns }) => owns.test(path));
  if (collection === undefined) return [];
  const found = lists.get(collection.marker) ?? [];
  if (found.length === 0) return [faults.noMarker(path, placeOf(customizationsFile, root), collection.marker)];
  if (!found.some(isEmpty) && (collection.inline.test(path) || !named.has(path))) return [faults.filled(path, placeOf(customizationsFile, found[0] ?? root), collection.marker)];
  if (collection.inline.test(path) || named.has(path)) return [];
  const definition = path.endsWith(".data.xml") || !bodied.test(path) ? "Correct" : `Add ${path}.data.xml if it is the file of a component; correct`;
  return [faults.unclaimed(path, `no component of <${collection.marker}/> in ${placeOf(customizationsFile, found.find(isEmpty) ?? root)} names it`, `${definition} its name if a definition means it, else delete it.`)];
}

function fault(path: string, claims: Claims): readonly Fault[] {
  const [first = ""] = path.split("/");
  if (path === customizationsFile || path === solutionFile) return [];
  if (layout.some(({ owns }) => owns.test(path))) return classic(path, claims);
  if (!path.includes("/")) return [faults.unclaimed(path, "a file beside the folders belongs to no component", "Delete it, or move it into the folder of its component.")];
  if (first === "Other") return [faults.unclaimed(path, "no list of Other/ is known by this name", "Put its content inline into Other/Customizations.xml, or delete it.")];
  const marker = claims.lists.get(first)?.find(isEmpty);
  return marker === undefined || first === aiModels.marker ? [] : [faults.unknown(path, first, `${placeOf(customizationsFile, marker)} has an empty <${first}/>, and how its files fill it is not known`)];
}

/** A table's folder without its Entity.xml loses everything in it. */
const headless = (path: string, folder: Folder): boolean => {
  const [base, table] = path.split("/");
  return base === "Entities" && !folder.has(`Entities/${table ?? ""}/Entity.xml`);
};

/** Files that would be dropped: no marker, list or component claims them. Folders that are not known are taken as they are. */
export function unclaimed(given: Omit<Claims, "lists">): readonly Fault[] {
  const claims = { ...given, lists: childrenByName(given.root) };
  return [...claims.folder.keys()].flatMap((path) => (headless(path, claims.folder)
    ? [faults.unclaimed(path, `${path.split("/").slice(0, 2).join("/")}/Entity.xml is missing`, "Add it, or delete the folder.")] : fault(path, claims)));
}
