import { nothingHidden, type Hidden } from "../../query/sql/hidden";
import type { RequestOptions, Row } from "../contract";
import type { Core } from "../core";
import { DataverseError } from "../error";
import { permissionsOf } from "./permissions";
import { securedColumns } from "./secured";

/** Column security: what a caller neither reads nor writes. The host's own user, which has every right, is never asked about. */
export class ColumnSecurity {
  constructor(private readonly core: Core, private readonly systemUserId: string) {}

  /** The secured columns that the caller may not read. */
  hiddenFrom({ userId }: RequestOptions): Hidden {
    const secured = securedColumns(this.core.metadata());
    if (userId === undefined || userId === this.systemUserId || secured.size === 0) return nothingHidden;
    const permissions = permissionsOf(this.core.engine, { table: "systemuser", id: userId });
    return new Map([...secured].map(([table, columns]) => [table, new Set(columns.filter((column) => !permissions.of(table, column).read))]));
  }

  /** A row without the values that the caller may not read: they are null. */
  masked(table: string, row: Row, options: RequestOptions): Row {
    const hidden = this.hiddenFrom(options).get(table);
    if (hidden === undefined || hidden.size === 0) return row;
    return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, hidden.has(name) ? null : value]));
  }

  /** Throws 0x80040220 when the request sets a secured column that the caller may not set with this message. */
  requireWritable(message: "Create" | "Update", table: string, { columns, options: { userId } }: { readonly columns: ReadonlySet<string>; readonly options: RequestOptions }): void {
    if (userId === undefined || userId === this.systemUserId) return;
    const sent = securedColumns(this.core.metadata()).get(table)?.filter((column) => columns.has(column)) ?? [];
    if (sent.length === 0) return;
    const permissions = permissionsOf(this.core.engine, { table: "systemuser", id: userId });
    const refused = sent.find((column) => !permissions.of(table, column)[message === "Create" ? "create" : "update"]);
    if (refused === undefined) return;
    throw new DataverseError("0x80040220", `The user with Id = ${userId} does not have ${message} permission for the secured attribute '${refused}' of the entity '${table}'. A field security profile gives it.`, 403);
  }
}
