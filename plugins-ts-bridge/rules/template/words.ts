import type { Fault } from "#domain/messages/fault";
import { textFaults } from "#domain/templates/validate";
import type { TemplateRow, TemplatetextRow } from "#solution/generated/names";
import { languageOf, templateKindOf } from "../../rows/codes";
import { fail, type Effect } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { readTogether, read, type Reading } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { fieldFault, purposeOf } from "./uses";

const table = "duly_templatetext";
const columns = ["duly_name", "duly_template", "duly_language", "duly_subject", "duly_body"] as const;
type Text = Partial<Pick<TemplatetextRow, (typeof columns)[number]>>;

const decisive = ["duly_name", "duly_code", "duly_kind"] as const;
type Template = Partial<Pick<TemplateRow, (typeof decisive)[number]>>;

const templateQuery = (id: string) => from("duly_template").select(...decisive).where(["duly_templateid", "eq", id]);

/** The first thing that is wrong with a text of a template. */
function faultOf(text: Text, { duly_name: template, duly_code: code, duly_kind: kind }: Template): Fault | null {
  const words = { name: text.duly_name ?? template ?? "", language: languageOf(text.duly_language) ?? "english" as const, subject: text.duly_subject ?? "", body: text.duly_body ?? "" };
  return fieldFault(words, purposeOf(code)) ?? textFaults(templateKindOf(kind) ?? "message", words, template ?? "")[0] ?? null;
}

const refused = (found: readonly (Fault | null)[]): readonly Effect[] => found.flatMap((one) => one ?? []).slice(0, 1).map(fail);

function* checked(text: Text): Reading<readonly Effect[]> {
  if (text.duly_template == null) return [];
  const [template = {}] = yield* read(templateQuery(text.duly_template.id));
  return refused([faultOf(text, template)]);
}

/** The merge fields of a text are such as messages have; the words of a formal notice have its four parts, those of an envelope do not speak of a debt. Source: rules.md L-06, L-07. */
const wordsChecked = (message: "Create" | "Update") => defineStep(
  { id: `templatetext.words.${message.toLowerCase()}`, message, table, stage: "PreOperation", ...(message === "Update" ? { filteringAttributes: columns.slice(1), images: { pre: columns } } : {}) },
  function* ({ target, preImage }) { return yield* checked({ ...preImage, ...target }); },
);

/** A template that becomes a formal notice, an envelope or the message about a broken promise already has words that suit it. */
const kindChecked = defineStep(
  { id: "template.kind", message: "Update", table: "duly_template", stage: "PreOperation", filteringAttributes: ["duly_kind", "duly_code"], images: { pre: decisive } },
  function* ({ target, preImage, primaryId }) {
    const [texts] = yield* readTogether(from(table).select(...columns).where(["duly_template", "eq", primaryId], ["statecode", "eq", 0]));
    return refused(texts.map((text) => faultOf(text, { ...preImage, ...target })));
  },
);

export const templateRules = [wordsChecked("Create"), wordsChecked("Update"), kindChecked];
