import type { Labels } from "../xml/labels";

/** A value that a PCF parameter gets: a literal, or the name of a column. */
export interface ControlParameter { readonly fixed: boolean; readonly value: string }

/** A PCF control put in the place of a field or subgrid. */
export interface CustomControl {
  /** "<prefix>_<Namespace>.<Constructor>" */
  readonly name: string;
  readonly parameters: ReadonlyMap<string, ControlParameter>;
  /** Dataset name -> its settings (ViewId, TargetEntityType, RelationshipName …). */
  readonly datasets: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export interface FormControl {
  readonly id: string;
  /** Upper case, no braces. */
  readonly classId: string;
  readonly column: string | null;
  readonly disabled: boolean;
  readonly isSubgrid: boolean;
  readonly parameters: ReadonlyMap<string, string>;
  readonly custom: CustomControl | null;
}

export interface FormCell {
  readonly id: string;
  readonly labels: Labels;
  readonly showLabel: boolean;
  readonly visible: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  /** null = an empty cell that keeps its place. */
  readonly control: FormControl | null;
}

export interface FormSection {
  readonly id: string;
  readonly name: string;
  readonly labels: Labels;
  readonly showLabel: boolean;
  readonly visible: boolean;
  /** How many cells stand beside each other. */
  readonly columnCount: number;
  readonly cells: readonly FormCell[];
}

export interface FormTabColumn { readonly width: string; readonly sections: readonly FormSection[] }

export interface FormTab {
  readonly id: string;
  readonly name: string;
  readonly labels: Labels;
  readonly showLabel: boolean;
  readonly visible: boolean;
  readonly columns: readonly FormTabColumn[];
}

export interface FormHandler {
  readonly event: "onload" | "onsave" | "onchange";
  /** Column of an onchange. */
  readonly column: string | null;
  /** Web resource that holds the function. */
  readonly library: string;
  /** "Namespace.Form.onLoad" */
  readonly functionName: string;
  readonly passContext: boolean;
  readonly parameters: string;
}

export interface FormModel {
  readonly tabs: readonly FormTab[];
  readonly header: readonly FormCell[];
  readonly libraries: readonly string[];
  readonly handlers: readonly FormHandler[];
}
