import type { RawRow } from "#bridge/sdk/value";
import { language, paymentStatus, planStatus, promiseStatus } from "#solution/generated/names";
import { type Ledger, ledgerOfOneItem, reference } from "../../builders/rules/ledger";

/** Two items of 100.00 and 50.00, due on Monday 2 March 2026; debtors are told of broken promises. What was kept stays kept, unless money that kept it is taken back. */
let ledger: Ledger;
let debtorId: string;
let itemId: string;
let otherId: string;
beforeEach(async () => {
  ({ ledger, debtorId, itemId } = await ledgerOfOneItem("2026-03-02"));
  otherId = ledger.item(debtorId, { due: "2026-03-02", amount: "50.00" });
  const template = ledger.store.put("duly_template", { duly_name: "Promise broken", duly_code: "promise-broken" });
  ledger.store.put("duly_templatetext", { duly_name: "Promise broken", duly_template: reference("duly_template", template), duly_language: language.english, duly_subject: "Promise", duly_body: "<p>{{promise.amount}}</p>" });
  ledger.night("2026-03-05");
});

const at = (day: string): void => { ledger.store.nowUtc = `${day}T09:00:00Z`; };
const pay = (day: string, amount: string, columns: RawRow = {}): string => {
  at(day);
  return ledger.pay(debtorId, amount, { duly_openitem: reference("duly_openitem", itemId), ...columns });
};
const takeBack = (day: string, id: string): void => {
  at(day);
  ledger.store.update("duly_payment", { id }, { statecode: 1, statuscode: paymentStatus.returned, duly_note: "NSF" });
};
const company = (columns: RawRow): void => { ledger.store.update("duly_company", { id: ledger.companyId }, columns); };
const moveOther = (): void => { ledger.store.update("duly_openitem", { id: otherId }, { duly_debtor: reference("duly_debtor", ledger.debtor("C-2")) }); };
const signals = (): number => ledger.store.all("duly_communication").filter((row) => row.duly_promise != null).length;

describe("a promise by 10 March", () => {
  const promise = (amount: string): string => {
    at("2026-03-06");
    return ledger.store.create("duly_promise", { duly_debtor: reference("duly_debtor", debtorId), duly_promisedate: "2026-03-10", duly_amount: amount, ...ledger.money() });
  };
  /** The state after the next night, the day of judgement, and how many messages say that it is broken. */
  const outcome = (id: string, night: string): unknown => {
    ledger.night(night);
    const { statuscode, duly_judgedon } = ledger.store.row("duly_promise", id);
    return [statuscode, duly_judgedon ?? null, signals()];
  };

  test("is left as it is by money that came after its day, also where another item that kept it went to another debtor", () => {
    const id = promise("40.00");
    pay("2026-03-09", "40.00", { duly_openitem: reference("duly_openitem", otherId) });
    ledger.night("2026-03-10");
    at("2026-03-11");
    moveOther();
    takeBack("2026-03-16", pay("2026-03-11", "30.00"));
    expect(outcome(id, "2026-03-17")).toEqual([promiseStatus.kept, "2026-03-10", 0]);
  });

  test("is left as it is where one of its items went to another debtor, even by money that kept it", () => {
    const id = promise("40.00");
    const payment = pay("2026-03-09", "40.00");
    ledger.night("2026-03-10");
    at("2026-03-11");
    moveOther();
    takeBack("2026-03-16", payment);
    expect(outcome(id, "2026-03-17")).toEqual([promiseStatus.kept, "2026-03-10", 0]);
  });

  test("that a person found kept is left as it is", () => {
    const id = promise("40.00");
    at("2026-03-09");
    ledger.store.update("duly_promise", { id }, { statecode: 1, statuscode: promiseStatus.kept });
    takeBack("2026-03-12", pay("2026-03-09", "30.00"));
    expect(outcome(id, "2026-03-17")).toEqual([promiseStatus.kept, null, 0]);
  });

  test("that was broken and then set to kept by a person is left as it is by money that was not enough", () => {
    const id = promise("40.00");
    const payment = pay("2026-03-09", "30.00");
    ledger.night("2026-03-11");
    at("2026-03-11");
    ledger.store.update("duly_promise", { id }, { statuscode: promiseStatus.kept });
    takeBack("2026-03-12", payment);
    expect(outcome(id, "2026-03-17")).toEqual([promiseStatus.kept, "2026-03-11", 0]);
  });

  describe("that was kept within days of grace which the company no longer allows", () => {
    let id: string;
    let payment: string;
    let tooMuch: string;
    beforeEach(() => {
      company({ duly_promisegracedays: 5 });
      id = promise("40.00");
      tooMuch = pay("2026-03-10", "5.00");
      payment = pay("2026-03-12", "40.00");
      ledger.night("2026-03-13");
      company({ duly_promisegracedays: 0 });
    });

    test("is left as it is by later money", () => {
      takeBack("2026-03-20", pay("2026-03-20", "30.00"));
      expect(outcome(id, "2026-03-23")).toEqual([promiseStatus.kept, "2026-03-13", 0]);
    });

    test("is left as it is by money that it did not need", () => {
      takeBack("2026-03-20", tooMuch);
      expect(outcome(id, "2026-03-23")).toEqual([promiseStatus.kept, "2026-03-13", 0]);
    });

    test("is judged anew without the money that kept it", () => {
      takeBack("2026-03-20", payment);
      expect(outcome(id, "2026-03-23")).toEqual([promiseStatus.partlyKept, "2026-03-23", 0]);
    });
  });

  test("is left as it is by money that was booked in time but counts later", () => {
    const id = promise("40.00");
    const late = pay("2026-03-09", "20.00", { duly_valuedate: "2026-03-31" });
    pay("2026-03-09", "40.00");
    ledger.night("2026-03-10");
    takeBack("2026-03-16", late);
    expect(outcome(id, "2026-03-17")).toEqual([promiseStatus.kept, "2026-03-10", 0]);
  });

  test("is left as it is while the rest is enough by the company's tolerance, and is judged anew once it is not", () => {
    company({ duly_promisetolerance: "90.00" });
    const id = promise("100.00");
    const [first, second] = [pay("2026-03-09", "10.00"), pay("2026-03-09", "5.00")];
    pay("2026-03-09", "85.00");
    ledger.night("2026-03-10");
    takeBack("2026-03-12", first);
    expect(outcome(id, "2026-03-13")).toEqual([promiseStatus.kept, "2026-03-10", 0]);
    takeBack("2026-03-16", second);
    expect(outcome(id, "2026-03-17")).toEqual([promiseStatus.partlyKept, "2026-03-17", 0]);
  });

  test("that was partly kept is left as it is while some of the money stays, and is broken without any", () => {
    const id = promise("40.00");
    const [first, second] = [pay("2026-03-09", "10.00"), pay("2026-03-10", "5.00")];
    ledger.night("2026-03-11");
    takeBack("2026-03-12", first);
    expect(outcome(id, "2026-03-13")).toEqual([promiseStatus.partlyKept, "2026-03-11", 0]);
    takeBack("2026-03-16", second);
    expect(outcome(id, "2026-03-17")).toEqual([promiseStatus.broken, "2026-03-17", 1]);
  });
});

