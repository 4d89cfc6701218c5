import { channel } from "#solution/generated/names";
import { addressFor } from "#domain/contactpoints/contactpoint";
import { bundle, Ledger, reference } from "../../builders/rules/ledger";

let ledger: Ledger;
beforeEach(async () => { ledger = new Ledger((await bundle()).text, "2026-03-02"); });

test.each(["ar@seller.example\r\nBcc: all@seller.example", "a@seller.example; b@seller.example", "a@seller.example, b@seller.example", "Seller <ar@seller.example>", "seller.example", " ar@seller.example", "ar@seller.example\n"])(
  "a company's sender is exactly one e-mail address: %j is refused", (sender) => {
    const refusal = /^DULY-COMPANY-001 The sender .* of the company Seller S\d \(table duly_company, column duly_sender\) is not exactly one e-mail address/s;
    expect(() => { ledger.store.update("duly_company", { id: ledger.companyId }, { duly_sender: sender }); }).toThrow(refusal);
    expect(() => ledger.store.create("duly_company", { duly_name: "Seller S2", duly_code: "S2", duly_sender: sender })).toThrow(refusal);
    expect(ledger.store.row("duly_company", ledger.companyId).duly_sender).toBe("ar@seller.example");
  });

test("one address is kept as a sender, and so is none", () => {
  for (const sender of ["billing@seller.example", null, ""]) {
    ledger.store.update("duly_company", { id: ledger.companyId }, { duly_sender: sender });
    expect(ledger.store.row("duly_company", ledger.companyId).duly_sender).toBe(sender);
  }
});

const point = (by: number, address: string) => ({ duly_name: address, duly_debtor: reference("duly_debtor", ledger.debtor("C-1")), duly_channel: by });

test.each([
  ["email", "pay@buyer.example\r\nBcc: all@buyer.example"], ["email", "pay@buyer.example\n"], ["pec", "pay@pec.example\nX: y"], ["sms", "+3612345678\r"], ["phone", "+36 1\n2345678"], ["fax", "+3612345678\r\n"], ["other", "@buyer\nX"],
] as const)("an address for %s that goes on in another line (%j) is refused, for it would be read as a header", (by, address) => {
  expect(() => ledger.store.create("duly_contactpoint", point(channel[by], address))).toThrow(/^DULY-CONTACT-021 The address .* \(table duly_contactpoint, column duly_name\) stands on several lines/);
});

test("an address for letters has lines; it cannot become one of another channel with them", () => {
  const id = ledger.store.create("duly_contactpoint", point(channel.letter, "Main Street 1\n1011 Budapest"));
  expect(ledger.store.row("duly_contactpoint", id).duly_invalid).toBe(false);
  expect(() => { ledger.store.update("duly_contactpoint", { id }, { duly_channel: channel.email }); }).toThrow("DULY-CONTACT-021");
});

test("an address with a second line that was stored before is not written to", () => {
  const stored = { address: "pay@buyer.example\n", channel: "email", purpose: "main", primary: false, bounced: false, invalid: false } as const;
  expect([addressFor([stored], "email"), addressFor([stored, { ...stored, address: "b@buyer.example" }], "email")]).toEqual([null, "b@buyer.example"]);
});
