import type { Navigation } from "../../query/navigation";
import type { EntityReference } from "../../service/contract";
import type { Call } from "../call";

/** Two rows along a navigation property of the first. */
export interface Relation { readonly navigation: Navigation; readonly owner: EntityReference; readonly other: EntityReference }

/** Relates two rows: sets the lookup, or associates many-to-many. */
export function relate(call: Call, { navigation, owner, other }: Relation): void {
  const { service } = call.host;
  if (navigation.kind === "both") return service.associate(navigation.relationship.schemaName, owner, other, call.user);
  const { referencingColumn } = navigation.relationship;
  const [from, to] = navigation.kind === "one" ? [owner, other] : [other, owner];
  service.update(from.logicalName, { id: from.id }, { [referencingColumn]: to }, call.user);
}

/** Undoes `relate`; doing it twice is no error. */
export function unrelate(call: Call, { navigation, owner, other }: Relation): void {
  const { service } = call.host;
  if (navigation.kind === "both") return service.disassociate(navigation.relationship.schemaName, owner, other, call.user);
  const { referencingColumn } = navigation.relationship;
  const [from, to] = navigation.kind === "one" ? [owner, other] : [other, owner];
  const current = service.retrieve(from.logicalName, { id: from.id }, [referencingColumn], call.user)[referencingColumn];
  if (typeof current !== "object" || current === null || !("id" in current) || current.id !== to.id) return;
  service.update(from.logicalName, { id: from.id }, { [referencingColumn]: null }, call.user);
}
