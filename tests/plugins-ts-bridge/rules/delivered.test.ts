import type { RawRow } from "#bridge/sdk/value";
import { channel, communicationStatus } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

const reference = (logicalName: string, id: string) => ({ logicalName, id });
let ledger: Ledger;
let debtor: string;
beforeEach(async () => {
  ledger = new Ledger((await bundle()).text, "2026-03-02");
  debtor = ledger.debtor("D1");
  ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
});

const message = (row: RawRow = {}): string => ledger.store.put("duly_communication", {
  duly_name: "M", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.email, duly_address: "pay@d1.example", statuscode: communicationStatus.sent,
  duly_senton: "2026-03-05T08:00:00Z", duly_acceptedon: null, duly_deliveredon: null, ...row,
});
const record = (id: string, Event: string, row: RawRow = {}) => ledger.store.execute("duly_RecordDelivery", { CommunicationId: id, Event, ...row });
const rowOf = (id: string) => ledger.store.row("duly_communication", id);
const bounced = () => ledger.store.all("duly_contactpoint").filter((row) => row.duly_bounced === true).map((row) => row.duly_name);

test("A-38: a delivery event updates the message", () => {
  const id = message();
  expect(record(id, "delivered", { Moment: "2026-03-05T08:01:00Z" })).toEqual({ Recorded: true });
  expect(rowOf(id)).toMatchObject({ statuscode: communicationStatus.delivered, duly_deliveredon: "2026-03-05T08:01:00Z" });
});

test("A-38, T-25: a bounce sets the message to failed with the provider's words and flags the contact point, and the next reminder goes to the secondary address", () => {
  ledger.store.create("duly_contactpoint", { duly_name: "second@d1.example", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.email, duly_primary: false });
  ledger.night("2026-03-05");
  const [sent] = ledger.store.all("duly_communication");
  const id = String(sent?.duly_communicationid);
  ledger.store.update("duly_communication", { id }, { statuscode: communicationStatus.sent, duly_senton: "2026-03-05T08:00:00Z" });
  expect(record(id, "bounced", { Words: "550 no such user" })).toEqual({ Recorded: true });
  expect(rowOf(id)).toMatchObject({ statuscode: communicationStatus.failed, duly_note: "550 no such user" });
  expect(bounced()).toEqual(["pay@d1.example"]);
  ledger.night("2026-03-12");
  expect(ledger.store.all("duly_communication").map((row) => row.duly_address)).toEqual(["pay@d1.example", "second@d1.example"]);
});

test("A-38: of several recipients only the one that bounced is flagged", () => {
  ledger.store.create("duly_contactpoint", { duly_name: "b@d1.example", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.email });
  record(message({ duly_address: "pay@d1.example; b@d1.example" }), "bounced", { Address: "B@d1.example" });
  expect(bounced()).toEqual(["b@d1.example"]);
});

test("A-38: an address that bounced is not used again at another debtor of the company either, however it is written there; another company and another channel keep it", () => {
  const at = (number: string, Address: string, row: RawRow = {}): void => {
    const company = number === "F1" ? ledger.company("S2") : ledger.companyId;
    const id = ledger.debtor(number, {}, company);
    for (const point of ledger.store.all("duly_contactpoint").filter((one) => (one.duly_debtor as { id: string }).id === id)) ledger.store.delete("duly_contactpoint", { id: String(point.duly_contactpointid) });
    ledger.store.create("duly_contactpoint", { duly_name: Address, duly_debtor: reference("duly_debtor", id), duly_channel: channel.email, ...row });
    ledger.item(id, { due: "2026-03-02", amount: "10.00" });
  };
  at("D2", "PAY@D1.example");
  at("D3", "other@d3.example");
  at("F1", "pay@d1.example");
  at("D4", "pay@d1.example", { duly_channel: channel.pec });
  ledger.night("2026-03-05");
  const sent = ledger.store.all("duly_communication").find((row) => (row.duly_debtor as { id: string }).id === debtor);
  const id = String(sent?.duly_communicationid);
  ledger.store.update("duly_communication", { id }, { statuscode: communicationStatus.sent, duly_senton: "2026-03-05T08:00:00Z" });
  expect(record(id, "bounced", { Words: "550 no such user" })).toEqual({ Recorded: true });
  expect(bounced()).toEqual(["pay@d1.example", "PAY@D1.example"]);
  ledger.night("2026-03-12");
  const addresses = ledger.store.all("duly_communication").filter((row) => row.duly_plannedon === "2026-03-12").map((row) => row.duly_address);
  expect(addresses).toEqual(["other@d3.example"]);
});

test("A-38: an address that bounced is flagged when it is entered anew at another debtor of the company, or an address is changed to it; a person may clear it", () => {
  record(message({ duly_company: reference("duly_company", ledger.companyId) }), "bounced");
  const point = (debtorId: string, duly_name: string, by: number = channel.email): string => ledger.store.create("duly_contactpoint", { duly_name, duly_debtor: reference("duly_debtor", debtorId), duly_channel: by });
  const isBounced = (id: string) => ledger.store.row("duly_contactpoint", id).duly_bounced ?? false;
  const [second, foreign] = [ledger.debtor("D2"), ledger.debtor("F1", {}, ledger.company("S2"))];
  const entered = point(second, " Pay@D1.example");
  const other = point(second, "fine@d2.example");
  expect([entered, other, point(second, "pay@d1.example", channel.pec), point(foreign, "pay@d1.example")].map(isBounced)).toEqual([true, false, false, false]);
  ledger.store.update("duly_contactpoint", { id: entered }, { duly_name: "pays@d2.example" });
  ledger.store.update("duly_contactpoint", { id: other }, { duly_name: "pay@d1.example" });
  expect([entered, other].map(isBounced)).toEqual([false, true]);
  ledger.store.update("duly_contactpoint", { id: other }, { duly_bounced: false });
  ledger.store.update("duly_contactpoint", { id: other }, { duly_name: "pay@d1.example", duly_primary: false });
  expect(isBounced(other)).toBe(false);
});

test("an event for a message that has ended is not recorded, an unknown one is refused", () => {
  const id = message({ statuscode: communicationStatus.suppressed, statecode: 1 });
  expect(record(id, "bounced")).toEqual({ Recorded: false });
  expect([bounced(), rowOf(id).statuscode]).toEqual([[], communicationStatus.suppressed]);
  expect(() => record(id, "lost")).toThrow("DULY-DELIVERY-001");
  expect(() => record("00000000-0000-4000-8000-00000000dead", "bounced")).toThrow("DULY-COMMUNICATION-001");
});

test("L-06: certified mail is served once both receipts are there, in either order, and not before", () => {
  const ids = ["accepted delivered", "delivered accepted"].map((order) => {
    const id = message({ duly_channel: channel.pec, duly_address: "legal@d1.example" });
    const [first = "", second = ""] = order.split(" ");
    record(id, first, { Moment: "2026-03-05T08:00:30Z" });
    expect(rowOf(id).statuscode).toBe(communicationStatus.sent);
    expect(() => { ledger.store.update("duly_communication", { id }, { statuscode: communicationStatus.served }); }).toThrow("DULY-COMMUNICATION-021");
    record(id, second, { Moment: "2026-03-05T08:02:00Z" });
    return id;
  });
  expect(ids.map((id) => rowOf(id).statuscode)).toEqual([communicationStatus.served, communicationStatus.served]);
  expect(rowOf(ids[0] ?? "")).toMatchObject({ duly_acceptedon: "2026-03-05T08:00:30Z", duly_deliveredon: "2026-03-05T08:02:00Z" });
});
