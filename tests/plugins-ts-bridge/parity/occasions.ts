import { alertkind, alertStatus, calloutcome, channel, chargeStatus, collectioncaseStatus, communicationStatus, disputeStatus, disputetaskStatus, holdStatus, invoiceStatus, language, openitemStatus, paymentStatus, planStatus, promiseStatus, templatekind } from "#solution/generated/names";
import type { Value } from "#bridge/sdk/value";
import type { Ledger } from "../../builders/rules/ledger";
import { amounts, days, names, type Chance } from "./chance";
import { tried } from "./tried";

/** A ledger with some debtors and items, and the choices of a seed. */
export interface World extends Chance { readonly ledger: Ledger; readonly debtors: readonly string[]; readonly items: readonly string[]; readonly currency: string }

const reference = (logicalName: string, id: string) => ({ logicalName, id });
const debtorOf = ({ pick, debtors }: World) => reference("duly_debtor", pick(debtors));
const itemOf = ({ pick, items }: World) => reference("duly_openitem", pick(items));
const idOf = ({ ledger, pick }: World, table: string): string => String(pick([...ledger.store.all(table), {}])[`${table}id`] ?? "00000000-0000-0000-0000-00000000dead");
/** Mostly a day that is one. */
const dayOf = ({ below, pick }: World): string => (below(4) === 0 ? pick(days) : `2026-0${1 + below(4)}-${String(1 + below(28)).padStart(2, "0")}`);
const amountOf = ({ below, pick, currency }: World): string => (below(4) === 0 ? pick(amounts) : `${1 + below(300)}${currency === "HUF" ? "" : ".25"}`);
const agreement = (world: World): Record<string, Value> => ({
  duly_name: world.pick(names), ...(world.below(3) === 0 ? {} : { duly_debtor: debtorOf(world) }), ...(world.below(3) === 0 ? {} : { duly_openitem: itemOf(world) }),
});
const change = (table: string, columns: (world: World) => Record<string, Value>) => (world: World): void => { world.ledger.store.update(table, { id: idOf(world, table) }, columns(world)); };
const removal = (table: string) => (world: World): void => { world.ledger.store.delete(table, { id: idOf(world, table) }); };
/** A case with an item or two, as far as they are of its debtor. */
const openedCase = (world: World): Value => {
  const { store } = world.ledger;
  const id = reference("duly_collectioncase", store.create("duly_collectioncase", { duly_name: world.pick(names), duly_debtor: debtorOf(world), ...(world.below(2) === 0 ? { duly_openedon: dayOf(world) } : {}) }));
  const [one, other] = [itemOf(world), itemOf(world)];
  if (world.below(4) > 0) store.create("duly_caseitem", { duly_collectioncase: id, ...(world.below(6) === 0 ? {} : { duly_openitem: one }) });
  if (world.below(2) === 0) store.update("duly_caseitem", { id: idOf(world, "duly_caseitem") }, { duly_openitem: other });
  return id;
};
/** A case that is settled, loses an item to another debtor now and then, and is opened again. */
const reopenedCase = (world: World): void => {
  const { store } = world.ledger;
  const [one, debtor] = [itemOf(world), debtorOf(world)];
  const id = store.create("duly_collectioncase", { duly_name: world.pick(names), duly_debtor: store.row("duly_openitem", one.id).duly_debtor ?? null });
  store.create("duly_caseitem", { duly_collectioncase: reference("duly_collectioncase", id), duly_openitem: one });
  store.update("duly_collectioncase", { id }, { statecode: 1, statuscode: collectioncaseStatus.settled });
  tried(() => { store.update("duly_openitem", { id: one.id }, { duly_debtor: debtor }); });
  store.update("duly_collectioncase", { id }, { statecode: 0, statuscode: collectioncaseStatus.open });
};
const pay = (world: World): void => {
  world.ledger.pay(world.pick(world.debtors), amountOf(world), { duly_name: world.pick(names), duly_valuedate: dayOf(world), ...(world.below(3) === 0 ? { duly_openitem: itemOf(world) } : {}), ...(world.below(3) === 0 ? { duly_collectioncase: openedCase(world) } : {}) }, world.currency);
};
const promise = (world: World): void => {
  world.ledger.store.create("duly_promise", {
    duly_debtor: debtorOf(world), duly_promisedate: world.below(3) === 0 ? dayOf(world) : "2026-04-28", ...(world.below(3) === 0 ? { duly_amount: amountOf(world) } : {}),
    ...(world.below(4) === 0 ? { duly_openitems: world.pick(world.items) } : {}), ...(world.below(4) === 0 ? {} : world.ledger.money(world.currency)),
  });
};
const dispute = (world: World): void => { world.ledger.store.create("duly_dispute", { ...agreement(world), ...(world.below(2) === 0 ? { duly_openedon: dayOf(world) } : {}) }); };
const hold = (world: World): void => { world.ledger.store.create("duly_hold", { ...agreement(world), duly_startson: dayOf(world), ...(world.below(2) === 0 ? { duly_endson: dayOf(world) } : {}) }); };
const item = (world: World): void => { world.ledger.item(world.pick(world.debtors), { due: dayOf(world), amount: amountOf(world), currency: world.currency }); };
/** An item of its own is given to another debtor, mostly while something is agreed about it. */
const movedItem = (world: World): void => {
  const { store } = world.ledger;
  const id = world.ledger.item(world.pick(world.debtors), { due: "2026-03-02", amount: "7", currency: world.currency });
  const about = { duly_name: world.pick(names), duly_openitem: reference("duly_openitem", id) };
  if (world.below(3) > 0) store.create("duly_dispute", about);
  if (world.below(3) === 0) store.create("duly_hold", about);
  store.update("duly_openitem", { id }, { duly_debtor: debtorOf(world) });
};
const contact = (world: World): void => { world.ledger.store.create("duly_contactpoint", { duly_name: `${world.pick(names)}@x.example`, duly_debtor: debtorOf(world), duly_channel: channel.email }); };
const night = (world: World): void => { world.ledger.night(`2026-03-${String(5 + world.below(24)).padStart(2, "0")}`); };
const call = (api: string, input: (world: World) => Record<string, Value>) => (world: World): void => { world.ledger.store.execute(api, input(world)); };
const senders = ["ar@seller.example", "a@b.example; c@d.example", "a@b.example\r\nBcc: c@d.example", "nobody", "", null];
const debtor = (world: World): void => { world.ledger.debtor(world.pick(["C-9", "Ü-1", "", " ", "\ud83d"])); };
const disputeStates = [{ statecode: 1, statuscode: disputeStatus.resolved }, { statecode: 1, statuscode: disputeStatus.rejected }, { statecode: 0, statuscode: disputeStatus.open }] as const;
const holdStates = [{ statecode: 1, statuscode: holdStatus.ended }, { statecode: 0, statuscode: holdStatus.active }] as const;

