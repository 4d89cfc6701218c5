import { asText } from "../api/json";
import type { LookupValue } from "../api/values";
import type { Player } from "../shell/player";
import { changeFetch, containing } from "../views/fetch";

const FOUND_AT_MOST = 50;

/** Rows of a table whose primary name contains the words, by name; at most 50. */
export async function searchRows({ api, metadata }: Pick<Player, "api" | "metadata">, table: string, words: string): Promise<readonly LookupValue[]> {
  const found = await metadata(table);
  const name = found.primaryName ?? found.primaryId;
  const query = `<fetch><entity name="${table}"><attribute name="${found.primaryId}"/><attribute name="${name}"/><order attribute="${name}"/></entity></fetch>`;
  const conditions = words ? [{ column: name, operator: "like" as const, value: containing(words) }] : [];
  const page = await api.fetchXml(found.setName, changeFetch(query, { conditions, pageSize: FOUND_AT_MOST, page: 1 }));
  return page.rows.map((row) => ({ id: asText(row[found.primaryId]), name: asText(row[name]) || "…", entityType: table }));
}
