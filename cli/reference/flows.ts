import type { Flow } from "#solution/model/environment";
import { flows } from "#solution/flows/all";
import { isObject, objectAt, valuesOf, type Json, type JsonObject } from "#solution/tools/check/json";
import { code, codes, escaped, grid, heading, page } from "./markdown";

/** What SubscribeWebhookTrigger calls its messages, by number from 1. */
const messages = ["added", "deleted", "modified", "added or modified", "added or deleted", "modified or deleted", "added, modified or deleted"] as const;

const texts = (value: Json, key: string): readonly string[] => [...new Set(valuesOf(value, key).filter((one) => typeof one === "string"))];

const times = (schedule: JsonObject): string => {
  const [hours, minutes] = ["hours", "minutes"].map((key) => schedule[key]);
  if (!Array.isArray(hours)) return "";
  const minute = Array.isArray(minutes) ? String(minutes[0]) : "0";
  return ` at ${hours.map((hour) => `${String(hour).padStart(2, "0")}:${minute.padStart(2, "0")}`).join(", ")}`;
};

function recurrence(trigger: JsonObject): string {
  const { frequency, interval, timeZone } = objectAt(trigger, "recurrence");
  const every = interval === 1 ? `every ${String(frequency).toLowerCase()}` : `every ${String(interval)} ${String(frequency).toLowerCase()}s`;
  return `${every}${times(objectAt(objectAt(trigger, "recurrence"), "schedule"))}${typeof timeZone === "string" ? ` ${timeZone}` : ""}`;
}

function rowChange(trigger: JsonObject): string {
  const parameters = objectAt(objectAt(trigger, "inputs"), "parameters");
  const of = (name: string): string => String(parameters[`subscriptionRequest/${name}`] ?? "");
  const filters = [["columns", of("filteringattributes")], ["when", of("filterexpression")]].filter(([, value]) => value !== "");
  return `a row of ${code(of("entityname"))} is ${messages[Number(of("message")) - 1] ?? "changed"}${filters.map(([name, value]) => `; ${name ?? ""}: ${code(value ?? "")}`).join("")}`;
}

function triggerText(trigger: Json): string {
  if (!isObject(trigger)) return "–";
  if (trigger.type === "Recurrence") return recurrence(trigger);
  return trigger.type === "OpenApiConnectionWebhook" ? rowChange(trigger) : escaped(String(trigger.type));
}

function section(flow: Flow): string {
  const properties = objectAt(flow.content as Json, "properties");
  const definition = objectAt(properties, "definition");
  return page(
    heading(2, flow.label),
    grid(["What", "Which"], [
      ["Trigger", Object.values(objectAt(definition, "triggers")).map(triggerText).join("<br>")],
      ["Connections", codes(texts(objectAt(properties, "connectionReferences"), "connectionReferenceLogicalName"))],
      ["Environment variables", codes(texts(objectAt(definition, "parameters"), "schemaName")) || "–"],
      ["Custom APIs", codes(texts(definition, "actionName")) || "–"],
      ["Tables", codes(texts(definition, "entityName")) || "–"],
    ]),
  );
}

/** Every cloud flow with its trigger and what it uses. */
export const flowsPage = (): string => page(heading(1, "Cloud flows"), "Tables are named as the actions name them, by their entity sets.\n", ...flows.map(section));
