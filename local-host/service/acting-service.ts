import type { Metadata } from "../metadata/model";
import type { Query, QueryPage } from "../query/ir";
import type { EntityReference, OrganizationService, RequestOptions, Row, RowKey, Value } from "./contract";

/** The service as one plug-in gets it: its user and its nesting go with every call. */
export class ActingService implements OrganizationService {
  constructor(private readonly inner: OrganizationService, private readonly acting: Required<Pick<RequestOptions, "userId" | "depth">>) {}

  get metadata(): Metadata { return this.inner.metadata; }

  create(table: string, row: Row, options?: RequestOptions): string { return this.inner.create(table, row, this.with(options)); }

  retrieve(table: string, key: RowKey, columns?: readonly string[], options?: RequestOptions): Row {
    return this.inner.retrieve(table, key, columns, this.with(options));
  }

  update(table: string, key: RowKey, row: Row, options?: RequestOptions): void { this.inner.update(table, key, row, this.with(options)); }

  upsert(table: string, key: RowKey, row: Row, options?: RequestOptions): { readonly id: string; readonly created: boolean } {
    return this.inner.upsert(table, key, row, this.with(options));
  }

  delete(table: string, key: RowKey, options?: RequestOptions): void { this.inner.delete(table, key, this.with(options)); }

  associate(relationship: string, a: EntityReference, b: EntityReference, options?: RequestOptions): void {
    this.inner.associate(relationship, a, b, this.with(options));
  }

  disassociate(relationship: string, a: EntityReference, b: EntityReference, options?: RequestOptions): void {
    this.inner.disassociate(relationship, a, b, this.with(options));
  }

  retrieveMultiple(query: Query, options?: RequestOptions): QueryPage { return this.inner.retrieveMultiple(query, this.with(options)); }

  fetch(fetchXml: string, options?: RequestOptions): QueryPage { return this.inner.fetch(fetchXml, this.with(options)); }

  execute(apiUniqueName: string, input: Readonly<Record<string, Value>>, options?: RequestOptions): Readonly<Record<string, Value>> {
    return this.inner.execute(apiUniqueName, input, this.with(options));
  }

  private with(options: RequestOptions | undefined): RequestOptions {
    return options === undefined ? this.acting : { ...options, userId: options.userId ?? this.acting.userId, depth: this.acting.depth };
  }
}
