import type { CompanyColumns, PolicyRows } from "./policy";

/** 64 bits of a text in hexadecimal: tells versions apart, protects nothing. */
function hashOf(text: string): string {
  let left = 0x811c9dc5;
  let right = 0x1b873593;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    left = Math.imul(left ^ code, 16777619);
    right = Math.imul(right ^ (right >>> 15) ^ code, 2246822519);
  }
  return [left, right].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
}

/** Fingerprint of everything that decides for a company: equal rows give equal fingerprints, in whatever order they are read. Names of references do not count. */
export function policyFingerprint(rows: PolicyRows, company: CompanyColumns): string {
  const text = (row: unknown): string => JSON.stringify(row, (key, value: unknown) => (key === "name" || key === "modifiedon" ? undefined : value));
  return hashOf([...rows.flatMap((table, index) => table.map((row) => `${index}${text(row)}`)).sort(), text(company)].join("\n"));
}
