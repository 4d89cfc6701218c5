import { DataverseError } from "../service/error";

/** Who asks and when: what relative dates and "the current user" mean. */
export interface Asker {
  /** UTC, "YYYY-MM-DDTHH:MM:SSZ". */
  readonly nowUtc: string;
  readonly userId: string;
}

/** The asker, or an error that names what needs one. */
export function needed(asker: Asker | undefined, operator: string): Asker {
  if (asker !== undefined) return asker;
  throw new DataverseError("0x80041103", `The operator '${operator}' needs the clock and the user, and this call came without them.`);
}
