import fc from "fast-check";
import { parseJson } from "../../../local-host/http/json";
import { openTestHost } from "./host";

const host = openTestHost();
const { send, add } = host;
afterAll(() => { host.close(); });

/** Below the socket's limit of 16 MB. */
const LONG = 15 * 1024 * 1024;

describe("a body of 15 MB is one like any other", () => {
  test.each([["plain letters", "x".repeat(LONG)], ["escapes", "\n".repeat(LONG / 2)], ["digits", "1".repeat(LONG)]])("a text of %s comes back as it was sent", (_what, content) => {
    const id = add("webresourceset", { name: "long", content, languagecode: 1033 });
    const read = send("GET", `webresourceset(${id})?$select=content,languagecode`).json;
    expect([read["content"] === content, read["languagecode"]]).toEqual([true, 1033]);
  });

  test("a text that is too long for its column is refused with the platform's code", () => {
    const { status, json } = send("POST", "accounts", { body: { name: "x".repeat(LONG) } });
    expect([status, json.error?.code]).toEqual([400, "0x80044331"]);
  });

  test("one in a batch, too", () => {
    const part = `--b\nContent-Type: application/http\n\nPOST webresourceset HTTP/1.1\n\n${JSON.stringify({ name: "batched", content: "y".repeat(LONG) })}`;
    const answer = send("POST", "$batch", { body: `${part}\n--b--`, headers: { "content-type": "multipart/mixed;boundary=b" } });
    expect([answer.status, String(answer.body)]).toEqual([200, expect.stringContaining("HTTP/1.1 204")]);
  });
});

describe("every text that comes in is well-formed Unicode", () => {
  test.each<[sent: string, kept: string]>([
    [String.raw`a\ud800b`, "a\ufffdb"], [String.raw`a\uDFFF`, "a\ufffd"], [String.raw`\udc00\ud800`, "\ufffd\ufffd"], [String.raw`\ud83d\ude00`, "\u{1f600}"], [String.raw`\ud83d\ud83d\ude00`, "\ufffd\u{1f600}"],
    [String.raw`\\ud800`, String.raw`\ud800`], [String.raw`\\\ud800`, "\\\ufffd"],
  ])("%s is kept as %s, in a row and in a filter's answer alike", (sent, kept) => {
    const id = add("accounts", `{"name":"${sent}"}`);
    expect(send("GET", `accounts(${id})?$select=name`).json["name"]).toBe(kept);
    expect(send("GET", `accounts?$select=accountid&$filter=name eq '${encodeURIComponent(kept)}'`).json.value).toContainEqual(expect.objectContaining({ accountid: id }));
  });

  test("also in a double-encoded body, where the escape is escaped once more", () => {
    const id = add("accounts", JSON.stringify(String.raw`{"name":"a\ud800b"}`));
    expect(send("GET", `accounts(${id})?$select=name`).json["name"]).toBe("a\ufffdb");
  });
});

test("whatever is sent as JSON is read as JSON.parse reads it, but for half pairs and numbers of more than 15 digits", () => {
  const short = fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom('"', "\\", "1", "-", ".", "\n", "\ud800", "\udc00", "e") }));
  const value = fc.array(fc.oneof(short, fc.dictionary(fc.string({ unit: "grapheme" }), short)));
  fc.assert(fc.property(value, (json) => {
    expect(parseJson(JSON.stringify(json))).toEqual(JSON.parse(JSON.stringify(json), (_key, each: unknown) => (typeof each === "string" ? each.toWellFormed() : each)));
  }), { numRuns: 500 });
});

test.each([
  ["12345678901234567890", "12345678901234567890"], ["-1234567890.123456", "-1234567890.123456"], ["123456789012345", 123456789012345], ["1.5", 1.5], ["1234567890.12345e12", "1234567890.12345e12"], ['"12345678901234567890"', "12345678901234567890"],
])("the number %s is read as %j", (token, read) => {
  expect(parseJson(`{"text":"\\"9999999999999999999\\"","n":${token}}`)).toEqual({ text: '"9999999999999999999"', n: read });
});
