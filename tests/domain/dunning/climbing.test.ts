import type { Day } from "#domain/calendar/day";
import { decide } from "#domain/dunning/decide";
import { wantedChannel } from "#domain/dunning/delivery";
import { carriedOut } from "#domain/dunning/forecast";
import type { Policy } from "#domain/dunning/policy";
import { worldOf } from "#domain/dunning/world";
import { money } from "#domain/money/money";
import type { Strategy } from "#domain/strategies/strategy";
import { day, eur, factsOf, huf, itemOf, ladderAt, policyOf, stepOf, strategyOf } from "../../builders/facts";
import { play } from "../../builders/ladder";

/** How ladders are climbed. Items are due on Monday 2 March 2026 unless said; the steps come 3, 10 and 20 days later. */
const nights = (from: string, count = 60) => ({ from: day(from), nights: count });
const ladder = (parts: Partial<Strategy>, ...offsets: readonly number[]): Strategy => ({ ...strategyOf(...(offsets.length === 0 ? [3, 10, 20] : offsets)), ...parts });
const one = (strategy: Strategy, parts: Partial<Policy> = {}) => [factsOf([itemOf("A")]), policyOf(strategy, parts)] as const;
const reasonOf = (facts: ReturnType<typeof factsOf>, policy: Policy, asOf: Day) => decide(facts, policy, asOf).reasons[0]?.code;

describe("A-03: nights that were missed are caught up", () => {
  test.each<[Strategy["escalation"], string[][]]>([
    ["oneStep", [["2026-03-17", "A@1"], ["2026-03-24", "A@2"], ["2026-04-03", "A@3"]]],
    ["highestDue", [["2026-03-17", "A@2"], ["2026-03-27", "A@3"]]],
  ])("by %s", (escalation, reminders) => {
    expect(play(...one(ladder({ escalation })), nights("2026-03-17"))).toEqual(reminders);
  });
});

describe("A-24: an item that is 25 days late when it is first seen", () => {
  const late = "2026-03-27";
  test("begins at the first step, or at the one that matches its days past due", () => {
    expect(play(...one(ladder({})), nights(late, 1))).toEqual([[late, "A@1"]]);
    expect(play(...one(ladder({ beginning: "matchingStep" })), nights(late))).toEqual([[late, "A@3"]]);
  });
  test("is not written to more often than the strategy allows", () => {
    const facts = factsOf([itemOf("A")], { debtor: { lastActionOn: day("2026-03-24") } });
    const policy = policyOf(ladder({ daysBetween: 10 }));
    expect(reasonOf(facts, policy, day(late))).toBe("contactedRecently");
    expect(play(facts, policy, nights(late, 12))).toEqual([["2026-04-03", "A@1"]]);
  });
});

test("A-30: a step counted from the previous one counts from the day on which that was really sent", () => {
  const strategy = { ...strategyOf(5), steps: [stepOf(1, 5), stepOf(2, 7, { base: "previousStep" })] };
  // Saturday 7 March moves to Monday 9 March; seven days later is Monday 16 March.
  expect(play(...one(strategy), nights("2026-03-02"))).toEqual([["2026-03-09", "A@1"], ["2026-03-16", "A@2"]]);
});

test("A-30: going to the highest step due does not pass over the days of a step that is counted from one not sent yet", () => {
  const steps = [stepOf(1, 5), stepOf(2, 7, { base: "previousStep" }), stepOf(3, 7, { base: "previousStep" })];
  const strategy: Strategy = { ...strategyOf(5), steps, escalation: "highestDue" };
  expect(play(...one(strategy), nights("2026-03-03"))).toEqual([["2026-03-09", "A@1"], ["2026-03-16", "A@2"], ["2026-03-23", "A@3"]]);
  // First looked at on the 16th, 14 days late: the second step, 12 days after the due date, has passed, the third, after 19, has not.
  expect(play(...one(strategy), nights("2026-03-16"))).toEqual([["2026-03-16", "A@2"], ["2026-03-23", "A@3"]]);
});

