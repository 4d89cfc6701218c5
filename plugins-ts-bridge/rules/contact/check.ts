import { instantText } from "#domain/calendar/instant";
import { checkContact, type Answer } from "#domain/contactrules/check";
import { permissions } from "#domain/dunning/permission";
import { debtorCalendar } from "#domain/dunning/world";
import { fault, stop } from "#domain/messages/fault";
import { messageText } from "#domain/messages/text";
import { outputs } from "../../sdk/effect";
import { flagInput, idInput, textInput } from "../../sdk/input";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";
import { defineApi, type Context } from "../../sdk/rule";
import { channelInput, momentInput, purposeInput } from "./inputs";
import { readDebtor } from "../run/debtor";

/** Id of the further channel that a code names; null when none was given. */
function* furtherInput(context: Context): Reading<string | null> {
  const code = textInput(context, "FurtherChannel");
  if (code === null) return null;
  const [row] = yield* read(from("duly_customchannel").select("duly_customchannelid").where(["duly_code", "eq", code]));
  return row?.duly_customchannelid ?? stop("DULY-CONTACT-004", { channel: code, known: "the codes of the further channels" });
}

/** An answer as response properties. */
export const answerOutputs = (answer: Answer) => outputs({
  Answer: answer.verdict, Until: answer.verdict === "defer" ? instantText(answer.until) : "", Rule: answer.verdict === "allow" ? "" : answer.rule,
  Text: answer.verdict === "allow" ? messageText(fault("DULY-CONTACT-003").code) : messageText(answer.fault.code, answer.fault.parameters),
});

export const checkContactApi = defineApi({
  id: "duly_CheckContact", label: "Check a contact",
  help: "Says whether a debtor may be contacted by a channel at a moment, and which rule decided.",
  request: {
    DebtorId: { type: "Guid", help: "The debtor." },
    Channel: { type: "String", help: "email, letter, sms, phone, pec, fax or other." },
    FurtherChannel: { type: "String", help: "Code of the further channel, when the channel is other.", optional: true },
    Purpose: { type: "String", help: "courtesy, dunning or statutory; dunning when absent.", optional: true },
    Moment: { type: "String", help: "In UTC, YYYY-MM-DDTHH:MM:SSZ; now when absent.", optional: true },
    ByPerson: { type: "Boolean", help: "A person makes the contact, not a run or a flow.", optional: true },
  },
  response: {
    Answer: { type: "String", help: "allow, defer or deny." },
    Until: { type: "String", help: "First moment that is allowed, in UTC, when deferred." },
    Rule: { type: "String", help: "Name of the rule that decided; empty when allowed." },
    Text: { type: "String", help: "The answer in words." },
  },
}, function* (context) {
  const contact = { channel: channelInput(context), purpose: purposeInput(context), customChannelId: yield* furtherInput(context) };
  const { facts, known: { policy }, asOf } = yield* readDebtor(idInput(context, "DebtorId"), null, context);
  const { recipient } = permissions({ facts, policy, asOf, calendar: debtorCalendar(facts, policy) });
  return answerOutputs(checkContact({ contact, at: momentInput(context), byPerson: flagInput(context, "ByPerson") }, recipient, policy.contactRules));
});
