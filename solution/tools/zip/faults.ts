import type { Fault } from "../fault";

const fault = (code: string, message: (...details: readonly string[]) => string) =>
  (where: string, ...details: readonly string[]): Fault => ({ code: `DULY-PACK-${code}`, where, line: null, message: message(...details) });

/** Everything that the packer refuses: `faults.unclaimed(path, …details)`. Numbers below 007 belong to the schema and the XML writer. */
export const faults = {
  missing: fault("007", () => "is missing: a SolutionPackager folder holds Other/Solution.xml and Other/Customizations.xml. Name the folder that has the folder Other in it."),
  malformedXml: fault("008", (reason = "") => `is not well-formed XML: ${reason} Mend the file.`),
  managed: fault("009", (source = "", type = "") => `says Managed ${source}: it cannot be packed ${type}. 2 allows both types, 0 only unmanaged, 1 only managed.`),
  unclaimed: fault("010", (why = "") => `would be lost: ${why}`),
  noMarker: fault("011", (file = "", marker = "") => `would be lost: ${file} has no <${marker}/>. Add it, or delete the file.`),
  filled: fault("012", (file = "", marker = "") => `would be lost: <${marker}> of ${file} has content of its own, and only an empty one is filled from files. Move the content into files, or delete this one.`),
  unknown: fault("013", (found = "", wanted = "") => `holds <${found}>, which is no component known here (${wanted}). Correct it, or put it inline into Other/Customizations.xml.`),
  twice: fault("014", (component = "", id = "", first = "") => `${component} ${id} is there already, in ${first}. The second would overwrite the first: give one of them another id, or delete it.`),
  noBody: fault("015", (target = "") => `names the file ${target}, which is not there. Add the file, or delete the component.`),
  relationship: fault("016", (name = "", lacking = "") => `relationship ${name} ${lacking}`),
  samePart: fault("017", (part = "", first = "") => `becomes ${part} in the zip, and so does ${first}. Give one of them another name.`),
  malformedJson: fault("018", (reason = "") => `is not well-formed JSON: ${reason}. Mend the file.`),
  name: fault("019", (why = "") => `cannot be packed: ${why}`),
  unreadable: fault("020", (why = "") => `is no readable solution zip: ${why}. Give a zip that was written completely.`),
  leaves: fault("021", (why = "") => `is a name that ${why}. Nothing was unpacked; do not trust this zip.`),
  duplicate: fault("022", () => "is in the zip more than once. Nothing was unpacked; export the solution again."),
  bomb: fault("023", (why = "") => `${why}. Nothing was unpacked; do not trust this zip.`),
  orphan: fault("024", () => "is named by no component of customizations.xml, so that packing would lose it. Remove it from the zip, or export the solution again."),
  lossy: fault("025", (difference = "") => `would not be packed to the same again: ${difference}. This is a defect of the packer; please report it.`),
} as const;
