import type { RawRow } from "#bridge/sdk/value";
import { decisionreason, disputeStatus, disputetaskStatus, taskorder } from "#solution/generated/names";
import { type Ledger, ledgerOfOneItem, reference } from "../../builders/rules/ledger";

/** A complaint about an item of 100.00, raised on Friday 6 March 2026; the item was due on Monday 2 March. */
let ledger: Ledger;
let debtorId: string;
let itemId: string;
beforeEach(async () => { ({ ledger, debtorId, itemId } = await ledgerOfOneItem("2026-03-06")); });

const at = (day: string): void => { ledger.store.nowUtc = `${day}T09:00:00Z`; };

function department(name: string): string {
  return ledger.store.put("duly_department", {
    duly_name: name, duly_code: name.toLowerCase(), duly_team: { ...reference("team", `team-${name}`), name }, duly_queue: { ...reference("queue", `queue-${name}`), name },
  });
}

/** A reason with a task for each department, each with its business days. */
function reason(departments: Readonly<Record<string, number>>, columns: RawRow = {}): string {
  const id = ledger.store.put("duly_disputereason", { duly_name: "Price", duly_code: "price", duly_taskorder: taskorder.sequence, duly_deadlinedays: null, duly_approvalfrom: null, transactioncurrencyid: null, ...columns });
  for (const [index, [name, days]] of Object.entries(departments).entries()) {
    ledger.store.put("duly_disputeroute", { duly_name: `Ask ${name}`, duly_disputereason: reference("duly_disputereason", id), duly_department: reference("duly_department", department(name)), duly_sequence: index + 1, duly_days: days });
  }
  return id;
}

const open = (reasonId: string, columns: RawRow = {}): string =>
  ledger.store.create("duly_dispute", { duly_name: "Wrong price", duly_openitem: reference("duly_openitem", itemId), duly_disputereason: reference("duly_disputereason", reasonId), ...columns });
const dispute = (id: string): RawRow => ledger.store.row("duly_dispute", id);
const tasks = (): readonly RawRow[] => [...ledger.store.all("duly_disputetask")].sort((left, right) => Number(left.duly_sequence) - Number(right.duly_sequence));
const task = (index: number): string => String(tasks()[index]?.duly_disputetaskid);
const finish = (index: number, outcome: string | null = "Done"): void => { ledger.store.update("duly_disputetask", { id: task(index) }, { statecode: 1, statuscode: disputetaskStatus.done, duly_outcome: outcome }); };
const close = (id: string, statuscode: number = disputeStatus.resolved): void => { ledger.store.update("duly_dispute", { id }, { statecode: 1, statuscode }); };

/** Acts as another user. */
function as(userId: string, act: () => void): void {
  const before = ledger.store.userId;
  ledger.store.userId = userId;
  try { act(); } finally { ledger.store.userId = before; }
}
const colleague = "00000000-0000-4000-8000-0000000000aa";

test("O-38: a dispute that is opened for the customer sets its item to In dispute at once, and keeps it out of the next run", () => {
  ledger.night("2026-03-04");
  const item = () => ledger.store.row("duly_openitem", itemId).duly_reason;
  expect(item()).toBe(decisionreason.stepNotDue);
  at("2026-03-04");
  open(reason({ Sales: 3 }));
  expect(item()).toBe(decisionreason.disputed);
  expect(ledger.night("2026-03-05").Items).toBe(0);
  expect(item()).toBe(decisionreason.disputed);
});

test.each<[string, RawRow]>([["begins only tomorrow", { duly_openedon: "2026-03-07" }], ["was resolved before it came", { statecode: 1, statuscode: disputeStatus.resolved }]])("a dispute that %s leaves the item as it is", (_, columns) => {
  open(reason({}), columns);
  expect(ledger.store.row("duly_openitem", itemId).duly_reason ?? null).toBeNull();
});

test("C-40, H-40: while the dispute lasts its item is left alone and the debtor's others are dunned; the day after it is resolved the item is too", () => {
  const id = open(reason({}));
  const other = ledger.item(debtorId, { due: "2026-03-02", amount: "50.00" });
  ledger.night("2026-03-09");
  expect([itemId, other].map((one) => ledger.store.row("duly_openitem", one).duly_reason)).toEqual([decisionreason.disputed, decisionreason.reminded]);
  at("2026-03-10");
  close(id);
  ledger.night("2026-03-10");
  expect(ledger.store.row("duly_openitem", itemId)).toMatchObject({ duly_reason: decisionreason.reminded, duly_level: 1 });
});

