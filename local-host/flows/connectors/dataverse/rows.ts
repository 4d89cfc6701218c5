import type { WebHandler } from "../../../http/contract";
import type { Operation } from "../contract";
import { Parameters } from "../parameters";
import { nameSegment, queryString, rowSegment, send } from "./request";

const ITEM = ["item/"];

/** CreateRecord: gives the row as written. */
export function createRecord(web: WebHandler): Operation {
  return ({ parameters }) => {
    const given = new Parameters(parameters, "CreateRecord");
    given.allowOnly(["entityName", "item", "$select"], ITEM);
    return send(web, { method: "POST", path: nameSegment(given.required("entityName")) + queryString({ $select: given.optional("$select") }), body: given.object("item") });
  };
}

/** UpdateOnlyRecord ("Update a row"): fails when the row is missing. */
export function updateOnlyRecord(web: WebHandler): Operation {
  return ({ parameters }) => patch(web, new Parameters(parameters, "UpdateOnlyRecord"), { "if-match": "*" });
}

/** UpdateRecord ("Upsert a row"). */
export function upsertRecord(web: WebHandler): Operation {
  return ({ parameters }) => patch(web, new Parameters(parameters, "UpdateRecord"), {});
}

function patch(web: WebHandler, given: Parameters, headers: Readonly<Record<string, string>>): ReturnType<Operation> {
  given.allowOnly(["entityName", "recordId", "item", "$select"], ITEM);
  const path = rowSegment(given.required("entityName"), given.required("recordId")) + queryString({ $select: given.optional("$select") });
  return send(web, { method: "PATCH", path, body: given.object("item"), headers });
}

export function deleteRecord(web: WebHandler): Operation {
  return ({ parameters }) => {
    const given = new Parameters(parameters, "DeleteRecord");
    given.allowOnly(["entityName", "recordId"]);
    return send(web, { method: "DELETE", path: rowSegment(given.required("entityName"), given.required("recordId")) });
  };
}

export function getItem(web: WebHandler): Operation {
  return ({ parameters }) => {
    const given = new Parameters(parameters, "GetItem");
    given.allowOnly(["entityName", "recordId", "$select", "$expand"]);
    const options = queryString({ $select: given.optional("$select"), $expand: given.optional("$expand") });
    return send(web, { method: "GET", path: rowSegment(given.required("entityName"), given.required("recordId")) + options });
  };
}
