import type { Column, Metadata, Table } from "../metadata/model";
import { hasTypeColumn, isLookup, isStoredNumber, isText } from "../metadata/column-kinds";
import { DataverseError } from "../service/error";
import type { Engine } from "./engine";

export const quoted = (name: string): string => `"${name}"`;

const typeOf = (column: Column): string => {
  if (column.type === "double") return "REAL";
  return isStoredNumber(column) ? "INTEGER" : "TEXT";
};

const typeColumn = (column: Column): string => `${column.logicalName}__type`;

function definitions(table: Table): readonly (readonly [name: string, definition: string])[] {
  return [...table.columns.values()].flatMap((column) => {
    const key = column.logicalName === table.primaryId ? " PRIMARY KEY NOT NULL" : "";
    const own = [column.logicalName, `${quoted(column.logicalName)} ${typeOf(column)}${key}`] as const;
    return hasTypeColumn(column) ? [own, [typeColumn(column), `${quoted(typeColumn(column))} TEXT`] as const] : [own];
  });
}

function addColumns(engine: Engine, table: Table, present: ReadonlySet<string>): void {
  for (const [name, definition] of definitions(table)) if (!present.has(name)) engine.run(`ALTER TABLE ${quoted(table.logicalName)} ADD COLUMN ${definition}`);
  for (const column of table.columns.values()) {
    // A lookup that got its second target: all rows so far point to the first.
    if (hasTypeColumn(column) && present.has(column.logicalName) && !present.has(typeColumn(column))) {
      engine.run(`UPDATE ${quoted(table.logicalName)} SET ${quoted(typeColumn(column))} = ? WHERE ${quoted(column.logicalName)} IS NOT NULL`, [column.targets?.[0] ?? ""]);
    }
  }
}

function ensureTable(engine: Engine, table: Table): void {
  const present = new Set(engine.all(`PRAGMA table_info(${quoted(table.logicalName)})`).map((row) => String(row["name"])));
  if (present.size > 0) addColumns(engine, table, present);
  else engine.run(`CREATE TABLE ${quoted(table.logicalName)} (${definitions(table).map(([, definition]) => definition).join(", ")})`);
}

// The stamps of every table: an index on them costs each write and answers hardly a query.
const UNINDEXED: ReadonlySet<string> = new Set([
  "createdby", "createdonbehalfby", "modifiedby", "modifiedonbehalfby", "ownerid", "owninguser", "owningteam", "owningbusinessunit", "organizationid", "transactioncurrencyid",
]);

/** A key column as the index compares it: texts without case and accents. */
export const keyTerm = (column: Column | undefined, name: string): string =>
  column !== undefined && isText(column) ? `fold(${quoted(name)})` : quoted(name);

/** Whether a lookup points to users or to reference data, which belong to the organisation: many rows share a value, so that an index hardly narrows anything down and costs each write all the same. */
const isShared = ({ targets = [] }: Column, { tables }: Metadata): boolean =>
  targets.length > 0 && targets.every((target) => target === "systemuser" || tables.get(target)?.ownership === "organization");

/** One index a key, and one a lookup that narrows down and that no key begins with: that key's index serves it as well. */
function indexesOf(table: Table, metadata: Metadata): ReadonlyMap<string, string> {
  const on = `ON ${quoted(table.logicalName)}`;
  const leading = new Set(table.keys.map((key) => key.columns[0]));
  const wanted = (column: Column): boolean => isLookup(column) && !UNINDEXED.has(column.logicalName) && !leading.has(column.logicalName) && !isShared(column, metadata);
  const lookups = [...table.columns.values()].filter(wanted).map(({ logicalName }) => {
    const name = `ix_${table.logicalName}_${logicalName}`;
    return [name, `CREATE INDEX ${quoted(name)} ${on} (${quoted(logicalName)}) WHERE ${quoted(logicalName)} IS NOT NULL`] as const;
  });
  const keys = table.keys.map((key) => {
    const name = `key_${table.logicalName}_${key.logicalName}`;
    return [name, `CREATE UNIQUE INDEX ${quoted(name)} ${on} (${key.columns.map((column) => keyTerm(table.columns.get(column), column)).join(", ")})`] as const;
  });
  return new Map([...lookups, ...keys]);
}

function createIndex(engine: Engine, table: Table, [name, statement]: readonly [string, string]): void {
  try {
    engine.run(statement);
  } catch (error) {
    if (!String(error).includes("UNIQUE constraint failed")) throw error;
    const key = name.slice(`key_${table.logicalName}_`.length);
    throw new DataverseError("0x80048068", `The key '${key}' of the table '${table.logicalName}' cannot be made: the store has rows with equal values. Mend those rows first.`);
  }
}

function ensureIndexes(engine: Engine, table: Table, metadata: Metadata): void {
  const wanted = indexesOf(table, metadata);
  const rows = engine.all(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`, [table.logicalName]);
  const present = new Map(rows.map((row) => [String(row["name"]), String(row["sql"])]));
  for (const [name, statement] of present) if (wanted.get(name) !== statement) engine.run(`DROP INDEX ${quoted(name)}`);
  for (const index of wanted) if (present.get(index[0]) !== index[1]) createIndex(engine, table, index);
}

/** Gives every table of the metadata its SQL table, columns and indexes; keeps what is there. */
export function ensureTables(engine: Engine, metadata: Metadata): void {
  for (const table of metadata.tables.values()) {
    ensureTable(engine, table);
    ensureIndexes(engine, table, metadata);
  }
}