describe("A-16: five items at levels 1 to 3 that fall on one day", () => {
  const items = ["2026-03-02", "2026-03-02", "2026-03-12", "2026-03-12", "2026-03-19"].map((due, index) =>
    itemOf(`I${index}`, { dueOn: day(due), ladder: [ladderAt(2, "2026-03-12"), ladderAt(2, "2026-03-12"), ladderAt(1, "2026-03-15"), ladderAt(1, "2026-03-15"), ladderAt(0, null)][index] ?? ladderAt(0, null) }));
  const messages = (grouping: Strategy["grouping"]) => decide(factsOf(items), policyOf(ladder({ grouping })), day("2026-03-23")).actions
    .flatMap((action) => (action.kind === "planCommunication" ? [{ level: action.step.sequence, items: action.lines.map((line) => `${line.item.id}@${line.step.sequence}`) }] : []));
  test("are one message at level 3 that lists each with its own level", () => {
    expect(messages("highestLevel")).toEqual([{ level: 3, items: ["I0@3", "I1@3", "I2@2", "I3@2", "I4@1"] }]);
  });
  test("or one message for each level", () => {
    expect(messages("eachLevel").map(({ level, items: told }) => [level, told.length])).toEqual([[1, 1], [2, 2], [3, 2]]);
  });
});

describe("A-26: the ladder of the debtor", () => {
  const strategy = ladder({ ladder: "debtor" });
  test("all items that are told are told of the same step, whenever each was issued and whatever its deadline was", () => {
    const items = [
      itemOf("A", { dueOn: day("2026-03-02"), issuedOn: day("2026-02-02"), ladder: { ...ladderAt(1, "2026-03-05"), deadline: day("2026-03-10") } }),
      itemOf("B", { dueOn: day("2026-03-09"), issuedOn: day("2026-03-12") }),
    ];
    const steps = [stepOf(1, 0), stepOf(2, 1, { base: "previousStep" }), stepOf(3, 5, { base: "previousStep" })];
    expect(play(factsOf(items), policyOf({ ...strategy, steps, escalation: "highestDue" }), nights("2026-03-12", 1))).toEqual([["2026-03-12", "A@3", "B@3"]]);
  });
  test("one level for all overdue items, by the oldest", () => {
    const facts = factsOf([itemOf("A"), itemOf("B", { dueOn: day("2026-03-10") })]);
    expect(play(facts, policyOf(strategy), nights("2026-03-02", 25))).toEqual([["2026-03-05", "A@1"], ["2026-03-12", "A@2", "B@2"], ["2026-03-23", "A@3", "B@3"]]);
  });
  test("when the oldest is paid the level is reckoned from the next, and none is skipped", () => {
    const paid = { open: 0n, allocations: [{ bookedOn: day("2026-03-13"), amount: money(10_000n, eur) }] };
    const facts = factsOf([itemOf("A", paid), itemOf("B", { dueOn: day("2026-03-12") })]);
    expect(play(facts, policyOf(strategy), nights("2026-03-02", 40))).toEqual([
      ["2026-03-05", "A@1"], ["2026-03-12", "A@2"], ["2026-03-16", "B@1"], ["2026-03-23", "B@2"], ["2026-04-02", "B@3"],
    ]);
  });
});

describe("a step counted from the due date that follows one counted from the step before", () => {
  const steps = [stepOf(1, 10), stepOf(2, 16, { base: "previousStep" }), stepOf(3, 40)];
  const told = (dueOn: string) => play(factsOf([itemOf("A", { dueOn: day(dueOn) })]), policyOf({ ...strategyOf(3), steps }), { from: day("2026-03-02"), nights: 70 }).map(([on]) => on);
  test("keeps the shift of the calendar: planned 14 days apart, so they lie", () => {
    // Due on Friday 6 March: step 1 on Monday the 16th, step 2 on Wednesday 1 April, step 3 would be on the 15th, its own date as well.
    expect(told("2026-03-06")).toEqual(["2026-03-16", "2026-04-01", "2026-04-15"]);
    // Due on the Thursday before: step 1 falls on Sunday the 15th and moves to the 16th; step 3 counts from there, not from the due date.
    expect(told("2026-03-05")).toEqual(["2026-03-16", "2026-04-01", "2026-04-15"]);
  });
  test("and comes as long after it for an item that was late from the start", () => {
    expect(told("2025-12-01")).toEqual(["2026-03-02", "2026-03-18", "2026-04-01"]);
  });
});

