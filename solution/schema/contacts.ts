import { choose, day, lookup, memo, text, whole } from "../model/column";
import { table } from "../model/table";
import { channel, contactRuleKind, contactRulePurpose, debtorKind } from "./choices";

export const contactrule = table({
  name: "contactrule", label: "Contact rule", plural: "Contact rules", ownership: "organization",
  help: "When, how often and how debtors may be contacted. Rules of third-party collectors are shipped inactive.",
  columns: {
    name: text("Name", "Name of the rule.", { required: true, maxLength: 200 }),
    code: text("Code", "Short code of the rule.", { maxLength: 50, required: true }),
    pack: text("Pack", "Pack of rules that it belongs to.", { maxLength: 50 }),
    kind: choose(contactRuleKind, "Kind", "What the rule says.", { required: true }),
    channel: choose(channel, "Channel", "Only contacts by this channel; empty = any. For a required channel: the channel.", {}),
    customchannel: lookup("customchannel", "Further channel", "Only this further channel, when the channel is Other; empty = any."),
    purpose: choose(contactRulePurpose, "Purpose", "Only contacts for this purpose; empty = any."),
    debtorkind: choose(debtorKind, "Debtor kind", "Only debtors of this kind; empty = any."),
    country: text("Country", "Only debtors of this country (ISO 3166); empty = any.", { maxLength: 2 }),
    weekdays: text("Weekdays", "Weekdays of the hours as numbers separated by commas, 0 = Sunday; empty = business days.", { maxLength: 20 }),
    fromtime: text("From", "First minute in the debtor's time zone, HH:MM.", { maxLength: 5 }),
    totime: text("To", "End in the debtor's time zone, HH:MM, not included.", { maxLength: 5 }),
    most: whole("At most", "Contacts in the period.", { max: 1000 }),
    perdays: whole("In days", "Length of the period, or of the pause after a conversation, in days.", { min: 1, max: 3650 }),
    validfrom: day("Valid from", "First day of the rule.", { required: true }),
    validto: day("Valid to", "Last day of the rule, included; empty = still valid."),
    source: memo("Source", "Where the rule is written.", { maxLength: 2000 }),
  },
  keys: { code: ["code"] },
});

export const optout = table({
  name: "optout", label: "Opt-out", plural: "Opt-outs",
  help: "A debtor's wish not to be contacted by a channel or for a purpose. Kept as evidence.",
  columns: {
    name: text("Name", "Channel and day.", { required: true, maxLength: 200 }),
    debtor: lookup("debtor", "Debtor", "Whose wish it is.", { required: true, onDelete: "parental" }),
    channel: choose(channel, "Channel", "Channel that is not wanted; empty = every channel but letters."),
    purpose: choose(contactRulePurpose, "Purpose", "Purpose that is not wanted; empty = all but legal notices."),
    startson: day("From", "First day.", { required: true }),
    endson: day("Until", "Last day, included; empty = for good."),
    source: memo("Source", "How the wish was told, such as the words of the reply.", { maxLength: 2000 }),
  },
});

export const collector = table({
  name: "collector", label: "Collector", plural: "Collectors", ownership: "organization",
  help: "A user who makes calls for a company, and how many a day.",
  columns: {
    name: text("Name", "Name of the collector.", { required: true }),
    company: lookup("company", "Company", "For whom the calls are made.", { required: true, onDelete: "parental" }),
    user: lookup("systemuser", "User", "Who makes the calls.", { required: true }),
    fromtime: text("From", "First minute of the working hours in the company's time zone, HH:MM; empty = any.", { maxLength: 5 }),
    totime: text("To", "End of the working hours in the company's time zone, HH:MM, not included; empty = any.", { maxLength: 5 }),
    capacity: whole("Calls a day", "How many calls the collector takes on one day.", { required: true, max: 10000 }),
  },
  keys: { user: ["company", "user"] },
});
