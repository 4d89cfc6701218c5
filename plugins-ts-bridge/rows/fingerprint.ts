import { hashOf } from "../sdk/hash";
import type { CompanyColumns, PolicyRows } from "./policy";

/** Fingerprint of everything that decides for a company: equal rows give equal fingerprints, in whatever order they are read. Names of references do not count. */
export function policyFingerprint(rows: PolicyRows, company: CompanyColumns): string {
  const text = (row: unknown): string => JSON.stringify(row, (key, value: unknown) => (key === "name" ? undefined : value));
  return hashOf([...rows.flatMap((table, index) => table.map((row) => `${index}${text(row)}`)).sort(), text(company)].join("\n"));
}
