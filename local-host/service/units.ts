import type { Engine } from "../store/engine";
import { missing } from "./missing";

/** Business unit of each user and team, and the organisation: read once. */
export class BusinessUnits {
  private organizationId: string | null = null;
  private readonly units = new Map<string, string | null>();

  constructor(private readonly engine: Engine) {
    engine.afterRollback(() => this.forget());
  }

  of(table: "systemuser" | "team", id: string): string | null {
    const known = this.units.get(id);
    if (known !== undefined) return known;
    const row = this.engine.get(`SELECT businessunitid AS unit FROM "${table}" WHERE "${table}id" = ?`, [id]);
    if (row === null) throw missing(table, id);
    const unit = row["unit"] == null ? null : String(row["unit"]);
    this.units.set(id, unit);
    return unit;
  }

  /** Id of the only organisation. */
  organization(): string {
    this.organizationId ??= String(this.engine.get(`SELECT organizationid FROM organization LIMIT 1`)?.["organizationid"]);
    return this.organizationId;
  }

  /** Called when users or teams change. */
  forget(): void {
    this.units.clear();
    this.organizationId = null;
  }
}
