import { createHash } from "node:crypto";
import { hostText } from "../host-messages";
import { loadEngine, type Engine } from "./engine";
import type { Service } from "./execution";

export type RulesMode = "on" | "log" | "off";

/** The bundle that the environment variables name, loaded; null only when the rules are off. */
export interface Pinned {
  readonly mode: RulesMode;
  readonly sha256: string;
  readonly engine: Engine;
}

const names = ["duly_rules", "duly_rulesmode"] as const;

const variables = `<fetch><entity name="environmentvariabledefinition"><attribute name="schemaname"/><attribute name="defaultvalue"/>`
  + `<filter><condition attribute="schemaname" operator="in">${names.map((name) => `<value>${name}</value>`).join("")}</condition></filter>`
  + `<link-entity name="environmentvariablevalue" from="environmentvariabledefinitionid" to="environmentvariabledefinitionid" alias="set" link-type="outer"><attribute name="value"/></link-entity></entity></fetch>`;

const webResource = (name: string): string =>
  `<fetch><entity name="webresource"><attribute name="content"/><filter><condition attribute="name" operator="eq" value="${name.replace(/[&<"]/g, "")}"/></filter></entity></fetch>`;

/** Values of the two variables: the one set in the environment, else the one that came with the solution. */
function readVariables(service: Service): Readonly<Record<string, string>> {
  return Object.fromEntries(service.fetch(variables).rows.map((row) => [String(row.schemaname).toLowerCase(), String(row["set.value"] ?? row.defaultvalue ?? "")]));
}

function pinOf(text: string | undefined): { readonly webResource: string; readonly sha256: string } {
  const pin = JSON.parse(text === undefined || text === "" ? "{}" : text) as { webResource?: unknown; sha256?: unknown };
  if (typeof pin.webResource === "string" && typeof pin.sha256 === "string") return { webResource: pin.webResource, sha256: pin.sha256 };
  throw new Error(hostText("DULY-HOST-001"));
}

function readBundle(service: Service, { webResource: name, sha256 }: { readonly webResource: string; readonly sha256: string }): string {
  const [row] = service.fetch(webResource(name)).rows;
  if (row === undefined) throw new Error(hostText("DULY-HOST-002", { name }));
  const text = Buffer.from(String(row.content ?? ""), "base64").toString("utf8");
  const found = createHash("sha256").update(text, "utf8").digest("hex");
  if (found === sha256.toLowerCase()) return text;
  throw new Error(hostText("DULY-HOST-003", { name, found, wanted: sha256 }));
}

const modeOf = (text = ""): RulesMode => {
  const mode = text.trim().toLowerCase();
  return mode === "log" || mode === "off" ? mode : "on";
};

/** A source of the pinned bundle: reads the variables at most every so many milliseconds, and each bundle once. */
export function createPin(recheckAfterMs: number, makeEngine = loadEngine): (service: Service) => Pinned | "off" {
  const engines = new Map<string, Engine>();
  let last: { readonly at: number; readonly pinned: Pinned | "off" } | null = null;

  function load(service: Service): Pinned | "off" {
    const values = readVariables(service);
    const mode = modeOf(values.duly_rulesmode);
    if (mode === "off") return "off";
    const pin = pinOf(values.duly_rules);
    const engine = engines.get(pin.sha256) ?? makeEngine(readBundle(service, pin));
    engines.set(pin.sha256, engine);
    return { mode, sha256: pin.sha256, engine };
  }

  return (service) => {
    const now = performance.now();
    if (last === null || now - last.at >= recheckAfterMs) last = { at: now, pinned: load(service) };
    return last.pinned;
  };
}
