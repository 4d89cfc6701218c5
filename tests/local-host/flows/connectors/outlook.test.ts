import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { htmlToText, quotedPrintable } from "../../../../local-host/flows/connectors/outlook/body";
import { encodedWords, headerLine } from "../../../../local-host/flows/connectors/outlook/headers";
import { outlookConnector } from "../../../../local-host/flows/connectors/outlook/connector";
import type { OperationResult } from "../../../../local-host/flows/connectors/contract";
import type { FlowObject } from "../../../../local-host/flows/expression/value";

let outboxDir = "";
beforeEach(() => { outboxDir = mkdtempSync(join(tmpdir(), "outbox-")); });
afterEach(() => rmSync(outboxDir, { recursive: true }));

const CALL = { minimumItemCount: null, runId: "0f0e0d0c-0000-4000-8000-000000000001", flowName: "Flow", actionName: "Send the message", repetition: [] as number[], nowUtc: "2026-11-23T07:00:00.000Z" };

async function send(message: FlowObject, call: Partial<typeof CALL> = {}): Promise<OperationResult> {
  const parameters = Object.fromEntries(Object.entries(message).map(([name, value]) => [`emailMessage/${name}`, value]));
  const operation = outlookConnector({ outboxDir, mailbox: "office@example.test" })["SendEmailV2"];
  if (!operation) throw new Error("no SendEmailV2");
  return operation({ ...CALL, ...call, parameters });
}

const files = (): string[] => readdirSync(outboxDir);
const text = (): string => readFileSync(join(outboxDir, files()[0] ?? ""), "utf8");
const header = (name: string): string | undefined => text().split("\r\n\r\n")[0]?.replace(/\r\n /g, " ").split("\r\n").find((line) => line.startsWith(`${name}: `));

test("a message with accents, copy and importance is exactly this", async () => {
  await send({ To: "Árvíz Tűrő <arviz@example.test>; second@example.test", Cc: "copy@example.test", Subject: "Fizetési emlékeztető – 12 500 Ft", Body: "<p>Tisztelt <b>Ügyfelünk</b>!</p><p>Összeg: 12&nbsp;500&nbsp;Ft</p>", Importance: "High" });
  const id = /Message-ID: <([0-9a-f]+)@/.exec(text())?.[1] ?? "";
  expect(text().replaceAll(id, "ID")).toBe([
    "Date: Mon, 23 Nov 2026 07:00:00 +0000",
    "From: office@example.test",
    "To: =?UTF-8?B?w4FydsOteiBUxbFyxZE=?= <arviz@example.test>,\r\n second@example.test",
    "Cc: copy@example.test",
    "Subject: =?UTF-8?B?Rml6ZXTDqXNpIGVtbMOpa2V6dGV0xZEg4oCTIDEyIDUwMCBGdA==?=",
    "Message-ID: <ID@flows.local.invalid>",
    "Importance: High", "X-Priority: 1", "MIME-Version: 1.0",
    'Content-Type: multipart/alternative;\r\n boundary="alternative-ID"', "",
    "--alternative-ID", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
    "Tisztelt =C3=9Cgyfel=C3=BCnk!", "=C3=96sszeg: 12=C2=A0500=C2=A0Ft",
    "--alternative-ID", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
    "<p>Tisztelt <b>=C3=9Cgyfel=C3=BCnk</b>!</p><p>=C3=96sszeg: 12&nbsp;500&nbsp=\r\n;Ft</p>",
    "--alternative-ID--", "",
  ].join("\r\n"));
});

