import type { OrganizationService, Row } from "../../local-host/service/contract";
import { debtorkind, interestruleStatus, ratefixing } from "#solution/generated/names";
import { keyOf, put, readMirror, type Writing } from "../ledger/mirror";
import { prefixed, textIn } from "../ledger/rows";
import type { InterestPack, PackRate, PackRule } from "./pack";

const states = { active: { statecode: 0, statuscode: interestruleStatus.active }, inactive: { statecode: 1, statuscode: interestruleStatus.inactive } };

const ruleRow = (rule: PackRule, active: boolean): Row => ({
  ...prefixed(rule), duly_debtorkind: rule.debtorkind === null ? null : debtorkind[rule.debtorkind], duly_fixing: ratefixing[rule.fixing], ...states[active ? "active" : "inactive"],
});

const rateRow = (rate: PackRate): Row => ({ ...prefixed(rate), duly_name: `${rate.code} ${rate.validfrom}` });

/** Rules and rates of a pack; rules of a pack that is not active charge nothing until somebody activates them. Rows that exist stay as an administrator left them. Gives how many are new. */
export function seedInterest(service: OrganizationService, { active, interestrules, interestrates }: InterestPack): number {
  const writing: Writing = { service, undo: [] };
  const rules = readMirror(service, "duly_interestrule", { columns: ["duly_code"], key: (row) => keyOf(textIn(row, "duly_code")) });
  const rates = readMirror(service, "duly_interestrate", { columns: ["duly_code", "duly_validfrom"], key: (row) => keyOf(textIn(row, "duly_code"), textIn(row, "duly_validfrom")) });
  const written = [
    ...interestrules.map((rule) => put(writing, rules, { key: keyOf(rule.code), columns: {}, initial: ruleRow(rule, active) })),
    ...interestrates.map((rate) => put(writing, rates, { key: keyOf(rate.code, rate.validfrom), columns: {}, initial: rateRow(rate) })),
  ];
  return written.filter(({ change }) => change === "created").length;
}
