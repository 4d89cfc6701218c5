import type { Metadata } from "../metadata/model";
import type { Sql } from "../store/sql";
import type { Query, QueryPage } from "./ir";
import { readAggregate } from "./rows/aggregate";
import { readPage } from "./rows/page";
import { hidesNothing, type Hides } from "./sql/hidden";

/** Runs one page of a query; what it `hides` counts as empty. Throws DataverseError for an unknown table or column, and 0x8004E023 for an aggregate over more than 50,000 rows. */
export function runQuery(sql: Sql, metadata: Metadata, query: Query, hides: Hides = hidesNothing): QueryPage {
  const read = query.aggregate === null ? readPage : readAggregate;
  return read(sql, metadata, query, hides);
}
