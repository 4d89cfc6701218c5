import type { RawRow } from "#bridge/sdk/value";
import { type Ledger, ledgerOfOneItem, reference } from "../../builders/rules/ledger";

/** An item due on Monday 2 March 2026; steps after 3, 10 and 20 days, the last one a legal letter. The night of the 5th told step 1, a person reminds on the 6th. */
let ledger: Ledger;
let debtorId: string;
let itemId: string;
beforeEach(async () => {
  ({ ledger, debtorId, itemId } = await ledgerOfOneItem("2026-03-02"));
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[2] ?? "" }, { duly_legal: true });
  ledger.night("2026-03-05");
  ledger.store.nowUtc = "2026-03-06T09:00:00Z";
});

const debtor = (): RawRow => ledger.store.row("duly_debtor", debtorId);
const item = (): RawRow => ledger.store.row("duly_openitem", itemId);
const remind = (columns: RawRow = {}): void => { ledger.store.execute("duly_RemindNow", { DebtorId: debtorId, ...columns }); };
const outlook = ({ duly_nextactionon, duly_nextstep, duly_stagestolegal, duly_level }: RawRow) => ({ duly_nextactionon, duly_nextstep, duly_stagestolegal, duly_level });

test("C-30, A-46: the debtor's row says what its item says once a person moved its ladder, and the next night finds nothing to mend on it", () => {
  expect(debtor()).toMatchObject({ duly_level: 1, duly_stagestolegal: 2, duly_lastactionon: "2026-03-05", duly_nextactionon: "2026-03-12" });
  remind({ MoveLadder: true });
  expect(debtor()).toMatchObject({ duly_level: 2, duly_stagestolegal: 1, duly_lastactionon: "2026-03-06", duly_nextactionon: "2026-03-23", duly_nextstep: { id: ledger.stepIds[2] } });
  expect(outlook(debtor())).toEqual(outlook(item()));
  const before = debtor();
  ledger.night("2026-03-09");
  expect(debtor()).toEqual(before);
});

test("a reminder that leaves the ladder where it is leaves the debtor's row where it is", () => {
  const before = debtor();
  remind();
  expect(debtor()).toEqual(before);
});

test("where something else is still to be decided today, the debtor is looked at by the next night", () => {
  ledger.store.put("duly_hold", { duly_name: "Flood", duly_debtor: reference("duly_debtor", debtorId), duly_openitem: reference("duly_openitem", ledger.item(debtorId, { due: "2026-03-02", amount: "7.00" })), duly_startson: "2026-03-06", duly_endson: null, duly_counting: null, statecode: 0 });
  remind({ MoveLadder: true });
  expect(debtor()).toMatchObject({ duly_level: 2, duly_nextactionon: "2026-03-06" });
  ledger.night("2026-03-09");
  expect(debtor()).toMatchObject({ duly_level: 2, duly_nextactionon: "2026-03-23" });
});
