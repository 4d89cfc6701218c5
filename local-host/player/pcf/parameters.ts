import type { AttributeMetadata } from "../api/metadata.types";
import { isLookup } from "../api/values";
import { displayText } from "../fields/display";
import type { CustomControl } from "../forms/form.types";
import type { FormSession } from "../forms/session";
import { toClient } from "../xrm/convert";
import type { ManifestProperty, PcfManifest } from "./manifest";

/** Where the values of a control come from. */
export interface ParameterSource {
  readonly manifest: PcfManifest;
  readonly custom: CustomControl;
  readonly session: FormSession;
  /** Column that the form control itself is bound to. */
  readonly column: string | null;
  readonly locale: string;
  readonly disabled: boolean;
}

/** Column of a property: as the form binds it, else that of the form control for the first bound property. */
export function boundColumn({ manifest, custom, column }: Pick<ParameterSource, "manifest" | "custom" | "column">, property: ManifestProperty): string | null {
  const setting = custom.parameters.get(property.name);
  if (setting) return setting.fixed ? null : setting.value;
  return property === manifest.properties.find((each) => each.usage === "bound") ? column : null;
}

const LITERALS: Readonly<Record<string, (text: string) => unknown>> = {
  "Whole.None": Number, Decimal: Number, FP: Number, Currency: Number, TwoOptions: (text) => text === "true" || text === "1",
  "DateAndTime.DateOnly": (text) => new Date(text), "DateAndTime.DateAndTime": (text) => new Date(text),
};

function literal(property: ManifestProperty, custom: CustomControl): object {
  const text = custom.parameters.get(property.name)?.value ?? property.preset;
  const raw = text === null || text === "" ? null : (LITERALS[property.type] ?? String)(text);
  return { raw, formatted: text ?? "", type: property.type, error: false, errorMessage: "" };
}

const described = (attribute: AttributeMetadata, session: FormSession): object => ({
  LogicalName: attribute.name, DisplayName: attribute.label, Description: attribute.description, Type: attribute.platformType,
  RequiredLevel: { none: 0, required: 2, recommended: 3 }[session.level(attribute.name)], MaxLength: attribute.maxLength, MinValue: attribute.min, MaxValue: attribute.max,
  Precision: attribute.precision, IsSecured: attribute.secured, Options: attribute.options.map((option) => ({ Value: option.value, Label: option.label, Color: "" })),
});

function fromColumn(attribute: AttributeMetadata, { session, locale, disabled }: ParameterSource): object {
  const value = session.value(attribute.name);
  return {
    raw: toClient(attribute, value, "plain"), formatted: displayText(attribute, value, locale), type: attribute.platformType, error: false, errorMessage: "",
    security: { editable: !disabled, readable: attribute.readable, secured: attribute.secured }, attributes: described(attribute, session),
    ...(attribute.kind === "lookup" ? { getTargetEntityType: () => (isLookup(value) ? value.entityType : attribute.targets[0] ?? ""), getViewId: () => "" } : {}),
  };
}

/** `context.parameters` of a field control: every property of the manifest, with the values of the form as it stands. */
export function makeParameters(source: ParameterSource): Record<string, object> {
  return Object.fromEntries(source.manifest.properties.map((property) => {
    const column = boundColumn(source, property);
    const attribute = column ? source.session.attribute(column) : undefined;
    if (attribute) return [property.name, { ...fromColumn(attribute, source), type: property.type }];
    return [property.name, column ? { raw: null, formatted: "", type: property.type, error: true, errorMessage: `The table has no column ${column}.` } : literal(property, source.custom)];
  }));
}
