import { codeOf, faultOf, openHostFixture, type HostFixture } from "../../builders/local-host";

let fixture: HostFixture;
beforeEach(() => { fixture = openHostFixture(); });
afterEach(() => fixture.remove());

test("a new row gets id, stamps, owner, business unit, state and version from the platform", () => {
  const { service, systemUserId } = fixture.host;
  const id = service.create("account", { name: "Árvíz Kft", creditonhold: true });
  const row = service.retrieve("account", { id });
  expect(row).toMatchObject({
    accountid: id, name: "Árvíz Kft", creditonhold: true, donotemail: false, statecode: 0, statuscode: 1,
    createdon: "2026-11-23T08:00:00Z", modifiedon: "2026-11-23T08:00:00Z",
    createdby: { logicalName: "systemuser", id: systemUserId, name: "Local Administrator" }, ownerid: { logicalName: "systemuser", id: systemUserId, name: "Local Administrator" },
    owningbusinessunit: { logicalName: "businessunit", name: "Local" }, parentaccountid: null,
  });
  expect(Number(row["versionnumber"])).toBeGreaterThan(0);
});

test("rows, clock and version survive closing and opening again", () => {
  const id = fixture.host.service.create("account", { name: "A" });
  const version = Number(fixture.host.service.retrieve("account", { id })["versionnumber"]);
  const host = fixture.reopen();
  expect(host.clock.now()).toBe("2026-11-23T08:00:00Z");
  expect(host.service.retrieve("account", { id }, ["name"])).toEqual({ accountid: id, name: "A" });
  const later = host.service.create("account", { name: "B" });
  expect(Number(host.service.retrieve("account", { id: later })["versionnumber"])).toBeGreaterThan(version);
});

test.each([
  ["an unknown table", "nothing", { name: "A" }, "0x80041102", "nothing"],
  ["an unknown column", "account", { nam: "A" }, "0x80048d19", "'nam'"],
  ["a column that the platform sets", "account", { createdon: "2020-01-01T00:00:00Z" }, "0x80040203", "'createdon'"],
  ["a NUL character, behind which the store would lose the rest", "account", { name: "a\u0000b" }, "0x80040203", "NUL"],
  ["a text that is too long", "account", { name: "x".repeat(161) }, "0x80044331", "exceeded the maximum allowed length of '160'"],
  ["a text where a number belongs", "account", { numberofemployees: "5" }, "0x80048d19", "'numberofemployees' takes a whole number"],
  ["a number out of range", "account", { numberofemployees: -1 }, "0x80044330", "Accepted values: 0 to 1000000000"],
  ["an unknown option", "account", { paymenttermscode: 9 }, "0x80044330", "Accepted Values: 1,2,3,4"],
  ["a day that is not in the calendar", "contact", { lastname: "B", birthdate: "2026-02-29" }, "0x80048d19", "'birthdate'"],
  ["a lookup to a row that does not exist", "account", { primarycontactid: { logicalName: "contact", id: "00000000-0000-4000-8000-000000000001" } }, "0x80040217", "contact With Id"],
  ["a lookup to the wrong table", "account", { primarycontactid: { logicalName: "account", id: "00000000-0000-4000-8000-000000000001" } }, "0x80048d19", "'contact'"],
  ["a required column of the system without a value", "transactioncurrency", { currencyname: "x" }, "0x80040200", "'isocurrencycode'"],
])("%s is refused by name", (_, table, row, code, text) => {
  const fault = faultOf(() => fixture.host.service.create(table, row));
  expect([fault.code, fault.message]).toEqual([code, expect.stringContaining(text)]);
});

test("the id of the caller is honoured, and cannot be used twice", () => {
  const id = "11111111-2222-4333-8444-555555555555";
  expect(fixture.host.service.create("account", { accountid: id.toUpperCase(), name: "A" })).toBe(id);
  expect(codeOf(() => fixture.host.service.create("account", { accountid: id, name: "B" }))).toBe("0x80040237");
});
