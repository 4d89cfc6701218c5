import { entryOf } from "../../entry";
import type { Change } from "../../service/contract";
import { FlowError, notSupported } from "../error";
import type { FlowObject } from "../expression/value";
import { textAt } from "../definition/json";

type Message = Change["message"];

/** What a "row added, modified or deleted" trigger waits for. */
export interface Subscription {
  readonly flowId: string;
  /** Logical name. */
  readonly table: string;
  readonly messages: ReadonlySet<Message>;
  /** An update counts only when it touches one of these columns; null = any. */
  readonly attributes: ReadonlySet<string> | null;
  /** OData filter that the row must fulfil; null = none. */
  readonly filter: string | null;
}

const MESSAGES: Readonly<Record<string, readonly Message[]>> = {
  1: ["Create"], 2: ["Delete"], 3: ["Update"], 4: ["Create", "Update"], 5: ["Create", "Delete"], 6: ["Update", "Delete"], 7: ["Create", "Update", "Delete"],
};
const PREFIX = "subscriptionRequest/";
/** `runas` and `name` change nothing here: every flow runs as the host's system user. */
const KNOWN = new Set(["message", "entityname", "scope", "filteringattributes", "filterexpression", "runas", "name"]);

/** Reads the parameters of SubscribeWebhookTrigger. Throws FlowError on what it does not understand. */
export function readSubscription(flowId: string, parameters: FlowObject): Subscription {
  const unknown = Object.keys(parameters).find((name) => !name.startsWith(PREFIX) || !KNOWN.has(name.slice(PREFIX.length)));
  if (unknown !== undefined) throw notSupported("Parameter of SubscribeWebhookTrigger", unknown);
  const read = (name: string): string => String(parameters[PREFIX + name] ?? "").trim();
  const messages = entryOf(MESSAGES, read("message"));
  if (!messages) throw notSupported("Message of SubscribeWebhookTrigger", read("message"));
  if (read("scope") !== "4") throw notSupported("Scope of SubscribeWebhookTrigger", read("scope"));
  const filter = textAt(parameters, `${PREFIX}filterexpression`)?.trim() ?? "";
  if (filter !== "" && messages.includes("Delete")) throw notSupported("Filter of SubscribeWebhookTrigger on deleted rows", filter);
  const table = read("entityname").toLowerCase();
  if (table === "") throw new FlowError("InvalidTrigger", "The trigger names no table in 'subscriptionRequest/entityname'.");
  return { flowId, table, messages: new Set(messages), attributes: attributesOf(read("filteringattributes")), filter: filter === "" ? null : filter };
}

/** true when the change is of the kind that the trigger waits for; the filter is not looked at. */
export function concerns({ messages, attributes }: Subscription, change: Change): boolean {
  if (!messages.has(change.message)) return false;
  return change.message !== "Update" || attributes === null || [...attributes].some((name) => change.columns.has(name));
}

function attributesOf(list: string): ReadonlySet<string> | null {
  const names = list.split(",").map((name) => name.trim().toLowerCase()).filter((name) => name !== "");
  return names.length === 0 ? null : new Set(names);
}