/** A message of the night leaves or is suppressed, then it is changed. */
const afterSent = (columns: (world: World) => Record<string, Value>) => (world: World): void => {
  // A later night may have been played already; its messages serve as well.
  tried(() => { night(world); });
  const id = idOf(world, "duly_communication");
  const { sent, failed, suppressed, ready } = communicationStatus;
  world.ledger.store.update("duly_communication", { id }, { statuscode: world.pick([sent, sent, failed, suppressed, ready]), duly_senton: world.pick(["2026-03-20T08:00:00Z", null]) });
  world.ledger.store.update("duly_communication", { id }, columns(world));
};

const plan = (world: World): void => {
  world.ledger.store.create("duly_plan", {
    duly_debtor: debtorOf(world), duly_count: 1 + world.below(12), duly_firston: "2026-05-04", duly_months: 1, ...(world.below(3) === 0 ? { duly_amount: amountOf(world) } : {}),
    ...(world.below(4) === 0 ? {} : world.ledger.money(world.currency)),
  });
};
/** A dispute with a reason that has two departments. */
const routed = (world: World): string => {
  const { store } = world.ledger;
  const reason = reference("duly_disputereason", store.put("duly_disputereason", { duly_name: world.pick(names), duly_code: "price", duly_deadlinedays: 5, duly_approvalfrom: "10.00", ...world.ledger.money(world.currency) }));
  for (const sequence of [1, 2]) {
    const department = reference("duly_department", store.put("duly_department", { duly_name: `D${sequence}`, duly_code: `d${sequence}` }));
    store.put("duly_disputeroute", { duly_name: world.pick(names), duly_disputereason: reason, duly_department: department, duly_sequence: sequence, duly_days: 2 });
  }
  return store.create("duly_dispute", { ...agreement(world), duly_openitem: itemOf(world), duly_debtor: debtorOf(world), duly_openedon: "2026-03-06", duly_disputereason: reason, duly_credit: amountOf(world), ...world.ledger.money(world.currency) });
};
/** The dispute is changed right after it was raised. */
const afterRouted = (columns: (world: World) => Record<string, Value>) => (world: World): void => { const id = routed(world); world.ledger.store.update("duly_dispute", { id }, columns(world)); };
/** Its first task is changed. */
const afterTask = (columns: (world: World) => Record<string, Value>) => (world: World): void => {
  const disputeId = routed(world);
  const task = world.ledger.store.all("duly_disputetask").find((row) => (row.duly_dispute as { id?: string } | null)?.id === disputeId);
  world.ledger.store.update("duly_disputetask", { id: String(task?.duly_disputetaskid) }, columns(world));
};
const charge = (world: World): void => {
  world.ledger.store.create("duly_charge", { duly_name: world.pick(names), duly_openitem: itemOf(world), duly_debtor: debtorOf(world), statuscode: world.pick([chargeStatus.waived, chargeStatus.shown]), duly_waivereason: world.pick(["", "goodwill"]) });
};

