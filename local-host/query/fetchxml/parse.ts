import type { Metadata } from "../../metadata/model";
import { UnsupportedError } from "../../service/error";
import type { Query } from "../ir";

/** Who asks and when: what relative dates and "the current user" mean. */
export interface Asker { readonly nowUtc: string; readonly userId: string }

/** Parses FetchXML. Operators on the clock or the user (`today`, `eq-userid`) need `asker`. Throws DataverseError by name for what is unknown. */
export function parseFetchXml(_text: string, _metadata: Metadata, _asker?: Asker): Query {
  throw new UnsupportedError("FetchXML", "any");
}
