import type { Table } from "./table";

/** What members may do with secured columns of one table. */
export interface Permission {
  readonly table: Table;
  readonly columns: readonly string[];
  readonly rights: readonly ("Read" | "Create" | "Update")[];
}

/** A field security profile: users and teams that are members of it see and change secured columns, whatever their roles. */
export interface Profile {
  readonly key: string;
  readonly name: string;
  readonly help: string;
  readonly permissions: readonly Permission[];
}

/** Permission on columns of a table by their keys. */
export const permit = <C extends string>(table: Table<C>, columns: readonly C[], rights: Permission["rights"]): Permission => ({ table, columns, rights });