test("A-45: a deadline that the message sets is printed, and the next step does not come before it is over", () => {
  const strategy = { ...strategyOf(3), steps: [stepOf(1, 3, { deadlineDays: 14 }), stepOf(2, 5)] };
  const [facts, policy] = one(strategy);
  expect(decide(facts, policy, day("2026-03-05")).actions[0]).toMatchObject({ kind: "planCommunication", deadline: "2026-03-19" });
  expect(play(facts, policy, nights("2026-03-02"))).toEqual([["2026-03-05", "A@1"], ["2026-03-20", "A@2"]]);
  const waiting = factsOf([itemOf("A", { ladder: ladderAt(1, "2026-03-05", { deadline: day("2026-03-19") }) })]);
  expect(reasonOf(waiting, policy, day("2026-03-10"))).toBe("beforeDeadline");
});

test("the last step is repeated where the strategy says so, and an item is spoken of at most so often", () => {
  const reminders = play(...one(ladder({ end: "repeat", repeatDays: 14, attempts: 4 })), nights("2026-03-02", 120));
  expect(reminders).toEqual([["2026-03-05", "A@1"], ["2026-03-12", "A@2"], ["2026-03-23", "A@3"], ["2026-04-06", "A@3"]]);
  const worn = factsOf([itemOf("A", { ladder: ladderAt(1, "2026-03-05", { attempts: 4 }) })]);
  expect(reasonOf(worn, policyOf(ladder({ attempts: 4 })), day("2026-03-12"))).toBe("attemptsUsedUp");
});

describe("minimums", () => {
  const share = { ...strategyOf(3), steps: [stepOf(1, 3, { minimumShare: 6_000 })] };
  test.each([[6_000n, "reminded"], [5_999n, "belowMinimumPercent"]] as const)("of 100.00 EUR %s cents are open, the step wants 60 %%: %s", (open, code) => {
    expect(reasonOf(factsOf([itemOf("A", { open })]), policyOf(share), day("2026-03-05"))).toBe(code);
  });
  test.each([[499n, "belowTolerance"], [500n, "reminded"]] as const)("L-17: %s cents against a tolerance of 5.00 EUR: %s", (open, code) => {
    const policy = policyOf();
    const tolerant = { ...policy, company: { ...policy.company, tolerance: money(500n, eur) } };
    expect(reasonOf(factsOf([itemOf("A", { open })]), tolerant, day("2026-03-05"))).toBe(code);
  });
  test.each([[1_999n, "belowTolerance"], [2_000n, "reminded"]] as const)("A-19: %s HUF against a tolerance of 5.00 EUR, which is 2,000 HUF: %s", (open, code) => {
    const policy = policyOf();
    const tolerant = { ...policy, company: { ...policy.company, tolerance: money(500n, eur) } };
    const item = { ...itemOf("A"), amount: money(open, huf), openAmount: money(open, huf) };
    expect(reasonOf(factsOf([item]), tolerant, day("2026-03-05"))).toBe(code);
  });
});

describe("C-26: what a step does instead when something is true of the debtor", () => {
  const variant = { name: "ordered", context: "newOrder" as const, days: 2, skip: false, templateId: "thanks", channel: "phone" as const };
  const strategy = { ...strategyOf(3), steps: [stepOf(1, 3, { variants: [variant] })] };
  const templates = new Map(["reminder", "thanks"].map((id) => [id, { id, name: id, channel: null, texts: [{ name: id, language: "english" as const, subject: id, body: id }] }]));
  const contactPoints = [
    { address: "pay@buyer.example", channel: "email" as const, purpose: "main" as const, primary: true, bounced: false, invalid: false },
    { address: "+3612345678", channel: "phone" as const, purpose: "main" as const, primary: true, bounced: false, invalid: false },
  ];
  const planned = (lastOrderOn: Day | null) => decide(factsOf([itemOf("A")], { contactPoints, debtor: { lastOrderOn } }), policyOf(strategy, { templates }), day("2026-03-05"))
    .actions.flatMap((action) => (action.kind === "planCommunication" ? [`${action.channel} ${action.text.subject}`] : []));
  test.each([[day("2026-03-04"), ["phone thanks"]], [day("2026-03-02"), ["email reminder"]], [null, ["email reminder"]]])("ordered on %s: %j", (on, messages) => {
    expect(planned(on)).toEqual(messages);
  });
  test("a step may be left out while the context lasts", () => {
    const skipping = { ...strategyOf(3), steps: [stepOf(1, 3, { variants: [{ ...variant, context: "recentPayment", skip: true }] })] };
    const facts = factsOf([itemOf("A")], { debtor: { lastPaymentOn: day("2026-03-05") } });
    expect(play(facts, policyOf(skipping), nights("2026-03-02"))).toEqual([["2026-03-09", "A@1"]]);
  });
});

