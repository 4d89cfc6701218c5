import { messages, reasons, type Message } from "./catalogue";
import { anchor, code, escaped, grid, heading, page } from "./markdown";

/** Where the codes of an area are met, by the word after DULY-. */
const areas: Readonly<Record<string, string>> = {
  ALERT: "A run looks at its alert rules; the text stands in the log of the run.",
  AGREEMENT: "A promise, dispute or hold is saved.",
  ALLOCATION: "An allocation is saved.",
  BUILD: "Building on a developer's machine.",
  CALL: "A call is planned; the text stands in the log of the run.",
  CALENDAR: "A calendar or a time zone is read; the text stands in the log of the run.",
  CASE: "An item is put into a collection case.",
  CHECK: "npm run check looks through a package; the text stands behind the component and its path.",
  CHARGE: "Fees, interest and flat costs are reckoned, or a charge is saved.",
  CLI: "The command line.",
  COMMUNICATION: "Just before a message is sent (duly_CheckBeforeSend); the text stands on the communication.",
  COMPANY: "A company is saved.",
  COST: "The cost report (duly_CostReport).",
  CONTACT: "A contact is planned or checked (duly_CheckContact), or a contact rule is read; the text stands on the communication or in the log of the run.",
  DAY: "A day is read, from a request or a row.",
  DEBTOR: "A debtor is saved, or named in a request.",
  DELIVERY: "A delivery event is recorded (duly_RecordDelivery).",
  DISPUTE: "A dispute or one of its tasks is saved.",
  HOST: "The host of the rules, in the organisation or in the local host: seen when anything is saved or a custom API is called.",
  ITEM: "An open item is saved or decided.",
  JS: "A rule failed in a way that nobody foresaw.",
  LEDGER: "A ledger is imported from CSV; the text stands in the file of rejected lines.",
  LIMIT: "A rule was stopped by the host's limits.",
  MAP: "The map of a ledger is read.",
  MERGE: "Merging the C# host and what it needs into one assembly (npm run pack, where .NET is); from 020 on the text is of the merged assembly.",
  MONEY: "An amount or a currency is read.",
  PACK: "Packing, unpacking and comparing (npm run pack); from 007 to 029, in 036, 037 and from 040 on the text stands behind the file and its line.",
  PAYMENT: "A payment is saved.",
  PLAN: "A repayment plan is saved or proposed (duly_ProposePlan), or read by a run.",
  POLICY: "A policy pack is read.",
  PROMISE: "A promise to pay is saved.",
  REMIND: "A debtor is reminded by hand (duly_RemindNow).",
  RESEND: "Messages of a run are sent again (duly_ResendMessages).",
  RULE: "A rule is called.",
  RUN: "A dunning run; the text stands in its log or in the answer of its custom APIs.",
  SEGMENT: "A segment is saved or evaluated; the text stands in the log of the run.",
  SMOKE: "The scripts for an organisation after an import, examples/smoke: its check, its steps, its first policy.",
  START: "The local start of the product.",
  STRATEGY: "A strategy is read; the text stands in the log of the run.",
  TEMPLATE: "A message is written from its template; the text stands in the log of the run.",
};

const areaOf = ({ code: name }: Message): string => name.split("-")[1] ?? "";

/** Throws when nobody has said where the codes of the area are met. */
function section(area: string): string {
  const where = areas[area];
  if (where === undefined) throw new Error(`The codes DULY-${area} have no place in the reference. Add the area to cli/reference/errors.ts.`);
  const rows = messages.filter((message) => areaOf(message) === area)
    .map((message) => [`${anchor(message.code)}${code(message.code)}`, escaped(message.meaning), escaped(message.mend)]);
  return page(heading(2, area), `${escaped(where)}\n`, grid(["Code", "Meaning", "What to do"], rows));
}

/** Every error code with its meaning and mend, and the reasons of decisions. */
export const errorsPage = (): string => page(
  heading(1, "Error codes"),
  "What stands in braces is filled in. The user sees code, meaning and what to do in one message.\n",
  ...[...new Set(messages.map(areaOf))].map(section),
  heading(1, "Reasons of decisions"),
  "These are no errors: every open item says by one of them what the last run concluded.\n",
  grid(["Reason", "Text"], reasons.map(([key, text]) => [code(key), escaped(text)])),
);
