import type { Fault } from "../fault";
import { type Element, lineOf } from "../xml/element";
import { type PackCode, packText } from "../messages";

const fault = (code: PackCode) => (where: string, ...details: readonly string[]): Fault => ({ code, where, line: null, message: packText(code, ...details) });

/** "Other/Customizations.xml:12": a file and the line in which its element begins. */
export const placeOf = (path: string, element: Element): string => [path, lineOf(element)].filter((part) => part !== null).join(":");

/** A fault in the line of an element. */
export const at = (element: Element, found: Fault): Fault => ({ ...found, line: lineOf(element) });

/** DULY-PACK-043 when a document of a solution is none. */
export const rootFaults = (path: string, root: Element): readonly Fault[] => (root.name === "ImportExportXml" ? [] : [at(root, faults.wrongRoot(path, root.name))]);

/** Everything that the packer refuses in a folder or zip: `faults.unclaimed(path, …details)`, the details as the message's places want them. */
export const faults = {
  missing: fault("DULY-PACK-007"),
  /** reason, a sentence */
  malformedXml: fault("DULY-PACK-008"),
  /** what Managed says, type that is wanted */
  managed: fault("DULY-PACK-009"),
  /** why, mend */
  unclaimed: fault("DULY-PACK-010"),
  /** file that lacks it, marker */
  noMarker: fault("DULY-PACK-011"),
  /** file that holds it, marker */
  filled: fault("DULY-PACK-012"),
  /** what was found, what is wanted */
  unknown: fault("DULY-PACK-013"),
  /** component, id, where the first is */
  twice: fault("DULY-PACK-014"),
  /** file that is named */
  noBody: fault("DULY-PACK-015"),
  /** name, what it lacks, mend */
  relationship: fault("DULY-PACK-016"),
  /** part, where the first is */
  samePart: fault("DULY-PACK-017"),
  /** reason */
  malformedJson: fault("DULY-PACK-018"),
  /** why, mend */
  name: fault("DULY-PACK-019"),
  /** why */
  unreadable: fault("DULY-PACK-020"),
  /** what the name does */
  leaves: fault("DULY-PACK-021"),
  duplicate: fault("DULY-PACK-022"),
  /** what is too large */
  bomb: fault("DULY-PACK-023"),
  orphan: fault("DULY-PACK-024"),
  /** the difference */
  lossy: fault("DULY-PACK-025"),
  /** component, its type */
  rootless: fault("DULY-PACK-026"),
  /** type, name */
  loneRoot: fault("DULY-PACK-027"),
  noFlow: fault("DULY-PACK-028"),
  /** template's id, what it lacks, the file that would hold it */
  bodiless: fault("DULY-PACK-036"),
  /** how many files */
  crowded: fault("DULY-PACK-037"),
  /** part, folder in which it should lie */
  astray: fault("DULY-PACK-040"),
  /** bytes, how many are allowed */
  oversized: fault("DULY-PACK-041"),
  /** what it begins with */
  wrongRoot: fault("DULY-PACK-043"),
  /** what is too much, how much is allowed */
  heavy: fault("DULY-PACK-046"),
  /** name of the element */
  strange: fault("DULY-PACK-045"),
  /** what the name does on Windows */
  unplaceable: fault("DULY-PACK-029"),
} as const;
