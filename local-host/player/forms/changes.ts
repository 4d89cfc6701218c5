import type { Json, JsonObject } from "../api/json";
import type { Metadata } from "../api/metadata";
import type { AttributeMetadata, TableMetadata } from "../api/metadata.types";
import { type FieldValue, isLookup, isNumbers } from "../api/values";
import type { FormSession } from "./session";

/** Navigation property of a lookup column towards one of its tables. */
export function navigationOf(table: TableMetadata, column: string, target: string | null): string {
  const relations = table.relationships.filter((relation) => relation.column === column);
  return (relations.find((relation) => relation.target === target) ?? relations[0])?.navigation ?? column;
}

async function bound(session: FormSession, column: string, metadata: Metadata): Promise<readonly [string, Json]> {
  const value = session.value(column);
  const former = session.savedValue(column);
  const target = isLookup(value) ? value : isLookup(former) ? former : null;
  const name = `${navigationOf(session.table, column, target?.entityType ?? null)}@odata.bind`;
  if (!isLookup(value)) return [name, null];
  return [name, `/${(await metadata(value.entityType)).setName}(${value.id})`];
}

const plain = (value: FieldValue): Json => (isNumbers(value) ? value.join(",") : isLookup(value) ? value.id : value);

const isWritable = (attribute: AttributeMetadata, isNew: boolean): boolean => (isNew ? attribute.createable : attribute.updatable);

/** Body of a save: only the changed columns that the table lets be written, in the shape of the Web API. */
export async function changedBody(session: FormSession, metadata: Metadata): Promise<JsonObject> {
  const attributes = session.dirty().flatMap((name) => session.attribute(name) ?? []);
  const entries = attributes.filter((attribute) => isWritable(attribute, session.id === null)).map(async (attribute): Promise<readonly [string, Json]> =>
    attribute.kind === "lookup" ? bound(session, attribute.name, metadata) : [attribute.name, plain(session.value(attribute.name))]);
  return Object.fromEntries(await Promise.all(entries));
}