/** View conditions: two of debtors, one of another table, and none at all. */
const views = ['<fetch><entity name="duly_debtor"><attribute name="duly_name"/></entity></fetch>', '<fetch><entity name="duly_debtor"><filter><condition attribute="duly_number" operator="like" value="C%"/></filter></entity></fetch>', '<fetch><entity name="account"/></fetch>', "no FetchXML"];
const segment = (world: World): void => {
  const range = world.pick([{}, { duly_balancefrom: amountOf(world), ...world.ledger.money(world.currency) }, { duly_itemsfrom: world.below(3) }, { duly_dayspastduefrom: world.below(20) }, { duly_fetchxml: world.pick(views) }]);
  world.ledger.store.create("duly_segment", { duly_name: world.pick(names), duly_code: `S-${world.below(1000)}`, duly_sequence: world.below(9), ...range });
};

/** Nights that alert rules of every kind watch: one crosses, lasts, passes. */
const watched = (world: World): void => {
  const kind = world.pick(Object.values(alertkind));
  world.ledger.store.put("duly_alertrule", {
    duly_name: world.pick(names), duly_code: "A", duly_company: null, duly_kind: kind, duly_amount: amountOf(world), duly_days: world.pick([0, 1, 20, null]), duly_severity: null,
    duly_escalationdays: world.pick([0, 2, null]), duly_manager: world.pick([reference("systemuser", "boss"), null]), ...world.ledger.money(world.currency),
  });
  dispute(world);
  night(world);
  pay(world);
  night(world);
};

/** Somebody closes an alert, or opens it again. */
const closed = (world: World): void => {
  world.ledger.store.put("duly_alert", { duly_name: world.pick(names), duly_debtor: debtorOf(world), statecode: world.below(2), duly_raisedon: dayOf(world) });
  change("duly_alert", ({ pick }) => pick([{ statecode: 1, statuscode: alertStatus.closed }, { statecode: 0, statuscode: alertStatus.open }]))(world);
};

const optOut = (world: World): void => {
  world.ledger.store.create("duly_optout", { duly_name: world.pick(names), duly_debtor: debtorOf(world), duly_startson: dayOf(world), duly_channel: world.pick([channel.email, channel.sms, null]) });
};

