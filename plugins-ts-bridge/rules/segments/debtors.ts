import { stop } from "#domain/messages/fault";
import { segmentDebtors } from "../../rows/segmentquery";
import { outputs } from "../../sdk/effect";
import { businessDayOf, givenDay, idInput } from "../../sdk/input";
import { read } from "../../sdk/reading";
import { defineApi } from "../../sdk/rule";
import { readPolicy } from "../run/read";
import { readFoundBy } from "./found";

/** Debtors asked about in one query of a view. */
const idsAtMost = 500;

export const segmentDebtorsApi = defineApi({
  id: "duly_ListSegmentDebtors", label: "List the debtors of a segment's rule",
  help: "Says which debtors of a company fulfil the conditions of a segment. Writes nothing.",
  request: {
    SegmentId: { type: "Guid", help: "The segment." },
    CompanyId: { type: "Guid", help: "The company." },
    AsOf: { type: "String", help: "Business day, YYYY-MM-DD; today when absent.", optional: true },
  },
  response: {
    Count: { type: "Integer", help: "Debtors that fulfil the conditions." },
    Debtors: { type: "String", help: "JSON: list of their numbers." },
    FetchXml: { type: "String", help: "The conditions as a query; without the segment's own FetchXML." },
  },
}, function* (context) {
  const id = idInput(context, "SegmentId");
  const companyId = idInput(context, "CompanyId");
  const { policy } = yield* readPolicy(companyId);
  const segment = policy.segments.find((one) => one.id === id) ?? stop("DULY-SEGMENT-002", { segment: id });
  const query = segmentDebtors(segment, companyId, givenDay(context, "AsOf") ?? businessDayOf(context, policy.company.timeZone));
  let rows = yield* read(query);
  if (segment.fetchXml !== null) {
    const found = new Set<string>();
    for (let at = 0; at < rows.length; at += idsAtMost) {
      for (const debtor of (yield* readFoundBy([segment], rows.slice(at, at + idsAtMost).map((row) => row.duly_debtorid))).keys()) found.add(debtor);
    }
    rows = rows.filter((row) => found.has(row.duly_debtorid));
  }
  return outputs({ Count: rows.length, Debtors: JSON.stringify(rows.map((row) => row.duly_number)), FetchXml: query.toFetchXml() });
});