test("H-37: three departments have a task each, owned by their teams, whose queues are three", () => {
  open(reason({ Finance: 2, Billing: 2, Operations: 2 }, { duly_taskorder: taskorder.parallel }));
  expect(tasks().map((row) => (row.ownerid as { id: string }).id)).toEqual(["team-Finance", "team-Billing", "team-Operations"]);
  const queues = tasks().map((row) => ledger.store.row("duly_department", (row.duly_department as { id: string }).id).duly_queue as { id: string });
  expect(new Set(queues.map((queue) => queue.id)).size).toBe(3);
});

test("H-38: three business days from Friday end on Wednesday, for the task and for the dispute", () => {
  const id = open(reason({ Sales: 3 }, { duly_deadlinedays: 3 }));
  expect([tasks()[0]?.duly_deadline, dispute(id).duly_deadline]).toEqual(["2026-03-11", "2026-03-11"]);
});

test("C-42: the reason Price gives Sales a task, then Billing, within five business days", () => {
  const id = open(reason({ Sales: 2, Billing: 3 }, { duly_deadlinedays: 5 }));
  expect(dispute(id).duly_deadline).toBe("2026-03-13");
  expect(tasks()).toMatchObject([
    { duly_name: "Ask Sales", statuscode: disputetaskStatus.open, duly_deadline: "2026-03-10" }, { duly_name: "Ask Billing", statuscode: disputetaskStatus.waiting, duly_deadline: null },
  ]);
  at("2026-03-09");
  finish(0);
  expect(tasks()).toMatchObject([{ statuscode: disputetaskStatus.done, duly_doneon: "2026-03-09" }, { statuscode: disputetaskStatus.open, duly_deadline: "2026-03-12" }]);
});

test.each([["sequence", taskorder.sequence], ["parallel", taskorder.parallel]] as const)("O-40: two departments, in %s: the dispute closes only when both are done", (_, order) => {
  const id = open(reason({ Sales: 2, Billing: 3 }, { duly_taskorder: order }));
  expect(() => { close(id); }).toThrow("DULY-DISPUTE-003");
  finish(0);
  expect(() => { close(id, disputeStatus.rejected); }).toThrow("DULY-DISPUTE-003");
  finish(1);
  close(id);
  expect(dispute(id)).toMatchObject({ statecode: 1, statuscode: disputeStatus.resolved, duly_resolvedon: "2026-03-06" });
});

test("in parallel all begin at once; in sequence nobody overtakes", () => {
  const id = open(reason({ Sales: 2, Billing: 3 }));
  expect(() => { finish(1); }).toThrow("DULY-DISPUTE-002");
  ledger.store.delete("duly_dispute", { id });
  for (const row of tasks()) ledger.store.delete("duly_disputetask", { id: String(row.duly_disputetaskid) });
  open(reason({ Legal: 2, Logistics: 3 }, { duly_code: "goods", duly_taskorder: taskorder.parallel }));
  expect(tasks().map((row) => [row.statuscode, row.duly_deadline])).toEqual([[disputetaskStatus.open, "2026-03-10"], [disputetaskStatus.open, "2026-03-11"]]);
});

test.each([[null], [""], ["  "]])("a task is not closed with the outcome %j", (outcome) => {
  open(reason({ Sales: 2 }));
  expect(() => { finish(0, outcome); }).toThrow("DULY-DISPUTE-006");
  expect(tasks()[0]).toMatchObject({ statuscode: disputetaskStatus.open });
});