describe("C-28: an item with a strategy of its own is told in the words of that one", () => {
  const steps = (id: string) => [3, 10, 17].map((offset, index) => stepOf(index + 1, offset, { id: `${id}${index + 1}`, templateId: id }));
  const [firm, soft] = ["firm", "soft"].map((id) => ({ ...strategyOf(), id, name: id, steps: steps(id) }));
  const templates = new Map(["firm", "soft"].map((id) => [id, { id, name: id, channel: null, texts: [{ name: id, language: "english" as const, subject: id, body: id }] }]));
  test("at one level as at two: a message for each strategy", () => {
    const policy = policyOf(firm, { templates, strategies: new Map([firm, soft].flatMap((one) => (one === undefined ? [] : [[one.id, one] as const]))) });
    const at = (level: number, on: string | null) => factsOf([itemOf("A", { ladder: ladderAt(level, on) }), itemOf("B", { strategyId: "soft", dueOn: day(level === 0 ? "2026-03-02" : "2026-03-16") })]);
    const messages = (facts: ReturnType<typeof factsOf>, on: string) => decide(facts, policy, day(on)).actions
      .flatMap((action) => (action.kind === "planCommunication" ? [[action.text.subject, action.step.sequence, action.lines.map(({ item }) => item.id)]] : []));
    expect(messages(at(0, null), "2026-03-05")).toEqual([["firm", 1, ["A"]], ["soft", 1, ["B"]]]);
    expect(messages(at(2, "2026-03-12"), "2026-03-19")).toEqual([["firm", 3, ["A"]], ["soft", 1, ["B"]]]);
  });
});

describe("a second person", () => {
  test("L-19: a legal step waits for approval, and the item rests until it is decided about", () => {
    const strategy = { ...strategyOf(3), steps: [stepOf(1, 3), stepOf(2, 10, { legal: true })] };
    const facts = factsOf([itemOf("A", { ladder: ladderAt(1, "2026-03-05") })]);
    const decision = decide(facts, policyOf(strategy), day("2026-03-12"));
    expect(decision.actions[0]).toMatchObject({ kind: "planCommunication", needsApproval: true });
    expect(decision.reasons[0]?.code).toBe("awaitingApproval");
    expect(decision.actions.filter(({ kind }) => kind === "advanceItem")).toEqual([]);
    expect(decision.actions).toContainEqual(expect.objectContaining({ kind: "scheduleDebtor", level: 1, outlook: { nextActionOn: null, nextStepId: "step2", stagesToLegal: 1 } }));
    const waiting = carriedOut(facts, decision, day("2026-03-12"));
    expect(decide(waiting, policyOf(strategy), day("2026-05-04"))).toMatchObject({ reasons: [{ code: "awaitingApproval" }], nextActionOn: null });
  });
  test("E-17: every message of a flagged debtor goes to the review queue instead of being sent", () => {
    const decision = decide(factsOf([itemOf("A")], { debtor: { manualReview: true } }), policyOf(), day("2026-03-05"));
    expect(decision.actions[0]).toMatchObject({ kind: "planCommunication", needsApproval: true });
  });
});

test("H-34, H-35: the next step, its day and the stages that remain until legal are said, at step 2 of 5 with legal at 5 there are 3", () => {
  const steps = [3, 10, 20, 30, 40].map((offset, index) => stepOf(index + 1, offset, { legal: index === 4 }));
  const facts = factsOf([itemOf("A", { ladder: ladderAt(2, "2026-03-12") })]);
  const scheduled = decide(facts, policyOf({ ...strategyOf(3), steps }), day("2026-03-13")).actions.find((action) => action.kind === "scheduleDebtor");
  expect(scheduled).toMatchObject({ outlook: { nextActionOn: "2026-03-23", nextStepId: "step3", stagesToLegal: 3 } });
});

