import { openTestHost, type TestHost } from "./host";

let host: TestHost;
beforeEach(() => { host = openTestHost(); });
afterEach(() => { host.close(); });

/** Address of the only row, or of the one that a filter finds. */
function row(set: string, id: string, filter = ""): string {
  const found = host.send("GET", `${set}?$select=${id}${filter === "" ? "" : `&$filter=${filter}`}`).json.value?.[0]?.[id];
  return `${set}(${String(found)})`;
}

describe("what the platform stands on stays, whoever asks", () => {
  test.each<[what: string, code: string, ask: () => readonly [method: string, path: string, body?: object]]>([
    ["the calling user", "0x80040800", () => ["DELETE", `systemusers(${String(host.send("GET", "WhoAmI").json["UserId"])})`]],
    ["any other user", "0x80040800", () => ["DELETE", `systemusers(${host.add("systemusers", { firstname: "Second" })})`]],
    ["the organisation", "0x80040800", () => ["DELETE", row("organizations", "organizationid")]],
    ["a second organisation", "0x80040800", () => ["POST", "organizations", { name: "Second" }]],
    ["a message of the pipeline", "0x80040800", () => ["DELETE", row("sdkmessages", "sdkmessageid", "name eq 'Create'")]],
    ["the name of a message", "0x80040800", () => ["PATCH", row("sdkmessages", "sdkmessageid", "name eq 'Create'"), { name: "Make" }]],
    ["the root business unit", "0x80040227", () => ["DELETE", row("businessunits", "businessunitid")]],
    ["the role System Administrator", "0x80040227", () => ["DELETE", row("roles", "roleid", "name eq 'System Administrator'")]],
    ["the base currency", "0x80040227", () => ["DELETE", row("transactioncurrencies", "transactioncurrencyid", "isocurrencycode eq 'EUR'")]],
    ["which currency is the base", "0x80040203", () => ["DELETE", `${row("organizations", "organizationid")}/basecurrencyid/$ref`]],
  ])("%s: refused with %s, and rows are created as before", (_what, code, ask) => {
    const [method, path, body] = ask();
    const answer = host.send(method, path, body === undefined ? {} : { body });
    expect([answer.status, answer.json.error?.code]).toEqual([400, code]);
    expect(host.send("POST", "accounts", { body: { name: "Still works", revenue: 12 } }).status).toBe(204);
    expect(host.send("GET", "accounts?$select=revenue_base").json.value).toEqual([expect.objectContaining({ revenue_base: 12 })]);
  });

  test("the root unit stays even when its last user has moved below it; a unit below may go", () => {
    const root = row("businessunits", "businessunitid");
    const [below, empty] = ["Below", "Empty"].map((name) => host.add("businessunits", { name, "parentbusinessunitid@odata.bind": root }));
    host.send("PATCH", `systemusers(${host.systemUserId})`, { body: { "businessunitid@odata.bind": `businessunits(${String(below)})` } });
    expect(host.send("DELETE", root).json.error?.message).toBe("The root business unit cannot be deleted.");
    expect(host.send("DELETE", `businessunits(${String(empty)})`).status).toBe(204);
  });

  test("a user is disabled instead, and another currency may go", () => {
    const user = `systemusers(${host.add("systemusers", { firstname: "Second" })})`;
    expect(host.send("DELETE", user).json.error?.message).toBe("The 'Delete' method does not support entities of type 'systemuser'. Disable the user instead (isdisabled).");
    expect(host.send("PATCH", user, { body: { isdisabled: true } }).status).toBe(204);
    expect(host.send("DELETE", row("transactioncurrencies", "transactioncurrencyid", "isocurrencycode eq 'HUF'")).status).toBe(204);
  });
});
