import type { WebHandler } from "../../../http/contract";
import type { Operation } from "../contract";
import { Parameters } from "../parameters";
import { API, nameSegment, ORIGIN, queryString, rowSegment, send } from "./request";

const ITEM = ["item/"];
const NAMESPACE = "Microsoft.Dynamics.CRM.";

/** PerformUnboundAction: a custom API or action without a row. */
export function unboundAction(web: WebHandler): Operation {
  return ({ parameters }) => {
    const given = new Parameters(parameters, "PerformUnboundAction");
    given.allowOnly(["actionName", "item"], ITEM);
    return send(web, { method: "POST", path: nameSegment(given.required("actionName")), body: given.object("item") });
  };
}

/** PerformBoundAction: on one row; the namespace is added when it is missing. */
export function boundAction(web: WebHandler): Operation {
  return ({ parameters }) => {
    const given = new Parameters(parameters, "PerformBoundAction");
    given.allowOnly(["entityName", "actionName", "recordId", "item"], ITEM);
    const action = nameSegment(given.required("actionName"));
    const row = rowSegment(given.required("entityName"), given.required("recordId"));
    return send(web, { method: "POST", path: `${row}/${action.startsWith(NAMESPACE) ? action : NAMESPACE + action}`, body: given.object("item") });
  };
}

const RELATION = ["entityName", "recordId", "associationEntityRelationship"];

/** AssociateEntities ("Relate rows"). */
export function associate(web: WebHandler): Operation {
  return ({ parameters }) => {
    const given = new Parameters(parameters, "AssociateEntities");
    given.allowOnly([...RELATION, "item/@odata.id"]);
    return send(web, { method: "POST", path: referencePath(given), body: { "@odata.id": absolute(given.required("item/@odata.id")) } });
  };
}

/** DisassociateEntities ("Unrelate rows"). */
export function disassociate(web: WebHandler): Operation {
  return ({ parameters }) => {
    const given = new Parameters(parameters, "DisassociateEntities");
    given.allowOnly([...RELATION, "$id"]);
    return send(web, { method: "DELETE", path: referencePath(given) + queryString({ $id: absolute(given.required("$id")) }) });
  };
}

function referencePath(given: Parameters): string {
  const row = rowSegment(given.required("entityName"), given.required("recordId"));
  return `${row}/${nameSegment(given.required("associationEntityRelationship"))}/$ref`;
}

/** Makers give the other row as "accounts(id)", "/accounts(id)" or a full URL of any host. */
function absolute(reference: string): string {
  const at = reference.indexOf(`${API}/`);
  const path = at >= 0 ? reference.slice(at + API.length + 1) : reference.replace(/^\/+/, "");
  return `${ORIGIN}${API}/${path}`;
}
