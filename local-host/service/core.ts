import type { Clock } from "../host.contract";
import type { Metadata } from "../metadata/model";
import { tableOf } from "../query/sql/scope";
import type { Engine } from "../store/engine";
import type { Versions } from "../store/versions";
import { KnownRows } from "./known";
import { Rates } from "./money/rates";
import { modelOf, type TableModel } from "./table-model";
import { BusinessUnits } from "./units";

/** What all parts of the service share. */
export interface Core {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly versions: Versions;
  readonly known: KnownRows;
  readonly rates: Rates;
  readonly units: BusinessUnits;
  metadata(): Metadata;
  /** Takes a new snapshot and forgets what was compiled from the old one. */
  useMetadata(metadata: Metadata): void;
  /** Throws 0x80041102 for an unknown table. */
  model(table: string): TableModel;
}

export interface CoreParts { readonly engine: Engine; readonly clock: Clock; readonly versions: Versions; readonly metadata: Metadata }

export function createCore({ engine, clock, versions, metadata }: CoreParts): Core {
  let current = metadata;
  const models = new Map<string, TableModel>();
  const known = new KnownRows(engine, () => current);
  return {
    engine, clock, versions, known, rates: new Rates(engine), units: new BusinessUnits(engine),
    metadata: () => current,
    useMetadata(next) {
      current = next;
      models.clear();
    },
    model(name) {
      let model = models.get(name);
      if (model === undefined) models.set(name, (model = modelOf(tableOf(current, name), current, known)));
      return model;
    },
  };
}
