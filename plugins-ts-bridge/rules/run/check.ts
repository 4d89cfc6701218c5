import { later } from "#domain/calendar/day";
import { recheck, type Lost, type Refusal, type Sending, type Told } from "#domain/dunning/recheck";
import { recheckSignal } from "#domain/dunning/signal";
import { worldOf, type World } from "#domain/dunning/world";
import { stop, type Fault } from "#domain/messages/fault";
import { messageText } from "#domain/messages/text";
import type { OpenItem } from "#domain/receivables/item";
import { communicationStatus } from "#solution/generated/names";
import { toMoney, type Currencies } from "../../rows/currencies";
import { debtorQuery, toDay } from "../../rows/debtor";
import { outputs, type Effect } from "../../sdk/effect";
import { businessDayOf, dayOf, idInput } from "../../sdk/input";
import { from } from "../../sdk/query";
import { read, readTogether, type Reading } from "../../sdk/reading";
import { defineApi, type Context } from "../../sdk/rule";
import { answerNow, contactColumns, contactObjection } from "../contact/beforesend";
import { withContacts } from "../contact/read";
import { readDebtors, toFacts } from "../facts";
import { promisedItems } from "../promise/read";
import { readForOne } from "./read";

const communicationQuery = (id: string) => from("duly_communication")
  .select(...contactColumns, "duly_debtor", "duly_company", "duly_address", "duly_plannedon", "duly_promise", "duly_resendof", "duly_run", "duly_approvedby", "duly_deadline", "statuscode").where(["duly_communicationid", "eq", id]);
type CommunicationColumns = ReturnType<typeof communicationQuery>["row"];

const lineQuery = (id: string) => from("duly_communicationline").select("duly_name", "duly_openitem", "duly_openamount", "duly_duedate", "duly_level", "duly_cycle", "transactioncurrencyid")
  .join({ table: "duly_openitem", from: "duly_openitemid", to: "duly_openitem", alias: "item", select: ["duly_openitemid", "duly_name", "duly_debtor"], outer: true }).where(["duly_communication", "eq", id]);
type LineColumns = ReturnType<typeof lineQuery>["row"];

const answer = (reason: string, { code, parameters }: Fault): readonly Effect[] =>
  outputs({ Allowed: reason === "", Reason: reason, Text: messageText(code, parameters) });

/** What stands against a message: what it says, else the contact rules at this moment. */
const objection = (refusal: Refusal | null, communication: CommunicationColumns, { world, nowUtc }: { readonly world: World; readonly nowUtc: string }): readonly Effect[] =>
  (refusal !== null ? answer(refusal.reason, refusal.fault)
    : contactObjection(communication, answerNow(communication, world, { nowUtc })) ?? answer("", { code: "DULY-COMMUNICATION-006", parameters: {} }));

function* currentWorld({ duly_communicationid: own, duly_debtor: debtor, duly_plannedon: plannedOn, duly_adhoc: adhoc }: CommunicationColumns, context: Context) {
  const [row] = yield* read(debtorQuery().select("statecode").where(["duly_debtorid", "eq", debtor?.id ?? ""]));
  if (row === undefined) return stop("DULY-DEBTOR-001", { debtor: debtor?.id ?? "" });
  const known = yield* readForOne(row.duly_company?.id ?? "", row.duly_calendar?.id ?? null);
  const today = businessDayOf(context, known.policy.company.timeZone);
  const asOf = plannedOn === null ? today : later(today, dayOf(plannedOn));
  const [rows] = yield* withContacts(yield* readDebtors([row], asOf, known.policy.segments), known.policy, asOf);
  if (rows === undefined) return stop("DULY-DEBTOR-001", { debtor: row.duly_debtorid });
  const others = { ...rows, contacted: rows.contacted.filter((one) => one.duly_communicationid !== own) };
  return { world: worldOf(toFacts(others, known), known.policy, asOf, { byPerson: adhoc === true }), currencies: known.currencies, debtorActive: row.statecode === 0 };
}

/** A person sends a message once more: whatever became of its ladder and its day meanwhile. */
const isAgain = ({ duly_resendof: original }: CommunicationColumns): boolean => original !== null;

const sendingOf = (row: CommunicationColumns, debtorActive: boolean): Sending => ({
  address: row.duly_address ?? "", chosen: row.duly_run !== null || row.duly_adhoc === true, debtorActive,
  seen: row.duly_approvedby !== null || row.duly_adhoc === true || isAgain(row), deadline: isAgain(row) ? null : toDay(row.duly_deadline),
});

/** What messages are held against. */
interface Held { readonly items: ReadonlyMap<string, OpenItem>; readonly debtorId: string; readonly currencies: Currencies; readonly again: boolean }

const lostOf = (line: LineColumns, { debtorId }: Held): Lost =>
  (line["item.duly_openitemid"] === null ? "deleted" : line["item.duly_debtor"]?.id === debtorId ? "closed" : "moved");

const toTold = (line: LineColumns, held: Held): Told => {
  const { items, currencies, again } = held;
  const name = line["item.duly_name"] ?? line.duly_name ?? "";
  return { name, item: items.get(line.duly_openitem?.id ?? "") ?? lostOf(line, held), dueOn: toDay(line.duly_duedate), rung: again ? null : { level: line.duly_level ?? 0, cycle: line.duly_cycle ?? 0 }, open: toMoney(line.duly_openamount, line.transactioncurrencyid, { currencies, row: name }) };
};

function* checked(communication: CommunicationColumns, lines: readonly LineColumns[], context: Context): Reading<readonly Effect[]> {
  const { world, currencies, debtorActive } = yield* currentWorld(communication, context);
  const sending = sendingOf(communication, debtorActive);
  if (communication.duly_promise !== null) return objection(recheckSignal(yield* promisedItems(communication.duly_promise.id), sending, world), communication, { world, nowUtc: context.nowUtc });
  const held = { items: new Map(world.facts.items.map((item) => [item.id, item])), debtorId: world.facts.debtor.id, currencies, again: isAgain(communication) };
  return objection(recheck(lines.map((line) => toTold(line, held)), sending, world), communication, { world, nowUtc: context.nowUtc });
}

export const checkBeforeSend = defineApi({
  id: "duly_CheckBeforeSend", label: "Check before sending",
  help: "Says whether a planned communication may still go out, and if not, why.",
  request: { CommunicationId: { type: "Guid", help: "The communication." } },
  response: {
    Allowed: { type: "Boolean", help: "It may be sent." },
    Reason: { type: "String", help: "Code of the objection; empty when allowed." },
    Text: { type: "String", help: "The objection in words." },
  },
}, function* (context) {
  const id = idInput(context, "CommunicationId");
  const [found, lines] = yield* readTogether(communicationQuery(id), lineQuery(id));
  const [communication] = found;
  if (communication === undefined) return stop("DULY-COMMUNICATION-001", { communication: id });
  if (communication.statuscode !== communicationStatus.ready) return answer("notReady", { code: "DULY-COMMUNICATION-002", parameters: {} });
  const original = communication.duly_resendof;
  return yield* checked(communication, original === null ? lines : yield* read(lineQuery(original.id)), context);
});
