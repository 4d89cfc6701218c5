import type { Day } from "#domain/calendar/day";
import { contactrulekind, creditmode, debtorkind } from "#solution/generated/names";
import type { OrganizationService } from "../../../local-host/service/contract";

/** The standard strategy of the example speaks of an item at most so often. */
export const mostAttempts = 6;

interface House { readonly companyId: string; readonly keyStepId: string; readonly today: Day }

/** What the company of the example has decided for itself, beyond its policy pack: every part of it keeps somebody from being reminded. */
export function decideHouseRules(service: OrganizationService, { companyId, keyStepId, today }: House): void {
  service.update("duly_company", { id: companyId }, { duly_transitdays: 5, duly_creditmode: creditmode.net, duly_minimumamount: "1.00" });
  service.update("duly_strategy", { key: { duly_code: "standard" } }, { duly_attempts: mostAttempts });
  service.update("duly_strategy", { key: { duly_code: "standard-gentle" } }, { duly_mindaysbetween: 7 });
  service.update("duly_strategystep", { id: keyStepId }, { duly_minimumpercent: "5" });
  service.create("duly_contactrule", {
    duly_name: "Persons in Austria are written to from Tuesday to Friday", duly_code: "DUNA-AT-PERSONS", duly_kind: contactrulekind.window, duly_country: "AT", duly_debtorkind: debtorkind.naturalPerson,
    duly_weekdays: "2,3,4,5", duly_fromtime: "08:00", duly_totime: "18:00", duly_validfrom: today, duly_source: "House policy of the example, no rule of law.",
  });
}
