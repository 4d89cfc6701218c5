import { labelText, optionsOf, readAttribute } from "./attributes";
import { asList, asText, type JsonObject } from "./json";
import type { ChoiceOption, Relationship, TableMetadata } from "./metadata.types";
import { readPrivileges } from "./privileges";
import type { WebApi } from "./webapi";

const CASTS = ["Picklist", "MultiSelectPicklist", "State", "Status", "Boolean"] as const;

async function readOptions(api: WebApi, entity: string, lcid: number): Promise<ReadonlyMap<string, readonly ChoiceOption[]>> {
  const casts = await Promise.all(CASTS.map((cast) => {
    const expand = cast === "Picklist" || cast === "MultiSelectPicklist" ? "OptionSet,GlobalOptionSet" : "OptionSet";
    return api.list(`${entity}/Attributes/Microsoft.Dynamics.CRM.${cast}AttributeMetadata?$select=LogicalName&$expand=${expand}`);
  }));
  return new Map(casts.flatMap((cast) => cast.rows.map((row) => [asText(row.LogicalName), optionsOf(row, lcid)])));
}

const readRelationship = (raw: JsonObject): Relationship => ({
  name: asText(raw.SchemaName),
  column: asText(raw.ReferencingAttribute),
  target: asText(raw.ReferencedEntity),
  navigation: asText(raw.ReferencingEntityNavigationPropertyName),
});

async function readTable(api: WebApi, name: string, lcid: number): Promise<TableMetadata> {
  const entity = `EntityDefinitions(LogicalName='${name}')`;
  const [raw, options] = await Promise.all([api.get(`${entity}?$expand=Attributes,ManyToOneRelationships`), readOptions(api, entity, lcid)]);
  const described = asList(raw.Attributes);
  const privilege = await readPrivileges(api, described);
  const attributes = described.map((each) => readAttribute(each, { options: options.get(asText(each.LogicalName)) ?? [], privilege: privilege(each), lcid }));
  return {
    name,
    setName: asText(raw.EntitySetName),
    primaryId: asText(raw.PrimaryIdAttribute),
    primaryName: asText(raw.PrimaryNameAttribute) || null,
    label: labelText(raw.DisplayName, lcid) || name,
    pluralLabel: labelText(raw.DisplayCollectionName, lcid) || name,
    attributes: new Map(attributes.map((each) => [each.name, each])),
    relationships: asList(raw.ManyToOneRelationships).map(readRelationship),
  };
}

/** Gives the metadata of a table by logical name; each table is read once. Throws WebApiFault for an unknown one. */
export type Metadata = (table: string) => Promise<TableMetadata>;

/** Metadata in the language of the user, kept for the life of the page; a failed read is tried again. */
export function makeMetadata(api: WebApi, lcid: number): Metadata {
  const known = new Map<string, Promise<TableMetadata>>();
  return (table) => {
    const found = known.get(table) ?? readTable(api, table, lcid);
    known.set(table, found);
    found.catch(() => known.delete(table));
    return found;
  };
}
