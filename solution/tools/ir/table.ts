import type { Text } from "../../model/text";
import type { ColumnIr } from "./column";

export interface KeyIr { readonly logicalName: string; readonly label: Text; readonly columns: readonly string[] }

/** A table with every column that the package carries. */
export interface TableIr {
  readonly logicalName: string;
  readonly setName: string;
  readonly label: Text;
  readonly plural: Text;
  readonly description: Text;
  readonly ownership: "user" | "organization";
  readonly notes: boolean;
  readonly activities: boolean;
  readonly primaryId: string;
  readonly primaryName: string;
  readonly columns: readonly ColumnIr[];
  readonly keys: readonly KeyIr[];
  readonly form: FormIr;
  readonly views: readonly ViewIr[];
  readonly charts: readonly ChartIr[];
}

/** N:1 from `table.column` to `target`. */
export interface RelationshipIr {
  readonly name: string;
  readonly table: string;
  readonly column: string;
  /** Schema name of the table pointed to: ours in lower case, the platform's as it writes them ("Account"). */
  readonly target: string;
  readonly onDelete: "Restrict" | "Cascade" | "RemoveLink";
}

export interface FieldIr { readonly kind: "field"; readonly column: ColumnIr }
/** Where rows of a view are shown: as a list, or as a chart over them. */
export interface GridPlaceIr {
  readonly table: string;
  /** "" = not related to a row. */
  readonly relationship: string;
  readonly viewId: string;
  readonly chartId: string | null;
}
export interface GridIr extends GridPlaceIr { readonly kind: "grid" }
export interface PcfIr { readonly kind: "pcf"; readonly control: string; readonly property: string; readonly column: ColumnIr }

export interface SectionIr {
  readonly key: string;
  readonly label: Text;
  readonly across: 1 | 2;
  readonly controls: readonly (FieldIr | GridIr | PcfIr)[];
}

export interface TabIr { readonly key: string; readonly label: Text; readonly sections: readonly SectionIr[] }

export interface FormIr {
  readonly id: string;
  readonly name: Text;
  readonly tabs: readonly TabIr[];
  readonly script: { readonly library: string; readonly onLoad: string } | null;
}

export interface ChartIr {
  readonly id: string;
  readonly name: Text;
  readonly description: Text;
  /** Column that the bars stand for, and what they measure: rows counted by the key, or an amount summed. */
  readonly by: string;
  readonly aggregate: "count" | "sum";
  readonly column: string;
}

export type FilterIr = { readonly column: string; readonly operator: string; readonly value: string | null } | { readonly any: readonly FilterIr[] };

export interface ViewIr {
  readonly id: string;
  readonly name: Text;
  /** 0 public, 1 advanced find, 2 associated, 4 quick find, 64 lookup. */
  readonly queryType: 0 | 1 | 2 | 4 | 64;
  readonly initial: boolean;
  readonly cells: readonly (readonly [column: string, width: number])[];
  readonly filter: readonly FilterIr[];
  readonly order: readonly (readonly [column: string, direction: "asc" | "desc"])[];
  /** Columns that quick find searches. */
  readonly find: readonly string[];
}
