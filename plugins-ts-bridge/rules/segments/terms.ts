import { daysBetween } from "#domain/calendar/arithmetic";
import { dayOf, idInput } from "../../sdk/input";
import { outputs } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { read } from "../../sdk/reading";
import { defineApi } from "../../sdk/rule";

const itemsOf = (companyId: string) => from("duly_openitem").select("duly_openitemid", "duly_name", "duly_issuedon", "duly_duedate")
  .join({ table: "duly_debtor", from: "duly_debtorid", to: "duly_debtor", alias: "debtor", select: ["duly_number", "duly_termsdays", "duly_segment"] })
  .where(["duly_company", "eq", companyId], ["statecode", "eq", 0], ["duly_issuedon", "not-null"], ["duly_duedate", "not-null"]);

const termsOfSegments = () => from("duly_segment").select("duly_segmentid", "duly_termsdays").where(["duly_termsdays", "not-null"]);

export const termDeviations = defineApi({
  id: "duly_ListTermDeviations", label: "List deviations from payment terms",
  help: "Lists open items whose payment term is not the one agreed with the debtor. Writes nothing.",
  request: { CompanyId: { type: "Guid", help: "The company." } },
  response: { Deviations: { type: "String", help: "JSON: list of item, debtor, issuedOn, dueOn, days, agreed." } },
}, function* (context) {
  const usual = new Map((yield* read(termsOfSegments())).map((row) => [row.duly_segmentid, row.duly_termsdays]));
  const items = yield* read(itemsOf(idInput(context, "CompanyId")));
  const deviations = items.flatMap((row) => {
    const agreed = row["debtor.duly_termsdays"] ?? usual.get(row["debtor.duly_segment"]?.id ?? "") ?? null;
    const [issuedOn, dueOn] = [dayOf(row.duly_issuedon ?? ""), dayOf(row.duly_duedate ?? "")];
    const days = daysBetween(issuedOn, dueOn);
    return agreed === null || agreed === days ? [] : [{ item: row.duly_name, debtor: row["debtor.duly_number"], issuedOn, dueOn, days, agreed }];
  });
  return outputs({ Deviations: JSON.stringify(deviations) });
});