describe("credit class and payment type", () => {
  const creditClasses = new Map([["public", { name: "Ente Pubblico", dunnable: true, strategyId: null, channel: "pec" as const, graceDays: 30 }]]);
  const contactPoints = [{ address: "ente@pec.example", channel: "pec" as const, purpose: "main" as const, primary: true, bounced: false, invalid: false }];
  test("T-37, T-38: the class decides means and timing", () => {
    const facts = factsOf([itemOf("A")], { contactPoints, debtor: { creditClassId: "public" } });
    expect(play(facts, policyOf(strategyOf(0, 30), { creditClasses }), nights("2026-03-02", 90))).toEqual([["2026-04-01", "A@1"], ["2026-05-01", "A@2"]]);
    expect(decide(facts, policyOf(strategyOf(0, 30), { creditClasses }), day("2026-04-01")).actions[0]).toMatchObject({ channel: "pec", address: "ente@pec.example" });
  });
  const paymentTypes = new Map([["riba", { name: "RiBa", dunnable: true, channel: null, graceDays: 10 }], ["sdd", { name: "Direct debit", dunnable: false, channel: null, graceDays: 0 }]]);
  test.each([
    { ofClass: "pec", ofType: "sms", preferred: "letter", wanted: "pec" },
    { ofClass: null, ofType: "sms", preferred: "letter", wanted: "sms" },
    { ofClass: null, ofType: null, preferred: "letter", wanted: "letter" },
    { ofClass: null, ofType: null, preferred: null, wanted: "email" },
  ] as const)("class $ofClass, payment type $ofType, debtor $preferred, step email: $wanted is wanted", ({ ofClass, ofType, preferred, wanted }) => {
    const policy = policyOf(strategyOf(3), {
      creditClasses: new Map([["class", { name: "Class", dunnable: true, strategyId: null, channel: ofClass, graceDays: 0 }]]),
      paymentTypes: new Map([["card", { name: "Card", dunnable: true, channel: ofType, graceDays: 0 }]]),
    });
    const world = worldOf(factsOf([], { debtor: { creditClassId: "class", preferredChannel: preferred } }), policy, day("2026-03-05"));
    expect(wantedChannel({ item: itemOf("A", { paymentTypeId: "card" }), step: stepOf(1, 3), variant: null }, world)).toBe(wanted);
  });

  test("T-41: RiBa has ten days of grace", () => {
    expect(play(factsOf([itemOf("A", { paymentTypeId: "riba" })]), policyOf(strategyOf(3), { paymentTypes }), nights("2026-03-02", 30))).toEqual([["2026-03-16", "A@1"]]);
  });
  test("a payment type may forbid dunning", () => {
    expect(reasonOf(factsOf([itemOf("A", { paymentTypeId: "sdd" })]), policyOf(strategyOf(3), { paymentTypes }), day("2026-03-30"))).toBe("paymentTypeNotDunnable");
  });
});

describe("never by itself", () => {
  test.each([
    ["T-31: an item in litigation", factsOf([itemOf("A", { status: "inLitigation" })]), "inLitigation"],
    ["a vulnerable debtor", factsOf([itemOf("A")], { debtor: { vulnerable: true } }), "vulnerable"],
    ["L-13: an insolvent debtor", factsOf([itemOf("A")], { debtor: { insolventOn: day("2026-03-01") } }), "insolvent"],
  ])("%s", (_, facts, code) => {
    const decision = decide(facts, policyOf(), day("2026-03-30"));
    expect([decision.reasons[0]?.code, decision.actions.filter((action) => action.kind === "planCommunication")]).toEqual([code, []]);
  });
});

