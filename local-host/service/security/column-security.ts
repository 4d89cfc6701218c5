import { hidesNothing, type Hides } from "../../query/sql/hidden";
import type { RequestOptions, Row } from "../contract";
import type { Core } from "../core";
import { DataverseError } from "../error";
import { permissionsOf, type Permissions } from "./permissions";
import { securedColumns } from "./secured";

const NONE: readonly string[] = [];

interface Sent { readonly columns: ReadonlySet<string>; readonly options: RequestOptions }

/** Column security: what a caller neither reads nor writes. Permissions are read when a secured column is named, and never for the host's own user, who has every right. */
export class ColumnSecurity {
  constructor(private readonly core: Core, private readonly systemUserId: string) {}

  /** What the caller may not read, for one query. */
  hidesFrom(options: RequestOptions): Hides {
    if (this.isSystem(options)) return hidesNothing;
    let permissions: Permissions | undefined;
    return (table, column) => !(permissions ??= this.permissions(options)).of(table, column).read;
  }

  /** A row without the values that the caller may not read: they are null. */
  masked(table: string, row: Row, options: RequestOptions): Row {
    const secured = this.secured(table, options).filter((column) => column in row);
    if (secured.length === 0) return row;
    const hides = this.hidesFrom(options);
    return { ...row, ...Object.fromEntries(secured.filter((column) => hides(table, column)).map((column) => [column, null])) };
  }

  /** Throws 0x80040220 when the request sets a secured column that the caller may not set with this message. */
  requireWritable(message: "Create" | "Update", table: string, { columns, options }: Sent): void {
    const sent = this.secured(table, options).filter((column) => columns.has(column));
    if (sent.length === 0) return;
    const permissions = this.permissions(options);
    const refused = sent.find((column) => !permissions.of(table, column)[message === "Create" ? "create" : "update"]);
    if (refused === undefined) return;
    throw new DataverseError("0x80040220", `The user with Id = ${String(options.userId)} does not have ${message} permission for the secured attribute '${refused}' of the entity '${table}'. A field security profile gives it.`, 403);
  }

  private isSystem({ userId }: RequestOptions): boolean { return userId === undefined || userId === this.systemUserId; }

  /** The secured columns of a table that this caller has to be asked about. */
  private secured(table: string, options: RequestOptions): readonly string[] {
    return this.isSystem(options) ? NONE : securedColumns(this.core.metadata()).get(table) ?? NONE;
  }

  private permissions({ userId }: RequestOptions): Permissions {
    return permissionsOf(this.core.engine, { table: "systemuser", id: userId ?? this.systemUserId });
  }
}
