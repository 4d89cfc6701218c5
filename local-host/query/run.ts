import type { Metadata } from "../metadata/model";
import { UnsupportedError } from "../service/error";
import type { Sql } from "../store/sql";
import type { Query, QueryPage } from "./ir";

/** Runs one page of a query. Throws DataverseError for an unknown table or column, and for an aggregate over more than 50,000 rows. */
export function runQuery(_sql: Sql, _metadata: Metadata, _query: Query): QueryPage {
  throw new UnsupportedError("query", "any");
}