describe("a reason whose credits need approval from 50.00", () => {
  let reasons = 0;
  const approvable = (): string => reason({}, { duly_code: `price-${reasons++}`, duly_approvalfrom: "50.00", ...ledger.money() });
  const credited = (credit: string): string => open(approvable(), { duly_credit: credit, ...ledger.money() });

  test.each([["below", "49.99", disputeStatus.open], ["at", "50.00", disputeStatus.awaitingApproval], ["above", "50.01", disputeStatus.awaitingApproval]])("%s it: %s", (_, credit, status) => {
    expect(dispute(credited(credit)).statuscode).toBe(status);
  });

  test("is not resolved before it was approved, and not approved by who entered it", () => {
    const id = credited("60.00");
    expect(() => { close(id); }).toThrow("DULY-DISPUTE-004");
    expect(() => { ledger.store.update("duly_dispute", { id }, { statuscode: disputeStatus.open }); }).toThrow("DULY-DISPUTE-005");
    expect(() => { ledger.store.update("duly_dispute", { id }, { duly_approvedby: reference("systemuser", colleague) }); }).toThrow("DULY-DISPUTE-007");
    as(colleague, () => { ledger.store.update("duly_dispute", { id }, { statuscode: disputeStatus.open }); });
    expect(dispute(id)).toMatchObject({ statuscode: disputeStatus.open, duly_approvedby: { id: colleague } });
    close(id);
    expect(dispute(id).statuscode).toBe(disputeStatus.resolved);
  });

  describe("O-10: who entered the credit cannot get around the colleague", () => {
    const change = (id: string, columns: RawRow) => () => { ledger.store.update("duly_dispute", { id }, columns); };
    const resolved = { statecode: 1, statuscode: disputeStatus.resolved };
    const waiting = (id: string) => { expect(dispute(id)).toMatchObject({ statecode: 0, statuscode: disputeStatus.awaitingApproval, duly_creditby: { id: "00000000-0000-4000-8000-000000000000" }, duly_approvedby: null }); };

    test.each([["to a colleague", reference("systemuser", colleague)], ["to nobody", null]])("by giving the entry %s", (_, to) => {
      const id = credited("60.00");
      expect(change(id, { duly_creditby: to })).toThrow("DULY-DISPUTE-009 The credit of the dispute Wrong price was entered by somebody, and who that was does not change. Leave Credit entered by as it is; ask a colleague to approve the credit.");
      expect(change(id, { duly_creditby: to, duly_disputereason: dispute(id).duly_disputereason ?? null })).toThrow("DULY-DISPUTE-009");
      waiting(id);
    });

    test("by leaving the reason empty, from the start or afterwards", () => {
      const id = credited("60.00");
      change(id, { duly_disputereason: null })();
      waiting(id);
      expect(change(id, resolved)).toThrow("DULY-DISPUTE-004");
      change(id, { duly_credit: "49.00" })();
      expect(dispute(id).statuscode).toBe(disputeStatus.open);
      waiting(ledger.store.create("duly_dispute", { duly_name: "No reason", duly_openitem: reference("duly_openitem", itemId), duly_credit: "50.00", ...ledger.money() }));
    });

    test("by letting a colleague correct the reason", () => {
      const id = credited("60.00");
      as(colleague, change(id, { duly_disputereason: reference("duly_disputereason", reason({}, { duly_code: "goods", duly_approvalfrom: "20.00", ...ledger.money() })) }));
      waiting(id);
    });

    test("by setting the state alone, or by rejecting and opening again", () => {
      const id = credited("60.00");
      expect(change(id, { statecode: 0 })).toThrow("DULY-DISPUTE-005");
      close(id, disputeStatus.rejected);
      change(id, { statecode: 0, statuscode: disputeStatus.open })();
      waiting(id);
    });

    test("by crediting on closing or after it", () => {
      const id = open(approvable());
      expect(change(id, { ...resolved, duly_credit: "60.00", ...ledger.money() })).toThrow("DULY-DISPUTE-010");
      expect(() => credited("60.00")).not.toThrow();
      expect(() => open(approvable(), { ...resolved, duly_credit: "60.00", ...ledger.money() })).toThrow("DULY-DISPUTE-010");
      close(id);
      expect(change(id, { duly_credit: "60.00", ...ledger.money() })).toThrow("DULY-DISPUTE-010 The credit of the dispute Wrong price needs the approval of another person, which one that is closed cannot get.");
      expect(change(id, { duly_credit: "49.00", ...ledger.money() })).not.toThrow();
    });
  });

  describe("O-10: a closed dispute does not credit what nobody approved", () => {
    const change = (id: string, columns: RawRow) => () => { ledger.store.update("duly_dispute", { id }, columns); };
    const cheap = () => reference("duly_disputereason", reason({}, { duly_code: "goods" }));
    const [resolved, rejected] = [disputeStatus.resolved, disputeStatus.rejected];

    test.each<[string, RawRow]>([
      ["its status alone", { statuscode: resolved }], ["its state alone", { statecode: 1 }], ["both", { statecode: 1, statuscode: resolved }], ["another credit with its state", { statecode: 1, statuscode: resolved, duly_credit: "70.00" }],
    ])("rejected with a credit that waited, then resolved by %s", (_, columns) => {
      const id = credited("60.00");
      close(id, rejected);
      expect(change(id, columns)).toThrow("DULY-DISPUTE-010");
      change(id, { duly_credit: "49.00" })();
      change(id, { statuscode: resolved })();
      expect(dispute(id)).toMatchObject({ statecode: 1, statuscode: resolved });
    });

    test("closed with a small credit, which is raised while rejected", () => {
      const id = credited("10.00");
      close(id);
      change(id, { duly_credit: "5000.00", statuscode: rejected })();
      expect(change(id, { statuscode: resolved })).toThrow("DULY-DISPUTE-010");
    });

    test("what a colleague approved is resolved though it was rejected in between", () => {
      const id = credited("60.00");
      as(colleague, change(id, { statuscode: disputeStatus.open }));
      close(id, rejected);
      change(id, { statuscode: resolved })();
      expect(dispute(id)).toMatchObject({ statuscode: resolved, duly_approvedby: { id: colleague } });
      change(id, { duly_credit: "5000.00", statuscode: rejected })();
      expect(change(id, { statuscode: resolved })).toThrow("DULY-DISPUTE-010");
    });

    test("by another reason there and, once it is closed, back", () => {
      const id = credited("60.00");
      const dear = dispute(id).duly_disputereason ?? null;
      change(id, { duly_disputereason: cheap() })();
      close(id);
      for (const columns of [{ duly_disputereason: dear }, { duly_disputereason: dear, duly_credit: "10.00" }, { duly_disputereason: null }]) {
        expect(change(id, columns)).toThrow("DULY-DISPUTE-011 The dispute Wrong price is closed with a credit that was measured by its reason, so it keeps that reason.");
      }
      change(id, { duly_disputereason: dispute(id).duly_disputereason ?? null, duly_outcome: "Agreed" })();
      change(id, { statecode: 0, statuscode: disputeStatus.open, duly_disputereason: dear })();
      expect(dispute(id)).toMatchObject({ statecode: 0, statuscode: disputeStatus.awaitingApproval });
    });

    test("one that credits nothing may have its reason corrected", () => {
      const id = open(approvable());
      close(id);
      expect(change(id, { duly_disputereason: cheap() })).not.toThrow();
    });
  });

  test("an approval outlives the closing, and being opened again", () => {
    const id = credited("60.00");
    as(colleague, () => { ledger.store.update("duly_dispute", { id }, { statuscode: disputeStatus.open }); });
    close(id);
    ledger.store.update("duly_dispute", { id }, { statecode: 0, statuscode: disputeStatus.open });
    expect(dispute(id)).toMatchObject({ statuscode: disputeStatus.open, duly_approvedby: { id: colleague } });
  });

  test("an approval does not outlive another credit", () => {
    const id = credited("60.00");
    as(colleague, () => { ledger.store.update("duly_dispute", { id }, { statuscode: disputeStatus.open }); });
    ledger.store.update("duly_dispute", { id }, { duly_credit: "80.00" });
    expect(dispute(id)).toMatchObject({ statuscode: disputeStatus.awaitingApproval, duly_approvedby: null });
    ledger.store.update("duly_dispute", { id }, { duly_credit: "10.00" });
    expect(dispute(id).statuscode).toBe(disputeStatus.open);
  });

  test("H-36: the history of a complaint: each state that it reached is a note on it, and its rows say when it was opened, worked on, approved and resolved", () => {
    const id = open(reason({ Sales: 2 }, { duly_approvalfrom: "50.00", ...ledger.money() }));
    at("2026-03-09");
    finish(0, "The price list of 2025 was used.");
    ledger.store.update("duly_dispute", { id }, { duly_credit: "60.00", ...ledger.money() });
    as(colleague, () => { ledger.store.update("duly_dispute", { id }, { statuscode: disputeStatus.open }); });
    at("2026-03-11");
    ledger.store.update("duly_dispute", { id }, { statecode: 1, statuscode: disputeStatus.resolved, duly_outcome: "Credited." });
    expect(dispute(id)).toMatchObject({
      duly_openedon: "2026-03-06", duly_creditby: { id: "00000000-0000-4000-8000-000000000000" }, duly_approvedby: { id: colleague }, duly_resolvedon: "2026-03-11", duly_outcome: "Credited.",
    });
    expect(tasks()).toMatchObject([{ duly_doneon: "2026-03-09", duly_outcome: "The price list of 2025 was used." }]);
    ledger.store.update("duly_dispute", { id }, { statecode: 0, statuscode: disputeStatus.open });
    ledger.store.update("duly_dispute", { id }, { duly_outcome: "Not credited after all." });
    ledger.store.update("duly_dispute", { id }, { statecode: 1, statuscode: disputeStatus.rejected });
    expect(ledger.store.all("annotation").map((note) => [note.subject, note.objectid])).toEqual(
      ["open", "awaiting approval", "open", "resolved", "open", "rejected"].map((state) => [`Dispute ${state}`, reference("duly_dispute", id)]));
  });
});

