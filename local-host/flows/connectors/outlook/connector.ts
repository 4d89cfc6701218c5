import { isArray, isObject, type FlowValue } from "../../expression/value";
import { binaryContent } from "../../expression/binary";
import { refusal, type Connector, type OperationCall, type OperationResult } from "../contract";
import { Parameters } from "../parameters";
import { parseMailboxes, type Mailbox } from "./addresses";
import { messageText, type Attachment, type Message } from "./message";
import { messageFile, writeMessage } from "./outbox";

const FIELDS = ["To", "Subject", "Body", "From", "Cc", "Bcc", "ReplyTo", "Importance", "Attachments"].map((name) => `emailMessage/${name}`);
const IMPORTANCES = ["Low", "Normal", "High"] as const;

export interface OutlookOptions {
  readonly outboxDir: string;
  /** Address that messages come from when the flow names none. */
  readonly mailbox: string;
}

/** Office 365 Outlook with an outbox folder in place of a mail server: a message is a file `<run>-<action>-….eml`. */
export function outlookConnector(options: OutlookOptions): Connector {
  return { SendEmailV2: (call) => sendEmail(call, options) };
}

function sendEmail(call: OperationCall, { outboxDir, mailbox }: OutlookOptions): OperationResult {
  const given = new Parameters(call.parameters, "SendEmailV2");
  given.allowOnly(FIELDS);
  const boxes = { to: given.optional("emailMessage/To"), cc: given.optional("emailMessage/Cc"), bcc: given.optional("emailMessage/Bcc"), from: given.optional("emailMessage/From") ?? mailbox, replyTo: given.optional("emailMessage/ReplyTo") };
  const read = Object.entries(boxes).map(([field, list]) => ({ field, ...parseMailboxes(list ?? "") }));
  const wrong = read.find(({ invalid }) => invalid.length > 0);
  if (wrong) return refusal(400, "ErrorInvalidRecipients", `'${wrong.invalid[0]?.replace(/\p{Cc}/gu, " ").slice(0, 120) ?? ""}' in '${wrong.field}' is not a valid e-mail address. Correct the address and resubmit.`);
  const of = (field: keyof typeof boxes): readonly Mailbox[] => read.find((one) => one.field === field)?.mailboxes ?? [];
  const [from] = of("from");
  if (of("to").length === 0) return refusal(400, "ErrorMissingRecipients", "The message has no recipient: 'emailMessage/To' is empty.");
  if (!from) return refusal(400, "ErrorInvalidSender", "The message has no sender: 'emailMessage/From' is empty.");
  const attachments = readAttachments(given.value("emailMessage/Attachments"));
  const importance = readImportance(given.optional("emailMessage/Importance"));
  if (!attachments) return refusal(400, "ErrorInvalidAttachment", "Every attachment needs a text 'Name' and 'ContentBytes' in Base64.");
  if (!importance) return refusal(400, "ErrorInvalidImportance", "'emailMessage/Importance' must be Low, Normal or High.");
  const file = messageFile(call);
  const message: Message = {
    from, to: of("to"), cc: of("cc"), bcc: of("bcc"), replyTo: of("replyTo"), importance, attachments, key: file, sentAt: call.nowUtc,
    subject: given.optional("emailMessage/Subject") ?? "", html: given.optional("emailMessage/Body") ?? "",
  };
  return deliver(outboxDir, file, message);
}

function deliver(folder: string, file: string, message: Message): OperationResult {
  try {
    writeMessage(folder, file, messageText(message));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return refusal(400, "ErrorOutboxNotWritable", `The message could not be written to the outbox: ${error.message}`);
  }
  return { statusCode: 200, headers: {}, body: null };
}

function readImportance(text: string | null): Message["importance"] | null {
  return text === null ? "Normal" : IMPORTANCES.find((known) => known.toLowerCase() === text.toLowerCase()) ?? null;
}

function readAttachments(value: FlowValue): Attachment[] | null {
  if (value === null) return [];
  if (!isArray(value)) return null;
  const attachments = value.map(readAttachment);
  return attachments.every((one) => one !== null) ? attachments : null;
}

function readAttachment(value: FlowValue): Attachment | null {
  if (!isObject(value)) return null;
  const { Name: name, ContentBytes: bytes = null } = value;
  const content = binaryContent(bytes) ?? (typeof bytes === "string" && /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(bytes) ? Buffer.from(bytes, "base64") : null);
  return typeof name === "string" && content ? { name, content } : null;
}
