import { openTestHost, ORIGIN } from "./host";

const host = openTestHost();
const { send, add } = host;
afterAll(() => { host.close(); });

/** A batch body; a nested array is a change set, whose n-th request has Content-ID n. */
function batch(parts: readonly (string | readonly string[])[], { line = "\r\n", prefer = "" } = {}) {
  const part = (text: string, id: number | null) => ["Content-Type: application/http", "Content-Transfer-Encoding: binary", ...(id === null ? [] : [`Content-ID: ${id}`]), "", text].join("\n");
  const set = (texts: readonly string[]) => ["Content-Type: multipart/mixed;boundary=changeset_1", "", ...texts.map((text, index) => `--changeset_1\n${part(text, index + 1)}`), "--changeset_1--"].join("\n");
  const body = [...parts.map((each) => `--batch_1\n${typeof each === "string" ? part(each, null) : set(each)}`), "--batch_1--", ""].join("\n");
  const headers = { "content-type": "multipart/mixed;boundary=batch_1", ...(prefer === "" ? {} : { prefer }) };
  return send("POST", "$batch", { body: body.replaceAll("\n", line), headers });
}

const post = (set: string, body: object) => `POST /api/data/v9.2/${set} HTTP/1.1\nContent-Type: application/json\n\n${JSON.stringify(body)}`;
const statuses = (body: unknown) => [...String(body).matchAll(/^HTTP\/1\.1 (\d+)/gm)].map((match) => Number(match[1]));
const count = (filter: string) => send("GET", `accounts/$count?$filter=${filter}`).body;

test.each([["\r\n"], ["\n"]])("parts run in order, lines ending in %j", (line) => {
  const answer = batch([post("accounts", { name: "In a batch" }), "GET /api/data/v9.2/accounts?$select=name&$top=1 HTTP/1.1\nAccept: application/json\n"], { line });
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toMatch(/^multipart\/mixed; boundary=batchresponse_[0-9a-f-]{36}$/);
  expect(statuses(answer.body)).toEqual([204, 200]);
  expect(String(answer.body)).toContain("OData-EntityId: http://127.0.0.1:4280/api/data/v9.2/accounts(");
});

test("a change set: Content-IDs in URLs, binds and @odata.id; echoed in the answer", () => {
  const answer = batch([[
    post("contacts", { lastname: "From set" }),
    post("accounts", { name: "Set", "primarycontactid@odata.bind": "$1" }),
    "PATCH $2 HTTP/1.1\nContent-Type: application/json\n\n{\"telephone1\":\"1\"}",
    "PUT $2/fax HTTP/1.1\nContent-Type: application/json\n\n{\"value\":\"2\"}",
    `POST $2/contact_customer_accounts/$ref HTTP/1.1\nContent-Type: application/json\n\n{"@odata.id":"$1"}`,
  ]]);
  expect(answer.status).toBe(200);
  expect(statuses(answer.body)).toEqual([204, 204, 204, 204, 204]);
  expect(String(answer.body)).toMatch(/multipart\/mixed; boundary=changesetresponse_/);
  expect([...String(answer.body).matchAll(/Content-ID: (\d)/g)].map((match) => match[1])).toEqual(["1", "2", "3", "4", "5"]);
  const { json } = send("GET", "accounts?$filter=name eq 'Set'&$select=telephone1,fax&$expand=primarycontactid($select=lastname),contact_customer_accounts($select=lastname)");
  expect(json.value).toMatchObject([{ telephone1: "1", fax: "2", primarycontactid: { lastname: "From set" }, contact_customer_accounts: [{ lastname: "From set" }] }]);
});

test("a change set that fails rolls back and gives one error", () => {
  const answer = batch([[post("accounts", { name: "Rolled back" }), post("accounts", { nope: 1 })]]);
  expect(answer.status).toBe(400);
  expect(statuses(answer.body)).toEqual([400]);
  expect(String(answer.body)).toContain("Invalid property 'nope'");
  expect(count("name eq 'Rolled back'")).toBe("0");
});

test("the first error ends the batch, unless the client wants to continue", () => {
  const parts = [post("accounts", { name: "Before" }), post("accounts", { nope: 1 }), post("accounts", { name: "Behind" })];
  const stopped = batch(parts);
  expect([stopped.status, statuses(stopped.body)]).toEqual([400, [204, 400]]);
  expect([count("name eq 'Before'"), count("name eq 'Behind'")]).toEqual(["1", "0"]);
  const continued = batch(parts, { prefer: "odata.continue-on-error" });
  expect([continued.status, statuses(continued.body)]).toEqual([200, [204, 400, 204]]);
});

test("refused: undeclared Content-ID, GET in a change set, more than 1,000 requests, no boundary", () => {
  expect(String(batch([["PATCH $7 HTTP/1.1\nContent-Type: application/json\n\n{}"]]).body)).toContain("Content-ID Reference: '$7' does not exist in the batch context.");
  expect(batch([["GET accounts HTTP/1.1\n"]]).json.error?.message).toContain("cannot hold a GET");
  expect(batch(Array.from({ length: 1001 }, () => "GET accounts HTTP/1.1\n")).json.error?.message).toContain("1001 requests; the limit is 1000");
  expect(send("POST", "$batch", { body: "x" }).status).toBe(400);
});

describe("a body that did not come whole is refused with a code, and nothing of it is done", () => {
  const part = `Content-Type: application/http\n\n${post("accounts", { name: "Half a batch" })}`;
  const set = (end: string) => `--b\nContent-Type: multipart/mixed;boundary=c\n\n--c\nContent-ID: 1\n${part}\n${end}\n--b--\n`;
  test.each<[what: string, body: string, boundary: string]>([
    ["no body", "", "b"], ["another boundary than its header's", `--other\n${part}\n--other--\n`, "b"], ["a boundary that only begins like its header's", `--b1\n${part}\n--b1--\n`, "b"],
    ["no closing boundary", `--b\n${part}\n`, "b"], ["a closing boundary cut in two", `--b\n${part}\n--b-`, "b"],
    ["a change set without its closing boundary", set(""), "b"], ["a change set with another boundary than its header's", set("--d--").replace("--c\n", "--d\n"), "b"],
  ])("%s", (_what, body, boundary) => {
    const answer = send("POST", "$batch", { body, headers: { "content-type": `multipart/mixed;boundary=${boundary}` } });
    expect([answer.status, answer.json.error?.code, answer.json.error?.message]).toEqual([400, "0x80060888", expect.stringMatching(/does not end with the line '--[bc]--'/)]);
    expect(count("name eq 'Half a batch'")).toBe("0");
  });

  test("what stands before the first and after the closing boundary is no part of it", () => {
    const body = `for people\n--b\n${part.replace("Half", "Whole")}\n--b--\n--b\n${part}\n`;
    expect(statuses(send("POST", "$batch", { body, headers: { "content-type": "multipart/mixed;boundary=\"b\"" } }).body)).toEqual([204]);
    expect([count("name eq 'Whole a batch'"), count("name eq 'Half a batch'")]).toEqual(["1", "0"]);
  });
});

test("parts with absolute URLs; a part fails as it would alone", () => {
  const id = add("accounts", { name: "Absolute" });
  const answer = batch([`GET ${ORIGIN}/api/data/v9.2/accounts(${id})?$select=name HTTP/1.1\n`, `GET ${ORIGIN}/api/data/v9.2/nopes HTTP/1.1\n`]);
  expect(statuses(answer.body)).toEqual([200, 404]);
  expect(String(answer.body)).toContain("Resource not found for the segment 'nopes'.");
});
