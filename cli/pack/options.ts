import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { PackageType } from "#solution/tools/zip/folder";
import { cliError } from "../output";

/** What `npm run pack` is asked to do; paths are absolute. */
export type PackTask =
  | { readonly do: "help" }
  /** Our own solution; `asPackage` = the C# host as a plug-in package instead of an assembly. */
  | { readonly do: "own"; readonly asPackage: boolean }
  | { readonly do: "pack"; readonly folder: string; readonly type: PackageType; readonly out: string }
  | { readonly do: "unpack"; readonly zip: string; readonly out: string }
  | { readonly do: "compare"; readonly left: string; readonly right: string };

export const packHelp = `npm run pack
  Builds what changed and writes, complete or not at all:
  dist/solution/                    the solution as a SolutionPackager folder, also for 'pac solution pack'
  dist/duly_<version>_unmanaged.zip, dist/duly_<version>_managed.zip
  dist/deployment-settings.json     connections to fill in and environment variables with their defaults, for 'pac solution import
                                    --settings-file'; docs/admin/install.md says what an entry does
  dist/THIRD-PARTY-NOTICES.txt      licences of what the packages hold of others
  The C# host of the rules is inside as a signed assembly; to build it takes the .NET SDK 10 or newer.

npm run pack -- --plugin-package
  The same below dist/plugin-package/, with the C# host as a plug-in package (nupkg) instead. Choose once for an organisation:
  the two call the plug-in types by different keys, and one does not upgrade the other.

npm run pack -- --folder DIR --type managed|unmanaged --out FILE.zip
  Packs any SolutionPackager folder as 'pac solution pack' would. Nothing is dropped: a file that no marker, list or component
  claims is an error that says what to do, and so are malformed files (with their line), ids used twice and files that are missing.
  Folders that are not known (customapis/, environmentvariabledefinitions/, msdyn_…/) go into the zip as they are;
  so does an element of Other/Customizations.xml that is not known, with a notice that names it and its line.
  X_managed.xml goes before X.xml in a managed zip. The same folder gives the same bytes.
  Known folders and files are known in any case, as on Windows (with a notice). A component names files of its own kind's folder only.
  Left out unread, with a notice: CanvasApps/src/ (only the .msapp counts) and Resources/ (a translation that stands only there is not in the zip;
  'pac solution pack' merges it with --localize only, which is refused here).

npm run pack -- --unpack FILE.zip --out DIR
  The way back, into a new or empty folder; packing it again gives the same solution, which is checked before anything is written.
  What has an unusual shape stays inline in Other/Customizations.xml. Names that lead out of the folder or come twice, zips that
  are damaged, or that inflate to more than 512 MB or a part 400-fold, or that hold
  more than 2 million elements, attributes, entities and JSON values, are refused.

npm run pack -- --compare A.zip B.zip
  Prints what differs in meaning, one line each: component | path | left | right. Layout, comments, namespace prefixes, case and braces of
  GUIDs, the order of lists that have none and [Content_Types].xml do not count. Exit code 1 when anything differs.

Paths are relative to where npm was started. --out never overwrites what is read, nor lies in it. Error codes: DULY-PACK-nnn.`;

const fail = (message: string): never => { throw cliError("DULY-PACK-033", { reason: message }); };

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args], allowPositionals: true,
      options: {
        folder: { type: "string" }, type: { type: "string" }, out: { type: "string" }, unpack: { type: "string" }, compare: { type: "string" }, "plugin-package": { type: "boolean" }, localize: { type: "boolean" }, help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** npm changes into the project's folder; people mean the one they are in. */
const at = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

const isType = (text: string | undefined): text is PackageType => text === "managed" || text === "unmanaged";

/** Why merging and dividing translations is refused, and what to do instead. */
function localizing(folder: string | undefined): never {
  throw cliError("DULY-PACK-042", { mend: folder === undefined ? "unpacking leaves each text in every language in the file of its component: leave the option out."
    : "Resources/ is left out: let 'pac solution pack --localize' merge it, or write the translations into the files of their components and leave the option out." });
}

/** Reads the options; throws DULY-PACK-033 on a combination that means nothing, DULY-PACK-042 on --localize. */
export function readOptions(args: readonly string[]): PackTask {
  const { values: { folder, type, out, unpack, compare, help, localize, "plugin-package": asPackage = false }, positionals: [second, ...more] } = read(args);
  if (help === true) return { do: "help" };
  if (localize === true) localizing(folder);
  if ([folder, unpack, compare].filter((one) => one !== undefined).length > 1) return fail("--folder, --unpack and --compare are three tasks; give one.");
  if (asPackage && [folder, type, out, unpack, compare].some((one) => one !== undefined)) return fail("--plugin-package is for our own solution and goes with no other option.");
  if (more.length > 0 || (second !== undefined && compare === undefined)) return fail(`'${more[0] ?? second ?? ""}' belongs to no option.`);
  if (compare !== undefined) {
    if (type !== undefined || out !== undefined) return fail("--compare takes two zips and nothing else.");
    return second === undefined ? fail("--compare needs two zips.") : { do: "compare", left: at(compare), right: at(second) };
  }
  if (unpack !== undefined) {
    if (type !== undefined) return fail("--unpack takes no --type: the zip says what it is.");
    return out === undefined ? fail("--unpack needs --out DIR.") : { do: "unpack", zip: at(unpack), out: at(out) };
  }
  if (folder !== undefined) {
    if (!isType(type)) return fail("--folder needs --type managed or --type unmanaged.");
    return out === undefined ? fail("--folder needs --out FILE.zip.") : { do: "pack", folder: at(folder), type, out: at(out) };
  }
  return type === undefined && out === undefined ? { do: "own", asPackage } : fail("--type and --out go with --folder.");
}
