import type { Metadata } from "../../metadata/model";
import { DataverseError } from "../../service/error";
import type { Asker } from "../asker";
import type { Query } from "../ir";
import { tableOf } from "../sql/scope";
import { aggregateOf } from "./aggregate";
import { columnsOf } from "./columns";
import { filtersOf } from "./filters";
import { both, linksOf } from "./links";
import { ordersOf } from "./orders";
import type { Place } from "./place";
import { allow, attributeOf, flagOf, numberOf, readXml, type Element } from "./xml";

const FETCH = [
  "version", "output-format", "mapping", "distinct", "aggregate", "top", "count", "page", "paging-cookie", "returntotalrecordcount",
  "no-lock", "useraworderby", "latematerialize", "savedqueryid", "querytype", "options",
];
const LIMIT = 5000;

/**
 * Parses FetchXML. Operators on the clock or the user (`today`, `eq-userid`) need `asker`.
 * Throws DataverseError: 0x80040201 for malformed XML, 0x80041103 by name for an unknown element, attribute or value; UnsupportedError for an unknown operator.
 */
export function parseFetchXml(text: string, metadata: Metadata, asker?: Asker): Query {
  const fetch = readXml(text.trim());
  if (fetch.name !== "fetch") throw new DataverseError("0x80041103", `FetchXML begins with <fetch>, not with <${fetch.name}>.`);
  allow(fetch, FETCH, ["entity"]);
  const [entity, second] = fetch.children;
  if (entity === undefined || second !== undefined) throw new DataverseError("0x80041103", "<fetch> holds exactly one <entity>.");
  return { ...entityOf(entity, metadata, { asker, fetch }), ...paging(fetch), distinct: flagOf(fetch, "distinct") };
}

type EntityPart = Pick<Query, "table" | "columns" | "filter" | "links" | "order" | "aggregate">;

function entityOf(entity: Element, metadata: Metadata, { asker, fetch }: { readonly asker: Asker | undefined; readonly fetch: Element }): EntityPart {
  allow(entity, ["name", "enableprefiltering", "prefilterparametername"], ["attribute", "all-attributes", "filter", "link-entity", "order"]);
  const table = tableOf(metadata, attributeOf(entity, "name")).logicalName;
  const aggregate = flagOf(fetch, "aggregate");
  const place: Place = { alias: null, asker, aggregate, counter: { next: 0 }, entities: [{ element: entity, alias: null }] };
  const { links, conditions } = linksOf(entity, place);
  const filter = both(filtersOf(entity, place), conditions);
  if (aggregate) return { table, columns: [], filter, links, order: [], aggregate: aggregateOf(place.entities) };
  const order = ordersOf(place.entities, flagOf(fetch, "useraworderby"));
  return { table, columns: columnsOf(entity), filter, links, order, aggregate: null };
}

type PagingPart = Pick<Query, "pageSize" | "page" | "cookie" | "top" | "count">;

function paging(fetch: Element): PagingPart {
  const top = numberOf(fetch, "top");
  const size = numberOf(fetch, "count");
  const page = numberOf(fetch, "page");
  if (top !== null && (size !== null || page !== null)) {
    throw new DataverseError("0x80041103", "The top attribute cannot be used together with count and page.");
  }
  const cookie = fetch.attributes["paging-cookie"];
  return {
    pageSize: Math.min(size ?? LIMIT, LIMIT), page: page ?? 1, cookie: cookie === undefined || cookie === "" ? null : cookie,
    top: top === null ? null : Math.min(top, LIMIT), count: flagOf(fetch, "returntotalrecordcount"),
  };
}