test("a dispute whose reason is found out later gets its tasks then, once", () => {
  const id = open(reason({}, { duly_code: "unknown" }));
  const price = reference("duly_disputereason", reason({ Sales: 2 }));
  ledger.store.update("duly_dispute", { id }, { duly_disputereason: price });
  ledger.store.update("duly_dispute", { id }, { duly_disputereason: price });
  expect(tasks()).toHaveLength(1);
});

describe("C-40: the day of resolution is the rule's", () => {
  const resolve = (id: string, columns: RawRow): void => { ledger.store.update("duly_dispute", { id }, columns); };
  const closed = { statecode: 1, statuscode: disputeStatus.resolved };

  test("an open dispute gets none by itself, so that its item stays in dispute", () => {
    const id = open(reason({ Sales: 2 }));
    expect(() => { resolve(id, { duly_resolvedon: "2026-03-06" }); }).toThrow("DULY-DISPUTE-008 The dispute Wrong price is not closed, so it has no day of resolution. Leave Resolved on empty, or set the dispute to Resolved or Rejected together with it.");
    expect(() => open(reason({}, { duly_code: "other" }), { duly_resolvedon: "2026-03-09" })).toThrow("DULY-DISPUTE-008");
    expect(ledger.night("2026-03-09").Items).toBe(0);
    expect(ledger.store.row("duly_openitem", itemId).duly_reason).toBe(decisionreason.disputed);
  });

  test("nor one that waits for approval", () => {
    const id = open(reason({}, { duly_approvalfrom: "50.00", ...ledger.money() }), { duly_credit: "60.00", ...ledger.money() });
    expect(() => { resolve(id, { duly_resolvedon: "2026-03-06" }); }).toThrow("DULY-DISPUTE-008");
  });

  test("it is entered on closing, but not before the day on which it was opened; afterwards it is corrected likewise", () => {
    const id = open(reason({}));
    expect(() => { resolve(id, { ...closed, duly_resolvedon: "2026-03-05" }); }).toThrow("DULY-AGREEMENT-003");
    resolve(id, { ...closed, duly_resolvedon: "2026-03-12" });
    expect(ledger.night("2026-03-11").Items).toBe(0);
    expect(() => { resolve(id, { duly_openedon: "2026-03-13" }); }).toThrow("DULY-AGREEMENT-003");
    resolve(id, { duly_resolvedon: "2026-03-11" });
    expect(ledger.night("2026-03-12").Items).toBe(1);
  });

  test("one that was to begin later is resolved on that day, and protects nothing", () => {
    const id = open(reason({}), { duly_openedon: "2026-03-20" });
    close(id);
    expect(dispute(id).duly_resolvedon).toBe("2026-03-20");
  });

  test("an open one is not moved to a day after today, which would free its item until then; nor opened again with one", () => {
    const id = open(reason({}));
    expect(() => { resolve(id, { duly_openedon: "2026-03-07" }); }).toThrow("DULY-DISPUTE-012 The dispute Wrong price is open, but 2026-03-07 is after today");
    for (const day of ["2026-03-04", "2026-03-06"]) resolve(id, { duly_openedon: day });
    expect(ledger.night("2026-03-09").Items).toBe(0);
    at("2026-03-09");
    resolve(id, { ...closed, duly_openedon: "2026-03-20", duly_resolvedon: "2026-03-20" });
    expect(() => { resolve(id, { statecode: 0, statuscode: disputeStatus.open }); }).toThrow("DULY-DISPUTE-012");
    resolve(id, { statecode: 0, statuscode: disputeStatus.open, duly_openedon: "2026-03-06" });
    expect(ledger.night("2026-03-10").Items).toBe(0);
  });

  test("who opens it again cannot keep the day", () => {
    const id = open(reason({}));
    close(id);
    expect(() => { resolve(id, { statecode: 0, statuscode: disputeStatus.open, duly_resolvedon: "2026-03-06" }); }).toThrow("DULY-DISPUTE-008");
    resolve(id, { statecode: 0 });
    expect(dispute(id).duly_resolvedon).toBeNull();
  });
});
