/** What the verbs of the command line refuse. */
export const commandMessages = {
  "DULY-CLI-003": "Unknown verb '{verb}'. Use one of {verbs}.",
  "DULY-BUILD-001": "pcf-scripts {arguments} failed:\n{output}\nMend what it names.",
  "DULY-BUILD-010": "dotnet {arguments} failed:\n{output}\nMend what it names.",
  "DULY-BUILD-011": "{file} is missing. Get it from the repository, or run npm run pack on a machine with .NET.",
  "DULY-BUILD-012": "The C# host of the rules cannot be put into the package: {reason}, and {dll} is not the one that {lock} names for these sources. Install the .NET SDK 10 or newer, or put the DLL with sha256 {sha256} there.",
  "DULY-PACK-030": "{place} is no {wanted}. Name {what}.",
  "DULY-PACK-031": "{place} is neither file nor folder but a link or device, which no package can hold. Replace it by what it stands for.",
  "DULY-PACK-032": "{folder} is not empty. Name a new folder, or empty this one first.",
  "DULY-PACK-033": "{reason} Try: npm run pack -- --help",
  "DULY-START-001": "--{option} {value}: this is no whole number from {low} to {high}. Try: npm start -- --help",
  "DULY-START-002": "--as-of {value}: this is no day written as YYYY-MM-DD. Try: npm start -- --help",
  "DULY-START-003": "{reason}. Try: npm start -- --help",
  "DULY-START-004": "--ledger and --map go together. Try: npm start -- --help",
  "DULY-START-005": "--fresh would delete {folder}, but it holds '{foreign}', which is not Duly's. Name another folder with --data.",
  "DULY-START-006": "The {what} {file} cannot be read: {reason}. Correct the path, or the rights on the file.",
  "DULY-START-007": "The folder {folder} cannot be used: {reason}. Name another with --data, or begin anew in it with --fresh.",
} as const;