test("attachments follow in a mixed message", async () => {
  await send({ To: "a@example.test", Subject: "s", Body: "b", Attachments: [{ Name: "letter\r\nX-Evil: 1.pdf", ContentBytes: Buffer.from("PDF".repeat(40)).toString("base64") }, { Name: "b.txt", ContentBytes: { "$content-type": "text/plain", $content: "aGk=" } }] });
  expect(text()).toMatch(/Content-Type: multipart\/mixed;/);
  expect(text()).toMatch(/filename="letter_X-Evil: 1\.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nUERG[\w+/=]{72}\r\n/);
  expect(text()).toMatch(/filename="b\.txt"[\s\S]*\r\naGk=\r\n/);
});

describe("header injection", () => {
  test("line breaks in a subject become blanks", async () => {
    await send({ To: "a@example.test", Subject: "Hello\r\nBcc: thief@example.test\n\nBody", Body: "" });
    expect(header("Subject")).toBe("Subject: Hello Bcc: thief@example.test Body");
    expect(header("Bcc")).toBeUndefined();
  });

  test("no value at all can begin a header line", () => {
    fc.assert(fc.property(fc.fullUnicodeString({ maxLength: 200 }), (value) => {
      const lines = headerLine("Subject", value).split("\r\n");
      return lines.every((line, at) => (at === 0 ? line.startsWith("Subject:") : line.startsWith(" "))) && !/[\r\n]/.test(lines.join(""));
    }));
  });

  test("encoded words decode to what was encoded and stay within 75 characters", () => {
    fc.assert(fc.property(fc.fullUnicodeString({ minLength: 1, maxLength: 120 }), (value) => {
      const words = encodedWords(value).split(" ");
      const decoded = words.map((word) => Buffer.from(word.slice("=?UTF-8?B?".length, -2), "base64").toString("utf8")).join("");
      return decoded === value && words.every((word) => word.length <= 75);
    }));
  });
});

describe("refused messages leave no file", () => {
  test.each<[string, FlowObject, string]>([
    ["no recipient", { To: "", Subject: "s", Body: "b" }, "ErrorMissingRecipients"],
    ["null recipient", { To: null, Subject: "s", Body: "b" }, "ErrorMissingRecipients"],
    ["only separators", { To: " ; ,", Subject: "s", Body: "b" }, "ErrorMissingRecipients"],
    ["no domain", { To: "someone", Subject: "s", Body: "b" }, "ErrorInvalidRecipients"],
    ["one wrong of two", { To: "a@example.test; b@", Subject: "s", Body: "b" }, "ErrorInvalidRecipients"],
    ["a line break in the address", { To: "a@example.test\r\nBcc: t@example.test", Subject: "s", Body: "b" }, "ErrorInvalidRecipients"],
    ["wrong copy", { To: "a@example.test", Cc: "x y@example.test", Subject: "s", Body: "b" }, "ErrorInvalidRecipients"],
    ["wrong importance", { To: "a@example.test", Importance: "Urgent", Subject: "s", Body: "b" }, "ErrorInvalidImportance"],
    ["attachment that is not Base64", { To: "a@example.test", Attachments: [{ Name: "a", ContentBytes: "no base64!" }] }, "ErrorInvalidAttachment"],
  ])("%s", async (_, message, code) => {
    expect(await send(message)).toMatchObject({ statusCode: 400, body: { error: { code } } });
    expect(files()).toEqual([]);
  });

  test("a parameter that is not known is refused by name", async () => {
    await expect(send({ To: "a@example.test", Sensitivity: "Private" })).rejects.toThrow("The parameter 'emailMessage/Sensitivity' of SendEmailV2 is not supported");
  });
});

describe("file names", () => {
  test("the same run, action and pass writes the same file; another writes another", async () => {
    const message = { To: "a@example.test", Subject: "s", Body: "b" };
    await send(message);
    await send(message);
    expect(files()).toHaveLength(1);
    await send(message, { repetition: [1] });
    await send(message, { actionName: "Send-the-message" });
    await send(message, { runId: "../../escape" });
    expect(files()).toHaveLength(4);
    expect(files().every((name) => /^[A-Za-z0-9_-]+\.eml$/.test(name))).toBe(true);
  });
});

describe("bodies", () => {
  test.each([
    ["<style>p{}</style><h1>Title</h1><p>a<br>b</p><table><tr><td>1</td><td>2</td></tr></table>", "Title\na\nb\n1\t2"],
    ["a &amp;lt; &#233; &#x20AC; &unknown;", "a &lt; é € &unknown;"],
    ["a<!-- <b>no</b> --> b < c", "a b < c"],
  ])("%s", (html, expected) => expect(htmlToText(html)).toBe(expected));

  test.each(["<", "<script", "<!--", "<title>", "&", "</p>"])("a megabyte of '%s' takes no time", (piece) => {
    const began = performance.now();
    htmlToText(piece.repeat(200_000));
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test("quoted-printable decodes to what was encoded, in lines of at most 76 characters", () => {
    fc.assert(fc.property(fc.fullUnicodeString({ maxLength: 300 }).filter((value) => !value.includes("\r")), (value) => {
      const encoded = quotedPrintable(value);
      const bytes = encoded.replace(/=\r\n/g, "").replace(/\r\n/g, "\n").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
      return Buffer.from(bytes, "latin1").toString("utf8") === value && encoded.split("\r\n").every((line) => line.length <= 76);
    }));
  });
});
