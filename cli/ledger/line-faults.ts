import { ledgerFault, quoted } from "./fault";

/** Why a line is rejected. */
export const lineFaults = {
  brokenQuote: () => ledgerFault("DULY-LEDGER-101"),
  nul: () => ledgerFault("DULY-LEDGER-124"),
  width: (found: number, expected: number) => ledgerFault("DULY-LEDGER-102", { found, expected }),
  missing: (what: string) => ledgerFault("DULY-LEDGER-103", { what }),
  unreadableDate: (what: string, found: string, format: string) => ledgerFault("DULY-LEDGER-104", { what, found: quoted(found), format }),
  impossibleDate: (what: string, found: string) => ledgerFault("DULY-LEDGER-105", { what, found: quoted(found) }),
  unreadableAmount: (what: string, found: string, sign: string) => ledgerFault("DULY-LEDGER-106", { what, found: quoted(found), sign: quoted(sign) }),
  precision: (what: string, found: string, money: { readonly code: string; readonly decimals: number }) =>
    ledgerFault("DULY-LEDGER-107", { what, found: quoted(found), currency: money.code, decimals: money.decimals }),
  tooLarge: (what: string, found: string) => ledgerFault("DULY-LEDGER-108", { what, found: quoted(found) }),
  unknownCurrency: (found: string, known: readonly string[]) => ledgerFault("DULY-LEDGER-109", { found: quoted(found), known: known.join(", ") }),
  unknownValue: (what: string, found: string, known: string) => ledgerFault("DULY-LEDGER-110", { what, found: quoted(found), known }),
  instalment: (found: string) => ledgerFault("DULY-LEDGER-111", { found: quoted(found) }),
  tooLong: (what: string, length: number, most: number) => ledgerFault("DULY-LEDGER-112", { what, length, most }),
  negative: (found: string, kind: string) => ledgerFault("DULY-LEDGER-113", { found: quoted(found), kind }),
  openBeyondAmount: (open: string, amount: string) => ledgerFault("DULY-LEDGER-114", { open: quoted(open), amount: quoted(amount) }),
  unknownCreditClass: (found: string) => ledgerFault("DULY-LEDGER-115", { found: quoted(found) }),
  duplicate: (document: string, line: number) => ledgerFault("DULY-LEDGER-116", { document, line }),
  otherDocument: (document: string, line: number, what: string) => ledgerFault("DULY-LEDGER-117", { document, line, what }),
  storedElsewhere: (document: string, what: string) => ledgerFault("DULY-LEDGER-118", { document, what }),
  belowPaid: (amount: string, paid: string) => ledgerFault("DULY-LEDGER-119", { amount, paid }),
  openRose: (stored: string, found: string) => ledgerFault("DULY-LEDGER-120", { stored, found }),
  settlementChanged: (reference: string, stored: string, found: string) => ledgerFault("DULY-LEDGER-121", { reference: quoted(reference), stored, found }),
  refused: (reason: string) => ledgerFault("DULY-LEDGER-122", { reason }),
  unknownPaymentType: (found: string) => ledgerFault("DULY-LEDGER-123", { found: quoted(found) }),
};

/** What is imported but deserves a look. */
export const lineWarnings = {
  dueBeforeIssue: (due: string, issued: string) => ledgerFault("DULY-LEDGER-201", { due, issued }),
  noDueDate: () => ledgerFault("DULY-LEDGER-202"),
  email: (found: string) => ledgerFault("DULY-LEDGER-203", { found: quoted(found) }),
  repeated: (document: string, line: number) => ledgerFault("DULY-LEDGER-204", { document, line }),
};