/** A call of the first step. */
const plannedCall = ({ ledger, debtors, below }: World): void => {
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[0] ?? "" }, { duly_channel: channel.phone });
  for (const id of debtors) ledger.store.create("duly_contactpoint", { duly_name: "+3612345678", duly_debtor: reference("duly_debtor", id), duly_channel: channel.phone });
  if (below(2) === 0) ledger.store.put("duly_collector", { duly_name: "Anna", duly_company: reference("duly_company", ledger.companyId), duly_user: reference("systemuser", "anna"), duly_capacity: 9, duly_fromtime: "10:00", duly_totime: null });
  ledger.night("2026-03-27");
};
/** A call of the night, or one by hand where the night was refused, comes to its end. */
const madeCall = (world: World): void => {
  plannedCall(world);
  const { store, companyId } = world.ledger;
  const planned = store.all("duly_communication").find((row) => row.duly_channel === channel.phone && row.statecode !== 1)?.duly_communicationid;
  const id = String(planned ?? store.create("duly_communication", { duly_name: world.pick(names), duly_debtor: debtorOf(world), duly_company: reference("duly_company", companyId), duly_channel: channel.phone, duly_plannedon: dayOf(world), statuscode: communicationStatus.ready }));
  store.update("duly_communication", { id }, { statecode: 1, statuscode: communicationStatus.done, duly_outcome: world.pick([calloutcome.noAnswer, calloutcome.rightParty]) });
};

/** Its activity is completed or cancelled by itself. */
const endedPhonecall = (world: World): void => {
  const { store, companyId } = world.ledger;
  const id = store.put("phonecall", { subject: world.pick(names), regardingobjectid: world.below(4) === 0 ? null : debtorOf(world) });
  store.put("duly_communication", {
    duly_name: world.pick(names), duly_debtor: debtorOf(world), duly_company: reference("duly_company", companyId), duly_channel: channel.phone, duly_phonecall: reference("phonecall", id),
    statuscode: world.pick([communicationStatus.ready, communicationStatus.ready, communicationStatus.sent]), duly_outcome: world.pick([calloutcome.rightParty, null]),
  });
  store.update("phonecall", { id }, world.pick([{ statecode: 1, statuscode: 2 }, { statecode: 2, statuscode: 3 }, { statecode: 0 }]));
};

/** An envelope, whose words may not speak of a debt. */
const envelope = ({ ledger }: World) => reference("duly_template", ledger.store.put("duly_template", { duly_name: "Envelope", duly_code: "envelope", duly_kind: templatekind.envelope }));
const envelopeText = (world: World): Record<string, Value> => ({ duly_subject: world.pick(names), duly_body: world.pick(["Sollecito", "pagare", ...names]) });
const words = (world: World): void => {
  world.ledger.store.create("duly_templatetext", { duly_name: "T", duly_template: envelope(world), duly_language: language.italian, ...envelopeText(world) });
};
const changedWords = (world: World): void => {
  const id = world.ledger.store.put("duly_templatetext", { duly_name: "T", duly_template: envelope(world), duly_language: language.german, duly_subject: "", duly_body: "" });
  world.ledger.store.update("duly_templatetext", { id }, envelopeText(world));
};
/** A call whose activity stands in the calendar, moved, handed over or called off. */
const movedCall = (world: World): void => {
  const { store, companyId } = world.ledger;
  const id = store.put("duly_communication", {
    duly_name: "Call", duly_debtor: debtorOf(world), duly_company: reference("duly_company", companyId), duly_channel: channel.phone, statecode: 0, statuscode: communicationStatus.ready,
    duly_phonecall: reference("phonecall", store.put("phonecall", { subject: world.pick(names) })),
  });
  store.update("duly_communication", { id }, world.pick([{ duly_scheduledfor: "2026-03-09T09:00:00Z" }, { duly_scheduledfor: "soon" }, { ownerid: reference("systemuser", "anna") }, { statecode: 1, statuscode: communicationStatus.cancelled }]));
};

