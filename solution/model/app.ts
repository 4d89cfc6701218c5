import type { Dashboard } from "./dashboard";
import type { Table } from "./table";

interface Titled { readonly key: string; readonly label: string }

export interface Group extends Titled {
  /** Dashboards stand before the tables. */
  readonly dashboards?: readonly Dashboard[];
  readonly tables: readonly Table[];
}
export interface Area extends Titled { readonly groups: readonly Group[] }

/** A model-driven app with its site map; both carry the unique name. */
export interface App {
  readonly uniqueName: string;
  readonly label: string;
  readonly help: string;
  readonly areas: readonly Area[];
  /** Keys of the roles that may open it. */
  readonly roles: readonly string[];
}
