export type AttributeKind =
  | "text" | "memo" | "integer" | "decimal" | "money" | "boolean" | "date" | "datetime"
  | "choice" | "choices" | "lookup" | "id" | "other";

export interface ChoiceOption { readonly value: number; readonly label: string }

/** A column as the player shows it; texts are in the user's language. */
export interface AttributeMetadata {
  readonly name: string;
  readonly kind: AttributeKind;
  /** "Integer", "Money", "String" … as the Web API calls it. */
  readonly platformType: string;
  readonly label: string;
  readonly description: string;
  readonly required: "none" | "recommended" | "required";
  /** Of a text: HTML that is shown as it looks. */
  readonly rich: boolean;
  readonly maxLength: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** Decimal places. */
  readonly precision: number;
  /** Of a choice; of a yes/no those of 0 and 1. */
  readonly options: readonly ChoiceOption[];
  /** Of a lookup: logical names. */
  readonly targets: readonly string[];
  /** Value that a new row begins with, of a choice or yes/no. */
  readonly preset: number | boolean | null;
  /** Whether the user may write it: what the platform allows, less what column security takes. */
  readonly createable: boolean;
  readonly updatable: boolean;
  /** Column security: what it holds is for some users only. */
  readonly secured: boolean;
  /** Whether the user may read it. */
  readonly readable: boolean;
}

/** Many-to-one: from a lookup of this table to another. */
export interface Relationship {
  readonly name: string;
  readonly column: string;
  readonly target: string;
  readonly navigation: string;
}

export interface TableMetadata {
  readonly name: string;
  readonly setName: string;
  readonly primaryId: string;
  readonly primaryName: string | null;
  readonly label: string;
  readonly pluralLabel: string;
  readonly attributes: ReadonlyMap<string, AttributeMetadata>;
  readonly relationships: readonly Relationship[];
}