/** What makes each rule run. A rule without a line here fails the test. */
export const occasions: Readonly<Record<string, (world: World) => void>> = {
  "openitem.complete": item, "openitem.created": item,
  "openitem.changed": change("duly_openitem", (world) => ({ duly_duedate: dayOf(world) })),
  "openitem.debtor": movedItem, "case.opened": openedCase, "case.kept": (world) => { openedCase(world); change("duly_collectioncase", (own) => ({ duly_debtor: debtorOf(own) }))(world); },
  "communication.removed": (world) => { tried(() => { night(world); }); removal("duly_communication")(world); },
  "case.reopened": reopenedCase,
  "caseitem.added": openedCase, "caseitem.changed": openedCase,
  "openitem.amount": change("duly_openitem", (world) => ({ duly_amount: amountOf(world) })),
  "payment.complete": pay, "payment.allocate": pay,
  "payment.cancelled": change("duly_payment", ({ pick }) => ({ statecode: pick([0, 1]), statuscode: pick([paymentStatus.cancelled, paymentStatus.posted]) })),
  "payment.kept": change("duly_payment", (world) => ({ duly_amount: amountOf(world) })),
  "payment.removed": removal("duly_payment"),
  "allocation.create": (world) => { world.ledger.store.create("duly_allocation", { duly_openitem: itemOf(world), duly_amount: amountOf(world) }); },
  "allocation.update": change("duly_allocation", (world) => ({ duly_amount: amountOf(world) })), "allocation.delete": removal("duly_allocation"),
  "promise.validate": promise, "promise.link": promise,
  "promise.moved": change("duly_promise", (world) => ({ duly_promisedate: dayOf(world) })),
  "promise.kept": change("duly_promise", (world) => ({ duly_debtor: debtorOf(world) })),
  "promise.changed": change("duly_promise", () => ({ statecode: 1, statuscode: promiseStatus.cancelled })), "promise.removed": removal("duly_promise"),
  "dispute.begins": dispute, "dispute.history.create": dispute,
  "dispute.history.update": change("duly_dispute", ({ pick }) => pick(disputeStates)),
  "dispute.complete": dispute, "dispute.created": dispute,
  "dispute.moved": change("duly_dispute", (world) => ({ duly_openitem: world.below(4) === 0 ? null : itemOf(world) })),
  "dispute.closed": change("duly_dispute", ({ pick }) => pick(disputeStates)), "dispute.changed": change("duly_dispute", ({ pick }) => ({ duly_name: pick(names) })), "dispute.removed": removal("duly_dispute"),
  "hold.complete": hold, "hold.created": hold, "hold.moved": change("duly_hold", (world) => ({ duly_debtor: debtorOf(world) })),
  "hold.ended": change("duly_hold", ({ pick }) => pick(holdStates)), "hold.changed": change("duly_hold", ({ pick }) => ({ duly_name: pick(names) })), "hold.removed": removal("duly_hold"),
  "debtor.numbered.create": debtor, "debtor.numbered.update": change("duly_debtor", ({ pick }) => ({ duly_number: pick(["N-1", "", " ", "é\u0301", "\udc00"]) })),
  "debtor.changed": change("duly_debtor", ({ pick }) => ({ duly_language: pick([591850000, 591850001, null]), ...pick([{}, { duly_nextactionon: null }]) })),
  "contactpoint.created": contact, "contactpoint.changed": change("duly_contactpoint", ({ pick }) => ({ duly_name: pick(names) })),
  "invoice.changed": change("duly_invoice", ({ pick }) => ({ statuscode: pick([invoiceStatus.draft, invoiceStatus.posted]) })),
  "communication.suppressed": change("duly_communication", ({ pick }) => ({ statecode: 0, statuscode: pick([communicationStatus.suppressed, communicationStatus.failed, communicationStatus.ready]) })),
  "communication.left": (world) => {
    tried(() => { night(world); });
    change("duly_communication", ({ pick }) => ({ statuscode: communicationStatus.sent, duly_senton: pick(["2026-03-09T08:00:00Z", "2026-04-09T23:30:00Z", null]) }))(world);
  },
  "communication.frozen": afterSent((world) => ({ duly_total: amountOf(world), duly_body: world.pick(names), duly_name: world.pick(names) })),
  "communication.evidence": afterSent((world) => ({ duly_senton: `${dayOf(world)}T08:00:00Z` })),
  "communication.ended": afterSent(({ pick }) => ({ statuscode: pick(Object.values(communicationStatus)) })),
  "communication.kept": removal("duly_communication"),
  "communicationline.frozen": (world) => { afterSent(() => ({}))(world); change("duly_communicationline", () => ({ duly_openamount: amountOf(world), duly_level: world.below(3), statecode: 1 }))(world); },
  "communicationline.kept": (world) => { if (world.below(2) === 0) afterSent(() => ({}))(world); removal("duly_communicationline")(world); },
  "duly_ResendMessages": (world) => {
    afterSent(() => ({}))(world);
    const message = world.ledger.store.all("duly_communication")[0];
    const runId = String((message?.duly_run as { id?: string } | null | undefined)?.id);
    const resend = call("duly_ResendMessages", ({ pick }) => ({ RunId: pick([runId, runId, "none"]), CommunicationIds: pick([String(message?.duly_communicationid), "", "none"]), Confirm: pick([true, true, false]) }));
    resend(world);
    resend(world);
  },
  "communication.resolution": (world) => {
    afterSent(() => ({}))(world);
    world.ledger.store.update("duly_openitem", itemOf(world), { statecode: 1, statuscode: openitemStatus.cancelled });
  },
  "communication.approve": (world) => {
    const id = idOf(world, "duly_communication");
    world.ledger.store.update("duly_communication", { id }, { statuscode: communicationStatus.awaitingApproval });
    world.ledger.store.update("duly_communication", { id }, { statuscode: world.pick([communicationStatus.ready, communicationStatus.cancelled]) });
  },
  "duly_RemindNow": call("duly_RemindNow", (world) => ({ DebtorId: world.pick([...world.debtors, "none"]), MoveLadder: world.below(2) === 0, Language: language.hungarian })),
  "duly_ForecastActivities": call("duly_ForecastActivities", (world) => ({ DebtorId: world.pick(world.debtors), From: dayOf(world), Nights: 1 + world.below(60) })),
  "openitem.rescheduled": change("duly_openitem", (world) => ({ duly_duedate: dayOf(world), statuscode: openitemStatus.rescheduled })),
  "payment.posted": (world) => {
    const id = world.ledger.pay(world.pick(world.debtors), amountOf(world), { statuscode: paymentStatus.announced }, world.currency);
    world.ledger.store.update("duly_payment", { id }, { statuscode: paymentStatus.posted });
  },
  "payment.arrived": (world) => {
    const id = world.ledger.pay(world.pick(world.debtors), amountOf(world), { statuscode: paymentStatus.announced, duly_valuedate: world.pick(["2026-02-02", "2026-12-01"]) }, world.currency);
    world.ledger.store.update("duly_payment", { id }, { statuscode: paymentStatus.posted });
  },
  "plan.validate": plan, "plan.link": plan, "plan.kept": (world) => { plan(world); change("duly_plan", () => ({ duly_count: 3 }))(world); },
  "plan.changed": (world) => { plan(world); change("duly_plan", () => ({ statecode: 1, statuscode: planStatus.cancelled }))(world); },
  "promise.reopened": (world) => {
    promise(world);
    const [id, status] = [idOf(world, "duly_promise"), world.pick([promiseStatus.cancelled, promiseStatus.broken, promiseStatus.kept])];
    world.ledger.store.update("duly_promise", { id }, { statecode: 1, statuscode: status });
    tried(() => { promise(world); });
    world.ledger.store.update("duly_promise", { id }, { statecode: 0, statuscode: promiseStatus.open, ...world.pick([{}, { duly_promisedate: "2026-04-29" }]) });
  },
  "plan.reopened": (world) => {
    plan(world);
    const id = idOf(world, "duly_plan");
    world.ledger.store.update("duly_plan", { id }, { statecode: 1, statuscode: planStatus.cancelled });
    tried(() => { plan(world); });
    world.ledger.store.update("duly_plan", { id }, { statecode: 0, statuscode: planStatus.open });
  },
  "planinstalment.create": (world) => { world.ledger.store.create("duly_planinstalment", { duly_name: "x", duly_sequence: 1 + world.below(9), duly_dueon: dayOf(world), duly_amount: amountOf(world) }); },
  "planinstalment.update": (world) => { plan(world); change("duly_planinstalment", () => world.pick<Record<string, Value>>([{ duly_dueon: dayOf(world) }, { duly_amount: amountOf(world) }, { duly_dueon: null }]))(world); },
  "planinstalment.delete": (world) => { plan(world); removal("duly_planinstalment")(world); },
  "planitem.delete": (world) => { plan(world); removal("duly_planitem")(world); },
  "promiseline.delete": (world) => { promise(world); removal("duly_promiseline")(world); },
  "plan.removed": (world) => { plan(world); removal("duly_plan")(world); },
  "dispute.dated": routed, "dispute.routed": routed, "dispute.credit.create": routed,
  "dispute.reasoned": afterRouted((world) => ({ duly_disputereason: reference("duly_disputereason", idOf(world, "duly_disputereason")) })),
  "dispute.credit.update": afterRouted((world) => ({ duly_credit: amountOf(world) })),
  "dispute.approved": (world) => {
    if (world.below(2) === 0) change("duly_dispute", () => ({ duly_approvedby: reference("systemuser", "anna") }))(world);
    else afterRouted(() => ({ statuscode: disputeStatus.open }))(world);
  },
  "dispute.close": afterRouted(() => ({ statecode: 1, statuscode: disputeStatus.resolved })),
  "disputetask.done": afterTask(({ pick }) => ({ statecode: 1, statuscode: disputetaskStatus.done, ...pick([{}, { duly_outcome: "done" }]) })),
  "disputetask.followed": afterTask(() => ({ statecode: 1, statuscode: disputetaskStatus.done, duly_outcome: "done" })),
  "contactpoint.spelling.create": contact, "contactpoint.spelling.update": change("duly_contactpoint", ({ pick }) => ({ duly_name: pick(["a@b.example", "no address", "a@b.example\nBcc: c@d.example", ...names]) })),
  "charge.principalpaid": (world) => { charge(world); change("duly_openitem", () => ({ duly_openamount: "0", statecode: 1, statuscode: openitemStatus.paid }))(world); },
  "charge.waive.create": charge, "charge.waive.update": (world) => { charge(world); change("duly_charge", ({ pick }) => ({ statuscode: chargeStatus.waived, ...pick([{}, { duly_waivereason: "goodwill" }]) }))(world); },
  "alert.close": closed,
  "communication.closing": change("duly_communication", ({ pick }) => ({ statuscode: pick([communicationStatus.done, communicationStatus.served]), duly_channel: pick([channel.phone, channel.pec]) })),
  "duly_ProposePlan": call("duly_ProposePlan", (world) => ({ DebtorId: world.pick([...world.debtors, "none"]), Instalments: 1 + world.below(12) })),
  "duly_CostReport": call("duly_CostReport", (world) => ({ CompanyId: world.ledger.companyId, From: "2026-03-01", To: dayOf(world) })),
  "segment.check": segment, "segment.changed": (world) => { segment(world); change("duly_segment", ({ pick }) => ({ duly_fetchxml: pick(views) }))(world); },
  "duly_EvaluateSegments": (world) => { segment(world); call("duly_EvaluateSegments", () => ({ CompanyId: world.ledger.companyId, ...world.pick([{}, { AsOf: dayOf(world) }, { Cursor: "C" }]) }))(world); },
  "duly_ListSegmentDebtors": (world) => { segment(world); call("duly_ListSegmentDebtors", () => ({ CompanyId: world.ledger.companyId, SegmentId: idOf(world, "duly_segment") }))(world); },
  "duly_ListTermDeviations": (world) => { change("duly_debtor", ({ below }) => ({ duly_termsdays: below(60) }))(world); call("duly_ListTermDeviations", () => ({ CompanyId: world.ledger.companyId }))(world); },
  "duly_BalanceCalls": (world) => {
    const { store, companyId } = world.ledger;
    store.put("duly_collector", { duly_name: world.pick(names), duly_company: reference("duly_company", companyId), duly_user: reference("systemuser", `u${world.below(3)}`), duly_capacity: world.below(4) });
    store.create("duly_communication", { duly_name: world.pick(names), duly_debtor: debtorOf(world), duly_company: reference("duly_company", companyId), duly_channel: channel.phone, duly_plannedon: dayOf(world), statuscode: communicationStatus.ready });
    call("duly_BalanceCalls", () => ({ CompanyId: companyId, Day: dayOf(world) }))(world);
  },
  "optout.created": optOut, "optout.changed": (world) => { optOut(world); change("duly_optout", () => ({ duly_endson: dayOf(world) }))(world); },
  "optout.removed": (world) => { optOut(world); removal("duly_optout")(world); },
  "duly_ReceiveReply": call("duly_ReceiveReply", ({ pick, ledger }) => ({ Channel: pick(["email", "sms"]), Address: String(pick(ledger.store.all("duly_contactpoint")).duly_name ?? ""), Words: pick(["STOP", "stop!", ...names]) })),
  "call.counted": madeCall, "call.made": madeCall,
  "phonecall.ended": endedPhonecall, "call.followed": movedCall, "call.given": movedCall,
  "debtor.vulnerable": change("duly_debtor", () => ({ duly_vulnerable: true })),
  "debtor.insolvent": change("duly_debtor", (world) => ({ duly_insolventon: dayOf(world) })),
  "debtor.insolvent.create": (world) => { world.ledger.debtor(`I-${world.below(1_000_000)}`, { duly_insolventon: dayOf(world) }); },
  "templatetext.words.create": words, "templatetext.words.update": changedWords,
  "company.sender.create": (world) => { world.ledger.store.create("duly_company", { duly_name: world.pick(names), duly_code: `S-${world.below(1_000_000)}`, duly_sender: world.pick(senders) }); },
  "company.sender.update": change("duly_company", ({ pick }) => ({ duly_sender: pick(senders) })),
  "template.kind": change("duly_template", ({ pick }) => ({ duly_kind: pick([templatekind.formalNotice, templatekind.envelope, templatekind.message]) })),
  "duly_RecordDelivery": call("duly_RecordDelivery", (world) => ({ CommunicationId: idOf(world, "duly_communication"), Event: world.pick(["accepted", "delivered", "bounced", "lost"]), Words: world.pick(names) })),
  "duly_CheckContact": call("duly_CheckContact", (world) => ({ DebtorId: world.pick(world.debtors), Channel: world.pick(["email", "sms", "phone", "no channel"]), Moment: `${dayOf(world)}T${String(world.below(24)).padStart(2, "0")}:00:00Z` })),
  "duly_ReleaseMessages": (world) => { change("duly_communication", () => ({ statuscode: communicationStatus.planned, duly_scheduledfor: "2026-03-01T09:00:00Z" }))(world); call("duly_ReleaseMessages", ({ ledger }) => ({ CompanyId: ledger.companyId }))(world); },
  "duly_StartRun": (world) => { world.ledger.store.execute("duly_StartRun", { CompanyId: world.ledger.companyId, AsOf: dayOf(world), Mode: world.pick([591850000, 591850001, 7]) }); },
  "duly_ProcessRunPage": watched, "duly_FinishRun": night,
  "duly_ExplainDecision": call("duly_ExplainDecision", (world) => ({ DebtorId: world.pick([...world.debtors, "none", ""]), AsOf: dayOf(world) })),
  "duly_CheckBeforeSend": call("duly_CheckBeforeSend", (world) => ({ CommunicationId: idOf(world, "duly_communication") })),
  "duly_Ping": call("duly_Ping", ({ pick }) => ({ Anything: pick(names) })),
  "openitem.stated": change("duly_openitem", (world) => world.pick<Record<string, Value>>([{ duly_openamount: amountOf(world) }, { duly_amount: amountOf(world) }, { duly_openamount: "-1" }, { statecode: 1 }, { statecode: 1, statuscode: openitemStatus.writtenOff }])),
  "item written off": change("duly_openitem", () => ({ statecode: 1, statuscode: openitemStatus.writtenOff })),
};
