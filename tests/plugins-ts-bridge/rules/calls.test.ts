import { channel } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

const reference = (logicalName: string, id: string) => ({ logicalName, id });

test("C-57: 300 calls among three collectors who take 100 each: each is given 100, what comes on top is left, and repeating it changes nothing", async () => {
  const ledger = new Ledger((await bundle()).text, "2026-03-05");
  const company = reference("duly_company", ledger.companyId);
  const debtor = reference("duly_debtor", ledger.debtor("C-1"));
  const users = ["a", "b", "c"];
  for (const user of users) ledger.store.put("duly_collector", { duly_name: user, duly_company: company, duly_user: reference("systemuser", user), duly_capacity: 100 });
  const call = (): string => ledger.store.put("duly_communication", { duly_name: "Call", duly_company: company, duly_debtor: debtor, duly_channel: channel.phone, duly_plannedon: "2026-03-05" });
  for (let count = 0; count < 300; count += 1) call();
  expect(ledger.store.execute("duly_BalanceCalls", { CompanyId: ledger.companyId })).toEqual({ Assigned: 300, Left: 0 });
  const owned = users.map((user) => ledger.store.all("duly_communication").filter((row) => (row.ownerid as { id: string } | null)?.id === user).length);
  expect(owned).toEqual([100, 100, 100]);
  call();
  expect(ledger.store.execute("duly_BalanceCalls", { CompanyId: ledger.companyId })).toEqual({ Assigned: 0, Left: 1 });
});

test("C-57: who has more calls than he takes a day gives the newest to who has room; what finds no room stays where it is", async () => {
  const ledger = new Ledger((await bundle()).text, "2026-03-05");
  const company = reference("duly_company", ledger.companyId);
  const debtor = reference("duly_debtor", ledger.debtor("C-1"));
  for (const [user, capacity] of [["anna", 2], ["eva", 1]] as const) ledger.store.put("duly_collector", { duly_name: user, duly_company: company, duly_user: reference("systemuser", user), duly_capacity: capacity });
  for (const day of ["2026-03-05", "2026-03-02", "2026-03-04", "2026-03-03"]) {
    ledger.store.put("duly_communication", { duly_name: day, duly_company: company, duly_debtor: debtor, duly_channel: channel.phone, duly_plannedon: day, ownerid: reference("systemuser", "anna") });
  }
  expect(ledger.store.execute("duly_BalanceCalls", { CompanyId: ledger.companyId })).toEqual({ Assigned: 1, Left: 1 });
  const owners = Object.fromEntries(ledger.store.all("duly_communication").map((row) => [row.duly_name, (row.ownerid as { id: string } | null)?.id]));
  expect(owners).toEqual({ "2026-03-02": "anna", "2026-03-03": "anna", "2026-03-04": "eva", "2026-03-05": "anna" });
  expect(ledger.store.execute("duly_BalanceCalls", { CompanyId: ledger.companyId })).toEqual({ Assigned: 0, Left: 1 });
});
