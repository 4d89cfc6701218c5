/** What is wrong, with places {0}, {1} … for details, and what mends it. */
export type PackMessage = readonly [problem: string, mend: string];

/** Every text of the packer by its code. Those from 007 on are of a file, and said behind its path; 030 to 035, 038, 039, 042 and 044 are of the command line. */
export const packMessages = {
  "DULY-PACK-001": ["A text holds a character that XML cannot carry: {0}.", "Remove it from the schema."],
  "DULY-PACK-003": ["The form of {0} shows \"{1}\", which is no column of the table.", "Correct the form in solution/forms/."],
  "DULY-PACK-004": ["A lookup points to \"{0}\", which is no table of the schema.", "Add it there or to standardTargets."],
  "DULY-PACK-005": ["Table {0} has no {1}.", "Add one in solution/{1}/."],
  "DULY-PACK-006": ["Two components write {0}.", "Give one of them another name."],
  "DULY-PACK-007": ["is missing: a SolutionPackager folder holds Other/Solution.xml and Other/Customizations.xml.", "Name the folder that has the folder Other in it."],
  "DULY-PACK-008": ["is not well-formed XML: {0}", "Mend the file."],
  "DULY-PACK-009": ["says Managed {0}: it cannot be packed {1}.", "Pack it as the other type, or write what the solution is: 2 allows both types, 0 only unmanaged, 1 only managed."],
  "DULY-PACK-010": ["would be lost: {0}.", "{1}"],
  "DULY-PACK-011": ["would be lost: {0} has no <{1}/>.", "Add it, or delete the file."],
  "DULY-PACK-012": ["would be lost: <{1}> of {0} has content of its own, and only an empty one is filled from files.", "Move the content into files, or delete this one."],
  "DULY-PACK-013": ["holds <{0}>, which is no component known here ({1}).", "Correct it, or put it inline into Other/Customizations.xml."],
  "DULY-PACK-014": ["{0} {1} is there already, in {2}; the second would overwrite the first.", "Give one of them another id, or delete it."],
  "DULY-PACK-015": ["names the file {0}, which is not there.", "Add the file, or delete the component."],
  "DULY-PACK-016": ["relationship {0} {1}.", "{2}"],
  "DULY-PACK-017": ["becomes {0} in the zip, and so does {1}.", "Give one of them another name."],
  "DULY-PACK-018": ["is not well-formed JSON: {0}.", "Mend the file."],
  "DULY-PACK-019": ["cannot be packed: {0}.", "{1}"],
  "DULY-PACK-020": ["is no readable solution zip: {0}.", "Give a zip that was written completely."],
  "DULY-PACK-021": ["is a name that {0}; nothing was unpacked.", "Do not trust this zip."],
  "DULY-PACK-022": ["is in the zip more than once; nothing was unpacked.", "Export the solution again."],
  "DULY-PACK-023": ["{0}; nothing was unpacked.", "Do not trust this zip."],
  "DULY-PACK-024": ["is named by no component of customizations.xml, so that packing would lose it.", "Remove it from the zip, or export the solution again."],
  "DULY-PACK-025": ["would not be packed to the same again: {0}.", "This is a defect of the packer: please report it."],
  "DULY-PACK-026": ["holds {0}, which no root component of Other/Solution.xml names: an import may leave it out.", "Add <RootComponent type=\"{1}\"> for it, or delete the component."],
  "DULY-PACK-027": ["has the root component of type {0} \"{1}\", which the folder does not hold.", "Add the component, or delete the root."],
  "DULY-PACK-028": ["is no cloud flow: it lacks the object properties.definition.", "Export the flow again."],
  "DULY-PACK-029": ["is a name that {0}; nothing was unpacked.", "Rename the file in the solution that the zip is of, and export it again."],
  "DULY-PACK-036": ["has the e-mail template {0} without a {1}: there is no {2}.", "Add the file, or delete the template."],
  "DULY-PACK-037": ["has {0} files; a zip of the kind that Dataverse takes counts 65,535 at most.", "Leave out files that belong to no component, or split the solution."],
  "DULY-PACK-040": ["names the file {0}, which does not lie in {1}: it would stand where something else is read.", "Correct the name in the component's definition."],
  "DULY-PACK-041": ["holds {0} bytes, more than the {1} up to which a zip is unpacked again.", "Leave out files that belong to no component, or split the solution."],
  "DULY-PACK-043": ["begins with <{0}> instead of <ImportExportXml>.", "Give the file of a solution's export, or name the folder that holds it."],
  "DULY-PACK-045": ["holds <{0}>, which is no component or list of components known here: it is packed as it stands, and an import may refuse it or leave it out.", "Correct the name, or compare with a zip of 'pac solution pack'."],
  "DULY-PACK-046": ["{0}, more than the {1} that are read.", "Do not trust it if it is not yours; else split the solution."],
} as const satisfies Readonly<Record<string, PackMessage>>;

export type PackCode = keyof typeof packMessages;

/** Problem and mend with their details filled in. */
export const packText = (code: PackCode, ...details: readonly string[]): string =>
  packMessages[code].join(" ").replace(/\{(\d)\}/g, (_, place: string) => details[Number(place)] ?? "");

/** For a schema that cannot be packed: an error with code and text. */
export const packFailure = (code: PackCode, ...details: readonly string[]): Error => new Error(`${code} ${packText(code, ...details)}`);
