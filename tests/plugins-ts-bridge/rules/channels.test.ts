import { calloutcome, channel, communicationStatus, language } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

const reference = (logicalName: string, id: string) => ({ logicalName, id });
let ledger: Ledger;
beforeEach(async () => { ledger = new Ledger((await bundle()).text, "2026-03-02"); });

const points = () => ledger.store.all("duly_contactpoint");
const messages = () => ledger.store.all("duly_communication");

test("H-09, H-29: a step by SMS: plain text, and the segments of one with ő, of 70 characters or 67 each, are stored", () => {
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[0] ?? "" }, { duly_channel: channel.sms });
  const debtor = ledger.debtor("D1", { duly_name: "Erdő & Fia", duly_language: language.english });
  ledger.store.create("duly_contactpoint", { duly_name: "+36201234567", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.sms });
  ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  ledger.night("2026-03-05");
  const [message] = messages();
  const body = String(message?.duly_body);
  expect(message).toMatchObject({ duly_channel: channel.sms, duly_address: "+36201234567" });
  expect(body).toContain("Erdő & Fia");
  expect(body).not.toContain("<");
  expect(body.length).toBeGreaterThan(0);
  expect(message?.duly_segments).toBe(body.length <= 70 ? 1 : Math.ceil(body.length / 67));
});

test.each([
  ["is in the 7-bit alphabet: 160 characters are one", 160, 1], ["of one more, in parts of 153", 161, 2], ["of two whole parts", 306, 2], ["of one more than those", 307, 3],
])("H-09: an SMS that names an amount in a plain space %s", (_, length, segments) => {
  const text = ["Dear buyer", "please pay {{total}}."].join("\n");
  const written = "Dear buyer\nplease pay EUR 1,234.50.";
  expect(sms(text + "x".repeat(length - written.length))).toMatchObject({ duly_body: written + "x".repeat(length - written.length), duly_segments: segments });
});

test.each([["70 units are one", 70, 1], ["one more, in parts of 67", 71, 2], ["two whole parts", 134, 2], ["one more than those", 135, 3]])("H-09: with ő it is counted in UTF-16: %s", (_, length, segments) => {
  const written = "Erdő: EUR 1,234.50";
  expect(sms(`Erdő: {{total}}${"x".repeat(length - written.length)}`)).toMatchObject({ duly_body: written + "x".repeat(length - written.length), duly_segments: segments });
});

/** The SMS of a night over one item of 1,234.50 EUR, whose step says so. */
function sms(body: string) {
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[0] ?? "" }, { duly_channel: channel.sms });
  for (const row of ledger.store.all("duly_templatetext")) ledger.store.update("duly_templatetext", { id: String(row.duly_templatetextid) }, { duly_body: body });
  const debtor = ledger.debtor("D1");
  ledger.store.create("duly_contactpoint", { duly_name: "+36201234567", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.sms });
  ledger.item(debtor, { due: "2026-03-02", amount: "1234.50" });
  ledger.night("2026-03-05");
  return messages()[0];
}

test("T-24: an invalid e-mail is flagged when it is saved, kept, and written correctly it is usable again", () => {
  const debtor = ledger.debtor("D1");
  const id = ledger.store.create("duly_contactpoint", { duly_name: "pay@", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.email });
  expect(points().map((row) => [row.duly_name, row.duly_invalid])).toEqual([["pay@d1.example", false], ["pay@", true]]);
  ledger.store.update("duly_contactpoint", { id }, { duly_bounced: true });
  ledger.store.update("duly_contactpoint", { id }, { duly_name: "pay@buyer.example" });
  expect(ledger.store.row("duly_contactpoint", id)).toMatchObject({ duly_invalid: false, duly_bounced: false });
});

test("H-15: the fallback is kept with the message in words", () => {
  ledger.item(ledger.debtor("D1", { duly_preferredchannel: channel.sms }), { due: "2026-03-02", amount: "100.00" });
  ledger.night("2026-03-05");
  expect(messages()[0]).toMatchObject({ duly_channel: channel.email, duly_wantedchannel: channel.sms, duly_fallback: expect.stringMatching(/^DULY-CONTACT-001.*sms/) as string });
});

describe("what a communication needs before it is closed", () => {
  const planned = (by: number) => ledger.store.create("duly_communication", { duly_name: "M1", duly_debtor: reference("duly_debtor", ledger.debtor("D1")), duly_channel: by, statuscode: communicationStatus.ready });
  const set = (id: string, row: Parameters<typeof ledger.store.update>[2]) => ledger.store.update("duly_communication", { id }, row);

  test("a call needs its outcome", () => {
    const call = planned(channel.phone);
    expect(() => set(call, { statecode: 1, statuscode: communicationStatus.done })).toThrow("DULY-COMMUNICATION-020");
    set(call, { statecode: 1, statuscode: communicationStatus.done, duly_outcome: calloutcome.rightParty });
    expect(ledger.store.row("duly_communication", call).statuscode).toBe(communicationStatus.done);
  });

  test.each(["sent", "delivered", "served"] as const)("a call that is set to %s needs it as well", (status) => {
    const call = planned(channel.phone);
    expect(() => set(call, { statuscode: communicationStatus[status] })).toThrow("DULY-COMMUNICATION-020");
    expect(ledger.store.row("duly_communication", call).statuscode).toBe(communicationStatus.ready);
  });

  test("certified mail (receipts part of L-06) is served only with the receipts of acceptance and delivery", () => {
    const pec = planned(channel.pec);
    set(pec, { duly_acceptedon: "2026-03-05T08:00:00Z" });
    expect(() => set(pec, { statuscode: communicationStatus.served })).toThrow("DULY-COMMUNICATION-021");
    set(pec, { duly_deliveredon: "2026-03-05T08:01:00Z", statuscode: communicationStatus.served });
    expect(ledger.store.row("duly_communication", pec).statuscode).toBe(communicationStatus.served);
  });
});