describe("A-41: the strategy was changed while the ladder was under way", () => {
  const facts = factsOf([itemOf("A", { ladder: ladderAt(2, "2026-03-12", { version: "standard then" }) })]);
  const changed = (policyChange: Strategy["policyChange"]) => policyOf(ladder({ policyChange, version: "standard now" }, 3, 10, 25));
  test("the level stays and the next day is reckoned anew", () => {
    expect(play(facts, changed("keepLevel"), nights("2026-03-23"))).toEqual([["2026-03-27", "A@3"]]);
  });
  test("or the ladder begins again, in a new cycle", () => {
    expect(decide(facts, changed("restart"), day("2026-03-23")).actions).toContainEqual(expect.objectContaining({ kind: "advanceItem", level: 1, cycle: 1, attempts: 1 }));
  });

  describe("on the ladder of the debtor", () => {
    const told = ladderAt(2, "2026-03-12", { version: "standard then", attempts: 2, deadline: day("2026-03-30") });
    const items = [itemOf("A", { ladder: told }), itemOf("B", { dueOn: day("2026-03-10") })];
    const together = (policyChange: Strategy["policyChange"]) => policyOf(ladder({ ladder: "debtor", policyChange, version: "standard now" }, 3, 10, 25));
    test("the debtor keeps its level", () => {
      expect(play(factsOf(items), together("keepLevel"), nights("2026-03-20", 14))).toEqual([["2026-03-31", "A@3", "B@3"]]);
    });
    test("or begins again with all its items, whatever deadline ran", () => {
      expect(play(factsOf(items), together("restart"), nights("2026-03-20", 25))).toEqual([["2026-03-20", "A@1", "B@1"], ["2026-03-27", "A@2", "B@2"], ["2026-04-13", "A@3", "B@3"]]);
      const advanced = decide(factsOf(items), together("restart"), day("2026-03-20")).actions.flatMap((action) => (action.kind === "advanceItem" ? [[action.itemId, action.level, action.cycle, action.attempts]] : []));
      expect(advanced).toEqual([["A", 1, 1, 1], ["B", 1, 0, 1]]);
    });
    test("an item that was on hold meanwhile joins the others where they are, and lifts them to no old level", () => {
      const hold = { itemId: "C", startsOn: day("2026-03-19"), endsOn: day("2026-03-22"), pauses: false };
      const facts = factsOf([...items, itemOf("C", { ladder: ladderAt(3, "2026-03-12", { version: "standard then" }) })], { holds: [hold] });
      expect(play(facts, together("restart"), nights("2026-03-20", 10))).toEqual([["2026-03-20", "A@1", "B@1"], ["2026-03-27", "A@2", "C@2", "B@2"]]);
    });
  });
});

describe("A-43: ten days on hold within the time past due", () => {
  const hold = (pauses: boolean) => ({ itemId: null, startsOn: day("2026-03-04"), endsOn: day("2026-03-13"), pauses });
  test.each([[false, "2026-03-16"], [true, "2026-03-16"]] as const)("days on hold not counted: %s; the first step follows on %s", (pauses, on) => {
    expect(play(factsOf([itemOf("A")], { holds: [hold(pauses)] }), policyOf(), nights("2026-03-02", 20))[0]).toEqual([on, "A@1"]);
  });
  test("the second step comes ten days later when they are not counted, and the days past due stay real", () => {
    const facts = (pauses: boolean) => factsOf([itemOf("A", { ladder: ladderAt(1, "2026-03-03") })], { holds: [hold(pauses)] });
    const policy = policyOf(strategyOf(1, 12));
    expect(play(facts(false), policy, nights("2026-03-14", 30))).toEqual([["2026-03-16", "A@2"]]);
    expect(play(facts(true), policy, nights("2026-03-14", 30))).toEqual([["2026-03-24", "A@2"]]);
    expect(decide(facts(true), policy, day("2026-03-24")).reasons[0]?.compared["daysPastDue"]).toBe(22);
  });
});

test("the example of docs/admin/strategies.md: a deadline holds the second step back, the third counts from when that was sent", () => {
  const steps = [stepOf(1, 3, { deadlineDays: 7 }), stepOf(2, 10), stepOf(3, 14, { base: "previousStep" })];
  const policy = policyOf({ ...strategyOf(), steps });
  expect(play(factsOf([itemOf("a", { dueOn: day("2026-03-02") })]), policy, { from: day("2026-03-02"), nights: 40 }))
    .toEqual([["2026-03-05", "a@1"], ["2026-03-13", "a@2"], ["2026-03-27", "a@3"]]);
});
