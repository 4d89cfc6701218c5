import type { EntityReference, RequestOptions } from "./contract";
import type { Core } from "./core";
import { findRelationship, link, unlink, type Found, type Pair } from "./write/associate";
import type { Writer } from "./writer";
import { readRow } from "./read/retrieve";
import { isReference } from "./reference";

type Lookup = Extract<Found, { kind: "lookup" }>;

/** Associates and disassociates rows. A one-to-many relationship is its lookup column, so it goes the way of an update. */
export class Relations {
  constructor(private readonly core: Core, private readonly writer: Writer) {}

  associate(pair: Pair, options: RequestOptions): void {
    this.core.engine.transaction(() => {
      const found = findRelationship(this.core, pair);
      if (found.kind === "many") link(this.core, found);
      else this.setLookup(found, found.referenced, options);
    });
  }

  disassociate(pair: Pair, options: RequestOptions): void {
    this.core.engine.transaction(() => {
      const found = findRelationship(this.core, pair);
      if (found.kind === "many") unlink(this.core, found);
      else if (this.pointsTo(found)) this.setLookup(found, null, options);
    });
  }

  private setLookup({ relationship, referencing }: Lookup, value: EntityReference | null, options: RequestOptions): void {
    this.writer.update(referencing.logicalName, { id: referencing.id }, { row: { [relationship.referencingColumn]: value }, options });
  }

  private pointsTo({ relationship, referencing, referenced }: Lookup): boolean {
    const { table } = this.core.model(referencing.logicalName);
    const row = readRow(this.core, { table, id: referencing.id, columns: [relationship.referencingColumn], names: false });
    const value = row?.[relationship.referencingColumn];
    return isReference(value) && value.id === referenced.id;
  }
}