describe("a repayment plan of one instalment on 10 March", () => {
  const plan = (amount: string): string => {
    at("2026-03-06");
    return ledger.store.create("duly_plan", { duly_debtor: reference("duly_debtor", debtorId), duly_count: 1, duly_firston: "2026-03-10", duly_amount: amount, ...ledger.money() });
  };
  const outcome = (id: string, night: string): unknown => {
    ledger.night(night);
    const { statuscode, duly_judgedon } = ledger.store.row("duly_plan", id);
    return [statuscode, duly_judgedon ?? null];
  };

  test("is left as it is by money that came after it was judged", () => {
    const id = plan("50.00");
    pay("2026-03-09", "50.00");
    expect(outcome(id, "2026-03-10")).toEqual([planStatus.kept, "2026-03-10"]);
    takeBack("2026-03-24", pay("2026-03-20", "30.00"));
    expect(ledger.store.row("duly_plan", id)).toMatchObject({ statecode: 1, statuscode: planStatus.kept, duly_judgedon: "2026-03-10" });
  });

  test("is left as it is while the rest covers it, and is judged anew once it does not", () => {
    const id = plan("50.00");
    const [first, second] = [pay("2026-03-09", "10.00"), pay("2026-03-09", "50.00")];
    expect(outcome(id, "2026-03-10")).toEqual([planStatus.kept, "2026-03-10"]);
    takeBack("2026-03-11", first);
    expect(ledger.store.row("duly_plan", id)).toMatchObject({ statecode: 1, duly_judgedon: "2026-03-10" });
    takeBack("2026-03-12", second);
    expect(outcome(id, "2026-03-13")).toEqual([planStatus.broken, "2026-03-13"]);
  });

  test("is left as it is where one of its items went to another debtor", () => {
    const id = plan("50.00");
    const payment = pay("2026-03-09", "50.00");
    ledger.night("2026-03-10");
    at("2026-03-10");
    moveOther();
    takeBack("2026-03-11", payment);
    expect(outcome(id, "2026-03-12")).toEqual([planStatus.kept, "2026-03-10"]);
  });

  test("that a person found kept is left as it is", () => {
    const id = plan("50.00");
    const payment = pay("2026-03-09", "30.00");
    ledger.store.update("duly_plan", { id }, { statecode: 1, statuscode: planStatus.kept });
    takeBack("2026-03-12", payment);
    expect(outcome(id, "2026-03-13")).toEqual([planStatus.kept, null]);
  });
});
