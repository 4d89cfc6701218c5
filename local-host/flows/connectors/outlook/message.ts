import { createHash } from "node:crypto";
import { mailboxText, type Mailbox } from "./addresses";
import { base64Lines, htmlToText, quotedPrintable } from "./body";
import { encodedWords, headerLine } from "./headers";

export interface Attachment { readonly name: string; readonly content: Uint8Array }

export interface Message {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly bcc: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  readonly subject: string;
  readonly html: string;
  readonly importance: "Low" | "Normal" | "High";
  readonly attachments: readonly Attachment[];
  /** ISO 8601 UTC. */
  readonly sentAt: string;
  /** Names the message: the same key gives the same Message-ID and boundaries. */
  readonly key: string;
}

/** RFC 5322 text of a message: text and HTML as alternatives, attachments around them. */
export function messageText(message: Message): string {
  const id = createHash("sha256").update(message.key).digest("hex").slice(0, 32);
  const content = message.attachments.length === 0 ? alternatives(message, id) : mixed(message, id);
  return `${headers(message, id).join("\r\n")}\r\n${content}`;
}

function headers(message: Message, id: string): string[] {
  const list = (name: string, boxes: readonly Mailbox[]): string[] => (boxes.length === 0 ? [] : [addressLine(name, boxes)]);
  return [
    headerLine("Date", new Date(message.sentAt).toUTCString().replace("GMT", "+0000")),
    ...list("From", [message.from]), ...list("Reply-To", message.replyTo), ...list("To", message.to), ...list("Cc", message.cc), ...list("Bcc", message.bcc),
    headerLine("Subject", message.subject),
    headerLine("Message-ID", `<${id}@flows.local.invalid>`),
    headerLine("Importance", message.importance),
    ...(message.importance === "Normal" ? [] : [headerLine("X-Priority", message.importance === "High" ? "1" : "5")]),
    "MIME-Version: 1.0",
  ];
}

/** Names are encoded one by one: an encoded word must not swallow the address. */
function addressLine(name: string, boxes: readonly Mailbox[]): string {
  return `${name}: ${boxes.map(mailboxText).join(",\r\n ")}`;
}

function alternatives({ html }: Message, id: string): string {
  return multipart("alternative", `alternative-${id}`, [textPart("plain", htmlToText(html)), textPart("html", html)]);
}

function mixed(message: Message, id: string): string {
  return multipart("mixed", `mixed-${id}`, [alternatives(message, id), ...message.attachments.map(attachmentPart)]);
}

function multipart(type: string, boundary: string, parts: readonly string[]): string {
  return `Content-Type: multipart/${type};\r\n boundary="${boundary}"\r\n\r\n${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("")}--${boundary}--\r\n`;
}

function textPart(type: "plain" | "html", text: string): string {
  return `Content-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(text)}`;
}

function attachmentPart({ name, content }: Attachment): string {
  const clean = name.replace(/[\p{Cc}"\\/]+/gu, "_");
  const shown = /^[\x20-\x7e]*$/.test(clean) ? clean : encodedWords(clean);
  return `Content-Type: application/octet-stream\r\nContent-Disposition: attachment;\r\n filename="${shown}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64Lines(content)}`;
}
