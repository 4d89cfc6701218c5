import { stop } from "#domain/messages/fault";
import { channel, communicationStatus as status, type CommunicationRow } from "#solution/generated/names";
import { saysLeft } from "../../rows/messagestate";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { differs, type Value } from "../../sdk/value";

const table = "duly_communication";
const linesTable = "duly_communicationline";

/** What a message says, to whom, in whose name and for which step. */
export const told = [
  "duly_name", "duly_body", "duly_total", "duly_charges", "duly_deadline", "transactioncurrencyid", "duly_debtor", "duly_company", "duly_run", "duly_strategystep", "duly_template", "duly_promise", "duly_channel",
  "duly_customchannel", "duly_level", "duly_language", "duly_address", "duly_sender", "duly_plannedon", "duly_purpose", "duly_adhoc", "duly_plannedby", "duly_approvedby", "duly_uniquekey", "duly_resendof",
] as const;

/** When it left and arrived: evidence that is filled in once. */
const evidence = ["duly_senton", "duly_acceptedon", "duly_deliveredon"] as const;

const lineTold = [
  "duly_name", "duly_communication", "duly_openitem", "duly_strategystep", "duly_cycle", "duly_level", "duly_duedate", "duly_dayspastdue", "duly_shifteddays", "duly_amount", "duly_openamount", "duly_charges", "transactioncurrencyid", "statecode", "statuscode",
] as const;

const unheard: readonly (number | null | undefined)[] = [status.suppressed, status.cancelled];

type Stated = Partial<Pick<CommunicationRow, "statuscode" | "duly_senton">>;

/** Whether the debtor may have got it: it left, or failed after it had left. */
export const hasLeft = ({ statuscode, duly_senton: sentOn }: Stated): boolean => saysLeft(statuscode) || (statuscode === status.failed && sentOn != null);

/** Whether nothing more is done about it: it left, or its items were put back and the next night decides about them anew. */
const hasEnded = (row: Stated): boolean => hasLeft(row) || row.statuscode === status.failed || unheard.includes(row.statuscode);

type Columns = Readonly<Record<string, Value | undefined>>;

const changedAmong = (columns: readonly string[], target: Columns, before: Columns): readonly string[] => columns.filter((column) => target[column] !== undefined && differs(target[column], before[column]));

const refuse = (row: Partial<CommunicationRow>, columns: readonly string[]): never => stop("DULY-COMMUNICATION-022", { communication: row.duly_name ?? "", columns: columns.join(", ") });

/** A message that has ended keeps what it told. Source: claims.md C-36, T-33. */
const content = defineStep(
  { id: "communication.frozen", message: "Update", table, stage: "PreOperation", filteringAttributes: told, images: { pre: ["statuscode", "duly_senton", ...told] } },
  function* ({ target, preImage }) {
    const changed = hasEnded(preImage) ? changedAmong(told, target, preImage) : [];
    return changed.length === 0 ? [] : refuse(preImage, changed);
  },
);

const times = defineStep(
  { id: "communication.evidence", message: "Update", table, stage: "PreOperation", filteringAttributes: evidence, images: { pre: ["statuscode", "duly_name", ...evidence] } },
  function* ({ target, preImage }) {
    const changed = hasLeft(preImage) ? changedAmong(evidence.filter((column) => preImage[column] != null), target, preImage) : [];
    return changed.length === 0 ? [] : refuse(preImage, changed);
  },
);

/** What may follow on what; states that are not named here may become any other. */
const forward: Readonly<Record<number, readonly number[]>> = {
  [status.sent]: [status.delivered, status.served, status.failed, status.done],
  [status.delivered]: [status.served, status.failed, status.done],
  [status.served]: [status.done], [status.done]: [], [status.suppressed]: [], [status.cancelled]: [], [status.failed]: [],
};

/** A message that has ended is not sent again; a call that nobody answered is, by the rule that plans its next attempt. */
const state = defineStep(
  { id: "communication.ended", message: "Update", table, stage: "PreOperation", filteringAttributes: ["statuscode", "statecode"], images: { pre: ["statuscode", "statecode", "duly_channel", "duly_name"] } },
  function* ({ target, preImage, depth }) {
    const next = target.statuscode ?? (target.statecode === undefined || target.statecode === preImage.statecode ? preImage.statuscode : undefined);
    const redialled = depth > 1 && preImage.duly_channel === channel.phone && preImage.statuscode === status.done;
    if (next === preImage.statuscode || redialled) return [];
    const allowed = forward[preImage.statuscode ?? status.planned];
    return allowed === undefined || (next !== undefined && allowed.includes(next)) ? [] : stop("DULY-COMMUNICATION-023", { communication: preImage.duly_name ?? "" });
  },
);

const kept = defineStep(
  { id: "communication.kept", message: "Delete", table, stage: "PreOperation", images: { pre: ["statuscode", "duly_senton", "duly_name"] } },
  function* ({ preImage }) {
    return hasLeft(preImage) ? stop("DULY-COMMUNICATION-024", { communication: preImage.duly_name ?? "" }) : [];
  },
);

/** The message of a line; undefined when it is gone. */
function* messageOf(id: string | undefined): Reading<Pick<CommunicationRow, "statuscode" | "duly_senton" | "duly_name"> | undefined> {
  if (id === undefined) return undefined;
  return (yield* read(from(table).select("statuscode", "duly_senton", "duly_name").where(["duly_communicationid", "eq", id])))[0];
}

const lineChanged = defineStep(
  { id: "communicationline.frozen", message: "Update", table: linesTable, stage: "PreOperation", filteringAttributes: lineTold, images: { pre: lineTold } },
  function* ({ target, preImage }) {
    const changed = changedAmong(lineTold, target, preImage);
    if (changed.length === 0) return [];
    const message = yield* messageOf(preImage.duly_communication?.id);
    return message !== undefined && hasEnded(message) ? refuse(message, changed) : [];
  },
);

const lineKept = defineStep(
  { id: "communicationline.kept", message: "Delete", table: linesTable, stage: "PreOperation", images: { pre: ["duly_communication"] } },
  function* ({ preImage }) {
    const message = yield* messageOf(preImage.duly_communication?.id);
    return message !== undefined && hasLeft(message) ? stop("DULY-COMMUNICATION-024", { communication: message.duly_name ?? "" }) : [];
  },
);

/** What was told stays as it was told. */
export const frozenRules = [content, times, state, kept, lineChanged, lineKept];
