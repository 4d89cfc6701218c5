import type { EntityReference, OrganizationService } from "../../local-host/service/contract";
import type { Units } from "./amounts";
import type { Fault } from "./fault";
import { fold } from "./fold";
import type { Customer, Line } from "./line";
import type { Writing } from "./mirror";
import { to } from "./rows";
import { documentTotals } from "./totals";
import type { StoredLedger, StoredVocabulary } from "./store";

/** What an import holds while it writes line after line. */
export interface Session extends Writing {
  readonly service: OrganizationService;
  readonly ledger: StoredLedger;
  /** Day of the import, "YYYY-MM-DD": value date of payments that the file does not date. */
  readonly today: string;
  /** What the whole file says about a customer: the last line that gives a value counts. */
  customer(number: string): Customer;
  /** Sum of the instalments of a document, those that only the store has included. */
  total(document: string): Units;
  currency(code: string): EntityReference;
  creditClass(code: string): EntityReference;
  paymentType(code: string): EntityReference;
}

/** Thrown to roll a line back and reject it. */
export class LineRefused extends Error {
  constructor(readonly fault: Fault) {
    super(fault.text);
    this.name = "LineRefused";
  }
}

export function refuse(fault: Fault): never {
  throw new LineRefused(fault);
}

/** Gathers what the lines of a file say together about customers and documents. */
export function openSession(
  service: OrganizationService, lines: readonly Line[],
  known: { readonly ledger: StoredLedger; readonly vocabulary: StoredVocabulary; readonly today: string },
): Session {
  const customers = new Map<string, Customer>();
  for (const { customer } of lines) {
    const number = fold(customer.number);
    customers.set(number, merge(customers.get(number), customer));
  }
  const totals = documentTotals(lines, known.ledger);
  const required = <T>(map: ReadonlyMap<string, T>, key: string): T => {
    const found = map.get(key);
    if (found === undefined) throw new Error(`nothing gathered for ${key}`);
    return found;
  };
  return {
    service, ledger: known.ledger, today: known.today, undo: [],
    customer: (number) => required(customers, fold(number)),
    total: (document) => required(totals, fold(document)),
    currency: (code) => to("transactioncurrency", required(known.vocabulary.currencyIds, code)),
    creditClass: (code) => to("duly_creditclass", required(known.vocabulary.creditClasses, code)),
    paymentType: (code) => to("duly_paymenttype", required(known.vocabulary.paymentTypes, code)),
  };
}

function merge(earlier: Customer | undefined, later: Customer): Customer {
  if (!earlier) return later;
  const given = Object.fromEntries(Object.entries(later).filter(([, value]) => value !== null));
  return { ...earlier, ...given };
}
