import { promiseStatus } from "#solution/generated/names";
import { closedStates, isOpen, nearness, toIds, toPromise } from "../../../pcf-controls/PromiseToPay/promise";
import { euro, promise } from "../fakes/ledger";

describe("taken promises", () => {
  test.each([
    ["2026-11-29", { key: "Due_Left", days: 5, tone: "good" }], ["2026-11-25", { key: "Due_Tomorrow", days: 1, tone: "notice" }],
    ["2026-11-24", { key: "Due_Today", days: 0, tone: "notice" }], ["2026-11-23", { key: "Due_Yesterday", days: 1, tone: "bad" }],
    ["2026-11-20", { key: "Due_Over", days: 4, tone: "bad" }],
  ])("a promise for %p, seen on the 24th", (day, near) => expect(nearness(day, "2026-11-24")).toEqual(near));

  test("every state is either open or has a text of its own", () => {
    const closed = Object.values(promiseStatus).filter((status) => status !== promiseStatus.open);
    expect(Object.keys(closedStates).map(Number).sort()).toEqual([...closed].sort());
    expect(isOpen(toPromise(promise("p", "2026-11-20")))).toBe(true);
  });

  test("a row is read", () => {
    expect(toPromise(promise("P1", "2026-11-20", { duly_openitems: "A, b,", duly_paidamount: 20 }))).toMatchObject({ id: "p1", amount: 50, currencyId: euro, itemIds: ["a", "b"], paid: 20 });
    expect(toIds("")).toEqual([]);
  });
});
