import { asList, asNumber, asObject, asText, type Json, type JsonObject } from "./json";
import type { Privilege } from "./privileges";
import type { AttributeKind, AttributeMetadata, ChoiceOption } from "./metadata.types";

const KINDS: Readonly<Record<string, AttributeKind>> = {
  String: "text", Memo: "memo", Integer: "integer", BigInt: "integer", Decimal: "decimal", Double: "decimal", Money: "money",
  Boolean: "boolean", DateTime: "datetime", Picklist: "choice", State: "choice", Status: "choice", MultiSelectPicklist: "choices",
  Lookup: "lookup", Owner: "lookup", Customer: "lookup", Uniqueidentifier: "id",
};

/** Text of a Label object in the user's language, else English, else any. */
export function labelText(label: Json | undefined, lcid: number): string {
  const texts = asList(asObject(label).LocalizedLabels);
  const of = (code: number): string => asText(texts.find((text) => text.LanguageCode === code)?.Label);
  return of(lcid) || of(1033) || asText(texts[0]?.Label) || asText(asObject(asObject(label).UserLocalizedLabel).Label);
}

/** Options of one attribute of a choice cast, its own or those of its global choice. */
export function optionsOf(attribute: JsonObject, lcid: number): readonly ChoiceOption[] {
  const set = asObject(attribute.OptionSet ?? attribute.GlobalOptionSet);
  const entries = [...asList(set.Options), ...asList([set.FalseOption, set.TrueOption])];
  return entries.map((option) => ({ value: asNumber(option.Value) ?? 0, label: labelText(option.Label, lcid) || String(option.Value) }));
}

function platformType(raw: JsonObject): string {
  const named = asText(asObject(raw.AttributeTypeName).Value).replace(/Type$/, "");
  return named || asText(raw.AttributeType);
}

function kindOf(raw: JsonObject, type: string): AttributeKind {
  const kind = KINDS[type] ?? "other";
  if (kind !== "datetime") return kind;
  const behavior = asText(asObject(raw.DateTimeBehavior).Value);
  return behavior === "DateOnly" || asText(raw.Format) === "DateOnly" ? "date" : "datetime";
}

const LEVELS: Readonly<Record<string, AttributeMetadata["required"]>> = {
  ApplicationRequired: "required", SystemRequired: "required", Recommended: "recommended",
};

/** -1 is the platform's "no preset". */
function presetOf(raw: JsonObject): number | boolean | null {
  if (typeof raw.DefaultValue === "boolean") return raw.DefaultValue;
  const value = asNumber(raw.DefaultFormValue);
  return value === undefined || value === -1 ? null : value;
}

const textList = (value: Json | undefined): readonly string[] => (Array.isArray(value) ? value.map(asText) : []);

/** What comes from elsewhere: options of choices from their casts, privileges on secured columns from the user. */
export interface AttributeContext { readonly options: readonly ChoiceOption[]; readonly privilege: Privilege; readonly lcid: number }

/** One entry of `Attributes` to what the player needs. */
export function readAttribute(raw: JsonObject, { options, privilege, lcid }: AttributeContext): AttributeMetadata {
  const type = platformType(raw);
  const name = asText(raw.LogicalName);
  return {
    name, platformType: type, kind: kindOf(raw, type), options,
    label: labelText(raw.DisplayName, lcid) || asText(raw.SchemaName) || name,
    description: labelText(raw.Description, lcid),
    required: LEVELS[asText(asObject(raw.RequiredLevel).Value)] ?? "none",
    rich: asText(asObject(raw.FormatName).Value) === "RichText",
    maxLength: asNumber(raw.MaxLength), min: asNumber(raw.MinValue), max: asNumber(raw.MaxValue),
    precision: asNumber(raw.Precision) ?? (type === "Money" || type === "Decimal" ? 2 : 0),
    targets: textList(raw.Targets), preset: presetOf(raw),
    createable: raw.IsValidForCreate !== false && privilege.create, updatable: raw.IsValidForUpdate !== false && privilege.update,
    secured: raw.IsSecured === true, readable: privilege.read,
  };
}
