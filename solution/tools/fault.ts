/** One thing that is wrong with a folder, a zip or the schema. */
export interface Fault {
  /** "DULY-PACK-008" */
  readonly code: string;
  /** Path in the folder or zip; "" when the fault has no place. */
  readonly where: string;
  /** Line, from 1; null when the fault is not in a line. */
  readonly line: number | null;
  /** What is wrong and what mends it. */
  readonly message: string;
}

/** "DULY-PACK-008 Roles/Clerk.xml:12 …" */
export const told = ({ code, where, line, message }: Fault): string =>
  [code, ...(where === "" ? [] : [line === null ? where : `${where}:${String(line)}`]), message].join(" ");

/** Expected failures of packing, unpacking and comparing: everything that was found at once. */
export class PackError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(told).join("\n"));
    this.name = "PackError";
  }
}

/** Throws when there is anything to tell. */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new PackError(faults);
}
