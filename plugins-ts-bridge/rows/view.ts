import { fault, type Fault } from "#domain/messages/fault";
import { securedColumns } from "#solution/generated/names";

/** FetchXML over debtors as views have it: the inside of its entity, without columns and order. */
const pattern = /^\s*(?:<\?xml[^>]*\?>)?\s*<fetch\b([^>]*)>\s*<entity\s+name=["']duly_debtor["']\s*>([\s\S]*)<\/entity>\s*<\/fetch>\s*$/;
const columns = /<attribute\b[^>]*\/>|<all-attributes\s*\/>|<order\b[^>]*\/>/g;

/** The conditions of a view over debtors; null when it is another table's, aggregates, or takes only the first rows. */
export function parseView(fetchXml: string): string | null {
  const [, options = "", inside] = pattern.exec(fetchXml) ?? [];
  if (inside === undefined || /\b(aggregate|top)\s*=/.test(options) || /<attribute\b[^>]*\baggregate\s*=/.test(inside)) return null;
  return inside.replace(columns, "");
}

const plain = (xml: string): string => xml.replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex: string | undefined, decimal: string | undefined) => String.fromCharCode(hex === undefined ? Number(decimal) : parseInt(hex, 16))).toLowerCase();

/** Why a segment cannot go by a view; null when it can. */
export function viewFault(fetchXml: string, segment: string): Fault | null {
  const conditions = parseView(fetchXml);
  if (conditions === null) return fault("DULY-SEGMENT-001", { segment });
  const column = securedColumns.find((name) => plain(conditions).includes(name));
  return column === undefined ? null : fault("DULY-SEGMENT-003", { segment, column });
}

/** FetchXML that finds which of some debtors (by id, letters, digits and hyphens) a view finds; null when the view cannot be used. */
export function viewOver(fetchXml: string, debtorIds: readonly string[]): string | null {
  const conditions = parseView(fetchXml);
  if (conditions === null || viewFault(fetchXml, "") !== null) return null;
  const ids = debtorIds.map((id) => `<value>${id}</value>`).join("");
  const among = `<link-entity name="duly_debtor" from="duly_debtorid" to="duly_debtorid" alias="among" link-type="inner"><filter type="and"><condition attribute="duly_debtorid" operator="in">${ids}</condition></filter></link-entity>`;
  return `<fetch distinct="true"><entity name="duly_debtor"><attribute name="duly_debtorid"/>${conditions}${among}</entity></fetch>`;
}
