import { written } from "#domain/contactpoints/contactpoint";
import { stop } from "#domain/messages/fault";
import { channel, communicationStatus, type CommunicationRow } from "#solution/generated/names";
import { outputs, update, type Effect } from "../../sdk/effect";
import { idInput, textInput, todayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { read } from "../../sdk/reading";
import { defineApi, type Context } from "../../sdk/rule";
import { touch } from "../debtor/touch";

const table = "duly_communication";
const events = ["accepted", "delivered", "bounced"] as const;
type Event = (typeof events)[number];

const isEvent = (text: string): text is Event => (events as readonly string[]).includes(text);

function eventInput(context: Context): Event {
  const text = textInput(context, "Event") ?? stop("DULY-RULE-002", { input: "Event" });
  return isEvent(text) ? text : stop("DULY-DELIVERY-001", { event: text, known: events.join(", ") });
}

const messageQuery = (id: string) => from(table).select("duly_communicationid", "duly_debtor", "duly_company", "duly_channel", "duly_address", "duly_senton", "duly_acceptedon", "duly_deliveredon", "statuscode").where(["duly_communicationid", "eq", id]);
type Message = Pick<CommunicationRow, keyof ReturnType<typeof messageQuery>["row"]>;

/** Addresses that the message went to, or the one among them that bounced. */
const addressesOf = ({ duly_address: all }: Message, bounced: string | null): readonly string[] => [...new Set((bounced ?? all ?? "").split(";").map(written))].filter((address) => address !== "");

const pointsQuery = (by: number) => from("duly_contactpoint").select("duly_contactpointid", "duly_name", "duly_bounced").where(["duly_channel", "eq", by]);

const sharedQuery = (addresses: readonly string[], companyId: string, by: number) => pointsQuery(by).where({ any: addresses.map((address) => ["duly_name", "eq", address] as const) })
  .join({ table: "duly_debtor", from: "duly_debtorid", to: "duly_debtor", alias: "debtor", select: ["duly_debtorid"], where: [["duly_company", "eq", companyId]] });

/** Contact points with some addresses, of the message's debtor and of the others of its company: a message of another sender may well arrive there. */
function* pointsAt(addresses: readonly string[], { duly_debtor: debtor, duly_company: company, duly_channel }: Message) {
  if (addresses.length === 0) return [];
  const by = duly_channel ?? channel.email;
  const own = debtor === null ? [] : yield* read(pointsQuery(by).where(["duly_debtor", "eq", debtor.id]));
  const shared = company === null ? [] : yield* read(sharedQuery(addresses, company.id, by));
  const rows = [...own, ...shared].filter((row) => addresses.includes(written(row.duly_name ?? "")));
  return [...new Map(rows.map((row) => [row.duly_contactpointid, row])).values()];
}

/** Certified mail with both receipts is served; other messages that arrived are delivered. A receipt that comes twice is of its first moment. */
function arrived(message: Message, event: Exclude<Event, "bounced">, at: string): Effect {
  const times = event === "accepted" ? { duly_acceptedon: message.duly_acceptedon ?? at } : { duly_deliveredon: message.duly_deliveredon ?? at };
  const row = { ...message, ...times };
  const served = message.duly_channel === channel.pec && row.duly_acceptedon !== null && row.duly_deliveredon !== null;
  const status = served ? { statuscode: communicationStatus.served } : event === "delivered" && message.duly_channel !== channel.pec ? { statuscode: communicationStatus.delivered } : {};
  return update(table, message.duly_communicationid, { ...times, ...(message.duly_senton === null ? { duly_senton: at } : {}), ...status });
}

/** A message that came back has failed; the addresses that it went to are not used again, whichever debtor of the company has them, and its own debtor is looked at today. */
function* bounced(message: Message, address: string | null, context: Context) {
  const points = yield* pointsAt(addressesOf(message, address), message);
  const touched = yield* touch([message.duly_debtor], { today: todayOf(context), from: null });
  return [
    update(table, message.duly_communicationid, { statuscode: communicationStatus.failed, duly_senton: message.duly_senton ?? context.nowUtc, duly_note: (textInput(context, "Words") ?? "").slice(0, 2000) }),
    ...points.filter((row) => row.duly_bounced !== true).map((row) => update("duly_contactpoint", row.duly_contactpointid, { duly_bounced: true })), ...touched,
  ];
}

export const recordDelivery = defineApi({
  id: "duly_RecordDelivery", label: "Record a delivery event",
  help: "Notes that a message was accepted, delivered or came back; a bounced address is not used again.",
  request: {
    CommunicationId: { type: "Guid", help: "The communication." },
    Event: { type: "String", help: "accepted, delivered or bounced." },
    Moment: { type: "String", help: "When, in UTC, YYYY-MM-DDTHH:MM:SSZ; now when absent.", optional: true },
    Address: { type: "String", help: "Which of several recipients bounced; all when absent.", optional: true },
    Words: { type: "String", help: "What the provider said.", optional: true },
  },
  response: { Recorded: { type: "Boolean", help: "No when the message had ended before." } },
}, function* (context) {
  const id = idInput(context, "CommunicationId");
  const event = eventInput(context);
  const [message] = yield* read(messageQuery(id));
  if (message === undefined) return stop("DULY-COMMUNICATION-001", { communication: id });
  const open: readonly number[] = [communicationStatus.ready, communicationStatus.sent, communicationStatus.delivered];
  if (!open.includes(message.statuscode)) return outputs({ Recorded: false });
  const effects = event === "bounced" ? yield* bounced(message, textInput(context, "Address"), context) : [arrived(message, event, textInput(context, "Moment") ?? context.nowUtc)];
  return [...effects, ...outputs({ Recorded: true })];
});
