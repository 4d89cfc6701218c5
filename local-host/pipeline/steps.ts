import type { Sql } from "../store/sql";
import type { Stage } from "./plugin";

export interface StepImage { readonly kind: "pre" | "post"; /** null = all columns. */ readonly columns: readonly string[] | null }

/** A registered step as its rows say. */
export interface Step {
  readonly name: string;
  readonly stage: Stage;
  readonly asynchronous: boolean;
  /** null = any column. */
  readonly filtering: ReadonlySet<string> | null;
  readonly configuration: string | null;
  readonly typeName: string;
  readonly images: readonly StepImage[];
}

/** Tables whose rows are the registration: a change of them is read anew. */
export const registrationTables: ReadonlySet<string> = new Set([
  "sdkmessageprocessingstep", "sdkmessageprocessingstepimage", "sdkmessagefilter", "sdkmessage", "plugintype", "customapi", "customapirequestparameter", "customapiresponseproperty",
]);

const STEPS = `SELECT s.sdkmessageprocessingstepid AS id, s.name, s.stage, s.mode, s.filteringattributes, s.configuration, m.name AS message, f.primaryobjecttypecode AS "table", t.typename
  FROM sdkmessageprocessingstep s JOIN sdkmessage m ON m.sdkmessageid = s.sdkmessageid LEFT JOIN sdkmessagefilter f ON f.sdkmessagefilterid = s.sdkmessagefilterid
  LEFT JOIN plugintype t ON t.plugintypeid = s.plugintypeid WHERE s.statecode = 0 ORDER BY s.rank, s.name, s.sdkmessageprocessingstepid`;

const listOf = (text: unknown): readonly string[] => String(text ?? "").toLowerCase().split(",").map((part) => part.trim()).filter((part) => part !== "");

function imagesOf(sql: Sql, stepId: unknown): readonly StepImage[] {
  const rows = sql.all(`SELECT imagetype, attributes FROM sdkmessageprocessingstepimage WHERE sdkmessageprocessingstepid = ?`, [String(stepId)]);
  return rows.flatMap((row): readonly StepImage[] => {
    const columns = listOf(row["attributes"]);
    const wanted = columns.length === 0 ? null : columns;
    const type = Number(row["imagetype"]);
    return [...(type === 1 ? [] : [{ kind: "pre" as const, columns: wanted }]), ...(type === 0 ? [] : [{ kind: "post" as const, columns: wanted }])];
  });
}

/** The registered steps, read from their rows when first needed. */
export class StepRegistry {
  private steps: Map<string, Step[]> | null = null;

  constructor(private readonly sql: Sql) {}

  /** Steps of a message on a table, in the order in which they run; null when there are none. Steps without a table run for all. */
  of(message: string, table: string): readonly Step[] | null {
    this.steps ??= this.read();
    const own = this.steps.get(`${message}|${table}`);
    const general = this.steps.get(`${message}|none`);
    return own === undefined || general === undefined ? own ?? general ?? null : [...general, ...own];
  }

  /** Called when a registration changes or is rolled back. */
  forget(): void { this.steps = null; }

  private read(): Map<string, Step[]> {
    const steps = new Map<string, Step[]>();
    for (const row of this.sql.all(STEPS)) {
      const filtering = listOf(row["filteringattributes"]);
      const key = `${String(row["message"])}|${String(row["table"] ?? "none")}`;
      const step: Step = {
        name: String(row["name"] ?? ""), stage: Number(row["stage"]) as Stage, asynchronous: Number(row["mode"]) === 1, filtering: filtering.length === 0 ? null : new Set(filtering),
        configuration: row["configuration"] == null ? null : String(row["configuration"]), typeName: String(row["typename"] ?? ""), images: imagesOf(this.sql, row["id"]),
      };
      steps.set(key, [...(steps.get(key) ?? []), step]);
    }
    return steps;
  }
}
