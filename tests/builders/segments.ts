import type { Segment, Traits } from "#domain/segments/segment";

const any = { from: null, to: null };

/** A segment without conditions; a test gives the ones that it speaks of. */
export const aSegment = (parts: Partial<Segment> = {}): Segment => ({
  id: "segment", name: "Segment", order: 1, kind: null, country: null, companyId: null, creditClassId: null, companyName: "", creditClassName: "", openAmount: any, overdueAmount: any, daysPastDue: any, openItems: any,
  unpaid: any, exposure: any, score: any, customerDays: any, fetchXml: null, strategyId: null, termsDays: null, fault: null, ...parts,
});

/** A company that owes nothing. */
export const traitsOf = (parts: Partial<Traits> = {}): Traits => ({
  kind: "company", country: null, companyId: "company", creditClassId: null, openAmount: null, overdueAmount: null, oldestDueOn: null, openItems: 0, unpaid: null, exposure: null,
  score: null, customerSince: null, foundBy: new Set(), ...parts,
});
