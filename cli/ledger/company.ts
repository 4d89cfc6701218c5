import type { OrganizationService, Row } from "../../local-host/service/contract";
import { language } from "#solution/generated/names";
import type { Company } from "./map";
import { keyOf, put, readMirror, type Written } from "./mirror";
import { textIn } from "./rows";

/** Creates the company or brings the columns that the map gives up to date; found by its code. */
export function putCompany(service: OrganizationService, company: Company): Written {
  const columns = columnsOf(company);
  const mirror = readMirror(service, "duly_company", { columns: Object.keys(columns), key: (row) => keyOf(textIn(row, "duly_code")) });
  return put({ service, undo: [] }, mirror, { key: keyOf(company.code), columns });
}

function columnsOf(company: Company): Row {
  return {
    duly_code: company.code,
    duly_name: company.name,
    duly_currencycode: company.currency,
    ...(company.country !== null && { duly_country: company.country }),
    ...(company.language !== null && { duly_language: language[company.language] }),
    ...(company.sender !== null && { duly_sender: company.sender }),
    ...(company.iban !== null && { duly_iban: company.iban }),
  };
}
