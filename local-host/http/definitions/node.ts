/** A metadata object: its properties, and what can be expanded below it. */
export interface Definition {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly related: Readonly<Record<string, () => Definition | readonly Definition[] | null>>;
}

/** `Microsoft.Dynamics.CRM.PicklistAttributeMetadata` from a definition's @odata.type. */
export const typeOf = ({ properties }: Definition): string => String(properties["@odata.type"] ?? "").replace(/^#/, "");
