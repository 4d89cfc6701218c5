import { choose, lookup, memo, money, text, whole, yesno } from "../model/column";
import { table } from "../model/table";
import { channel, debtorKind, language, tone } from "./choices";

export const creditclass = table({
  name: "creditclass", label: "Credit class", plural: "Credit classes", ownership: "organization",
  help: "A class of debtors that is treated alike; may forbid dunning.",
  columns: {
    name: text("Name", "Name of the class.", { required: true }),
    code: text("Code", "Short code; imports find the class by this.", { maxLength: 50, required: true }),
    dunnable: yesno("Dunned", "No = debtors of this class are never reminded.", { initial: true }),
    strategy: lookup("strategy", "Strategy", "Strategy of the class; goes before the segment's."),
  },
  keys: { code: ["code"] },
});

export const segment = table({
  name: "segment", label: "Segment", plural: "Segments", ownership: "organization",
  help: "A rule that gathers debtors: every condition given must hold; segments are tried in order and the first that matches wins.",
  columns: {
    name: text("Name", "Name of the segment.", { required: true }),
    code: text("Code", "Short code of the segment.", { maxLength: 50, required: true }),
    sequence: whole("Order", "Segments are tried from the lowest number.", { required: true }),
    debtorkind: choose(debtorKind, "Debtor kind", "Only debtors of this kind; empty = any."),
    country: text("Country", "Only debtors of this country (ISO 3166); empty = any.", { maxLength: 2 }),
    strategy: lookup("strategy", "Strategy", "Strategy for debtors of this segment."),
  },
  keys: { code: ["code"] },
});

export const strategy = table({
  name: "strategy", label: "Strategy", plural: "Strategies", ownership: "organization",
  help: "An ordered ladder of steps: who is reminded when, by which channel and in which tone.",
  columns: {
    name: text("Name", "Name of the strategy.", { required: true }),
    code: text("Code", "Short code; imports find the strategy by this.", { maxLength: 50, required: true }),
    description: memo("Description", "For whom the strategy is meant."),
  },
  keys: { code: ["code"] },
});

export const strategystep = table({
  name: "strategystep", label: "Strategy step", plural: "Strategy steps", ownership: "organization",
  help: "One step of a strategy. An item climbs one step at a time.",
  columns: {
    name: text("Name", "Name of the step.", { required: true }),
    strategy: lookup("strategy", "Strategy", "Strategy that the step belongs to.", { required: true, onDelete: "parental" }),
    sequence: whole("Step", "Number of the step in the ladder, from 1; it is the level that an item reaches.", { required: true, min: 1, max: 99 }),
    offsetdays: whole("Days from due date", "Days after the due date; negative = before it.", { required: true, min: -365, max: 3650 }),
    channel: choose(channel, "Channel", "Channel of the message.", { required: true, initial: "email" }),
    template: lookup("template", "Template", "Text of the message.", { onDelete: "restrict" }),
    minimumamount: money("Minimum amount", "Items with less open are not reminded by this step; compared in the item's currency at the currency table's rate."),
  },
  keys: { sequence: ["strategy", "sequence"] },
});

export const template = table({
  name: "template", label: "Template", plural: "Templates", ownership: "organization",
  help: "What a message says, in several languages.",
  columns: {
    name: text("Name", "Name of the template.", { required: true }),
    code: text("Code", "Short code of the template.", { maxLength: 50, required: true }),
    channel: choose(channel, "Channel", "Channel that the text is written for.", { required: true, initial: "email" }),
    tone: choose(tone, "Tone", "How firmly it speaks.", { initial: "courteous" }),
  },
  keys: { code: ["code"] },
});

export const templatetext = table({
  name: "templatetext", label: "Template text", plural: "Template texts", ownership: "organization",
  help: "The words of a template in one language, with {{merge fields}}.",
  columns: {
    name: text("Name", "Template and language.", { required: true }),
    template: lookup("template", "Template", "Template that it belongs to.", { required: true, onDelete: "parental" }),
    language: choose(language, "Language", "Language of the text.", { required: true }),
    subject: text("Subject", "Subject line; merge fields allowed.", { maxLength: 400 }),
    body: memo("Body", "HTML body; merge fields and the {{#items}} table allowed.", { maxLength: 100000 }),
  },
  keys: { language: ["template", "language"] },
});
