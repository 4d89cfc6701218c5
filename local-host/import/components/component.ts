import type { Labels } from "../../metadata/model";
import type { EntityReference, Row } from "../../service/contract";
import type { Package } from "../package";

/** A component of a package as a row of its table; the row carries its id under the primary id column. */
export interface Component {
  /** Kind as the report counts it: the name of the collection in the package. */
  readonly kind: string;
  readonly table: string;
  readonly id: string;
  readonly row: Row;
  /** Texts in all languages of the package by column; `row` has the English ones. */
  readonly labels?: Readonly<Record<string, Labels>>;
  /** Part of another component, not counted by itself. */
  readonly part?: true;
}

/** Reads the components of one kind, in an order in which references exist. */
export type ComponentReader = (from: Package) => readonly Component[];

export const to = (logicalName: string, id: string): EntityReference => ({ logicalName, id });
