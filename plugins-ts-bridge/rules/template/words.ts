import { textFaults } from "#domain/templates/validate";
import type { TemplatetextRow } from "#solution/generated/names";
import { languageOf, templateKindOf } from "../../rows/codes";
import { fail, type Effect } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { readTogether, read, type Reading } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";

const table = "duly_templatetext";
const columns = ["duly_template", "duly_language", "duly_subject", "duly_body"] as const;
type Text = Partial<Pick<TemplatetextRow, (typeof columns)[number]>>;

const templateQuery = (id: string) => from("duly_template").select("duly_name", "duly_kind").where(["duly_templateid", "eq", id]);

const faultsOf = (kind: number | null | undefined, text: Text, template: string): readonly Effect[] =>
  textFaults(templateKindOf(kind) ?? "message", { language: languageOf(text.duly_language) ?? "english", subject: text.duly_subject ?? "", body: text.duly_body ?? "" }, template).slice(0, 1).map(fail);

function* checked(text: Text): Reading<readonly Effect[]> {
  if (text.duly_template == null) return [];
  const [template] = yield* read(templateQuery(text.duly_template.id));
  return faultsOf(template?.duly_kind, text, template?.duly_name ?? "");
}

/** The words of a formal notice have its four parts, those of an envelope do not speak of a debt. Source: rules.md L-06, L-07. */
const wordsChecked = (message: "Create" | "Update") => defineStep(
  { id: `templatetext.words.${message.toLowerCase()}`, message, table, stage: "PreOperation", ...(message === "Update" ? { filteringAttributes: columns, images: { pre: columns } } : {}) },
  function* ({ target, preImage }) { return yield* checked({ ...preImage, ...target }); },
);

/** A template that becomes a formal notice or an envelope already has words that suit it. */
const kindChecked = defineStep(
  { id: "template.kind", message: "Update", table: "duly_template", stage: "PreOperation", filteringAttributes: ["duly_kind"], images: { pre: ["duly_name"] } },
  function* ({ target, preImage, primaryId }) {
    const [texts] = yield* readTogether(from(table).select(...columns).where(["duly_template", "eq", primaryId], ["statecode", "eq", 0]));
    return texts.flatMap((text) => faultsOf(target.duly_kind, text, target.duly_name ?? preImage.duly_name ?? "")).slice(0, 1);
  },
);

export const templateRules = [wordsChecked("Create"), wordsChecked("Update"), kindChecked];
