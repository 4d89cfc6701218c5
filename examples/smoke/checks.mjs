import { reasonOf, SmokeFault } from "./messages.mjs";

/** Ids asked for at once: a filter and its address stay far below the platform's limits. */
const idsAtOnce = 25;

/** The rows of an entity set that have one of the ids. */
export async function rowsWithIds(organisation, path, column, ids) {
  const rows = [];
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const filter = ids.slice(from, from + idsAtOnce).map((id) => `${column} eq ${id}`).join(" or ");
    rows.push(...await organisation.list(`${path}&$filter=${encodeURIComponent(filter)}`));
  }
  return rows;
}

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

/** Names told one by one; after a first import nearly a hundred steps are disabled. */
const namesTold = 10;

function requireNone(missing, code) {
  const more = missing.length > namesTold + 1 ? [`and ${missing.length - namesTold} more`] : [];
  if (missing.length > 0) throw new SmokeFault(code, { missing: [...(more.length > 0 ? missing.slice(0, namesTold) : missing), ...more].join(", ") });
}

async function answers({ organisation }) {
  const { UserId } = await organisation.get("WhoAmI").catch((error) => { throw new SmokeFault("DULY-SMOKE-010", { reason: reasonOf(error) }); });
  if (UserId === undefined) throw new SmokeFault("DULY-SMOKE-010", { reason: "it does not say who asks, as every organisation does" });
  return `as user ${UserId}`;
}

async function version({ organisation, expected: { solution, version: wanted } }) {
  const [row] = await organisation.list(`solutions?$select=version,ismanaged&$filter=${encodeURIComponent(`uniquename eq ${quoted(solution)}`)}`);
  if (row === undefined) throw new SmokeFault("DULY-SMOKE-011", { solution });
  if (row.version !== wanted) throw new SmokeFault("DULY-SMOKE-012", { found: row.version, wanted });
  return `${solution} ${row.version}, ${row.ismanaged ? "managed" : "unmanaged"}`;
}

async function tables({ organisation, expected }) {
  const present = new Set((await organisation.list("EntityDefinitions?$select=LogicalName")).map((row) => row.LogicalName));
  requireNone(expected.tables.filter((name) => !present.has(name)), "DULY-SMOKE-013");
  return `${expected.tables.length} present`;
}

async function roles({ organisation, expected }) {
  const rows = await rowsWithIds(organisation, "roles?$select=roleid,name", "roleid", expected.roles);
  requireNone(expected.roles.filter((id) => !rows.some((row) => row.roleid === id)), "DULY-SMOKE-014");
  return rows.map((row) => row.name).sort().join(", ");
}

/** Value in force: the one set in the environment, else the default of the solution. */
const inForce = (row) => row.environmentvariabledefinition_environmentvariablevalue?.[0]?.value ?? row.defaultvalue ?? "";

async function variables({ organisation, expected }) {
  const rows = await organisation.list("environmentvariabledefinitions?$select=schemaname,defaultvalue&$expand=environmentvariabledefinition_environmentvariablevalue($select=value)");
  const values = new Map(rows.map((row) => [row.schemaname, inForce(row)]));
  requireNone(expected.variables.filter((name) => !values.has(name)), "DULY-SMOKE-015");
  const mode = values.get("duly_rulesmode");
  if (mode !== undefined && mode !== "on") throw new SmokeFault("DULY-SMOKE-016", { mode });
  const recipient = values.get("duly_testrecipient") ?? "";
  return `${expected.variables.length} present, rules ${mode}${recipient === "" ? "" : `; every message goes to the test recipient ${recipient}`}`;
}

async function connections({ organisation, expected }) {
  const rows = await organisation.list("connectionreferences?$select=connectionreferencelogicalname,connectionid");
  const chosen = new Set(rows.filter((row) => row.connectionid).map((row) => row.connectionreferencelogicalname));
  requireNone(expected.connections.filter((name) => !chosen.has(name)), "DULY-SMOKE-017");
  return expected.connections.join(", ");
}

async function flows({ organisation, expected }) {
  const rows = await rowsWithIds(organisation, "workflows?$select=workflowid,name,statecode", "workflowid", expected.flows);
  const off = expected.flows.filter((id) => !rows.some((row) => row.workflowid === id && row.statecode === 1));
  requireNone(off.map((id) => rows.find((row) => row.workflowid === id)?.name ?? id), "DULY-SMOKE-018");
  return `${rows.length} on`;
}

export async function ping({ organisation, expected }) {
  const { Result, Engine, Sha256, Cases, Answers } = await organisation.call("duly_Ping", {});
  if (Result !== "ok") throw new SmokeFault("DULY-SMOKE-019", { result: Result ?? "its answer has no Result" });
  if (Sha256 !== expected.sha256) throw new SmokeFault("DULY-SMOKE-020", { found: Sha256, wanted: expected.sha256 });
  if (Answers !== expected.answers) throw new SmokeFault("DULY-SMOKE-025", { found: Answers, wanted: expected.answers });
  return `${Engine}, bundle ${Sha256.slice(0, 12)}, ${Cases} recorded calls answered as here (${Answers})`;
}

async function steps({ organisation, expected }) {
  const rows = await rowsWithIds(organisation, "sdkmessageprocessingsteps?$select=name,statecode", "sdkmessageprocessingstepid", expected.steps);
  const off = expected.steps.filter((id) => !rows.some((row) => row.sdkmessageprocessingstepid === id && row.statecode === 0));
  requireNone(off.map((id) => rows.find((row) => row.sdkmessageprocessingstepid === id)?.name ?? id), "DULY-SMOKE-021");
  return `${rows.length} enabled`;
}

/** In the order in which an administrator mends them. */
export const checks = [
  ["Organisation answers", answers], ["Solution version", version], ["Tables", tables], ["Security roles", roles], ["Environment variables", variables],
  ["Connections", connections], ["Cloud flows", flows], ["Rule engine (duly_Ping)", ping], ["Plug-in steps", steps],
];
