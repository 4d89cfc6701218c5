import { asksToStop } from "#domain/contactrules/optout";
import type { StepRegistration } from "#solution/model/manifest";
import { toDay } from "../../rows/debtor";
import { create, outputs } from "../../sdk/effect";
import { textInput, todayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { read } from "../../sdk/reading";
import { defineApi, defineStep } from "../../sdk/rule";
import { reference } from "../../sdk/value";
import { touch } from "../debtor/touch";
import { stop } from "#domain/messages/fault";
import { channelInput } from "./inputs";
import { channel } from "#solution/generated/names";

const table = "duly_optout";

/** A wish was told, changed or taken back: its debtor is looked at again. */
const touching = (message: StepRegistration["message"]) => {
  const columns = ["duly_debtor", "duly_startson"];
  const id = `optout.${{ Create: "created", Update: "changed", Delete: "removed" }[message]}`;
  const place = message === "Delete" ? { stage: "PreOperation" as const, images: { pre: columns } } : { stage: "PostOperation" as const, images: { post: columns } };
  return defineStep<typeof table>({ id, message, table, ...place }, function* (context) {
    const row = { ...context.preImage, ...context.target, ...context.postImage };
    return yield* touch([row.duly_debtor], { today: todayOf(context), from: toDay(row.duly_startson ?? null) });
  });
};

export const optOutRules = (["Create", "Update", "Delete"] as const).map(touching);

const senders = (address: string, by: number) => from("duly_contactpoint").select("duly_debtor")
  .join({ table: "duly_debtor", from: "duly_debtorid", to: "duly_debtor", alias: "debtor", select: ["duly_debtorid"] }).where(["duly_name", "eq", address], ["duly_channel", "eq", by], ["statecode", "eq", 0]);

const wishes = (debtorIds: readonly string[], by: number) => from(table).select("duly_debtor").where(["duly_debtor", "in", debtorIds], ["duly_channel", "eq", by], ["duly_endson", "null"], ["statecode", "eq", 0]);

/** A reply that asks to be left alone becomes a wish of every debtor with the address it came from; told twice, it is one. */
export const receiveReply = defineApi({
  id: "duly_ReceiveReply", label: "Receive a reply",
  help: "Keeps the wish of a debtor who answers STOP to a message, with its words as evidence.",
  request: {
    Channel: { type: "String", help: "email, sms, pec, fax or other." },
    Address: { type: "String", help: "From where the reply came, as the contact point has it." },
    Words: { type: "String", help: "The reply." },
  },
  response: {
    Stops: { type: "Boolean", help: "The reply asks to be left alone." },
    OptOuts: { type: "Integer", help: "Wishes that were kept now." },
  },
}, function* (context) {
  const by = channelInput(context);
  const address = textInput(context, "Address") ?? stop("DULY-RULE-002", { input: "Address" });
  const words = textInput(context, "Words") ?? "";
  if (!asksToStop(words)) return outputs({ Stops: false, OptOuts: 0 });
  const ids = [...new Set((yield* read(senders(address, channel[by]))).flatMap((row) => row.duly_debtor?.id ?? []))];
  const known = ids.length === 0 ? [] : yield* read(wishes(ids, channel[by]));
  const fresh = ids.filter((id) => !known.some((row) => row.duly_debtor?.id === id));
  const name = `${words.trim().slice(0, 40)} (${by}, ${context.today})`;
  return [
    ...fresh.map((id) => create(table, { duly_name: name, duly_debtor: reference("duly_debtor", id), duly_channel: channel[by], duly_startson: context.today, duly_source: `${context.nowUtc} ${address}: ${words}`.slice(0, 2000) })),
    ...outputs({ Stops: true, OptOuts: fresh.length }),
  ];
});
