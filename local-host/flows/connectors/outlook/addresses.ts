import { domainToASCII } from "node:url";
import { encodedWords } from "./headers";

/** A mailbox of a message: display name or null, and an ASCII address. */
export interface Mailbox { readonly name: string | null; readonly address: string }

const NAMED = /^\s*(?:"([^"]*)"|([^<>"]*?))\s*<([^<>]+)>\s*$/;
/** Name and address together. */
const LONGEST = 600;
const LOCAL_PART = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/;
const DOMAIN = /^(?=.{1,253}$)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}$/;

/** Reads a list separated by ";" or ",". Gives the mailboxes and what could not be read. */
export function parseMailboxes(list: string): { readonly mailboxes: readonly Mailbox[]; readonly invalid: readonly string[] } {
  const mailboxes: Mailbox[] = [];
  const invalid: string[] = [];
  for (const entry of entriesOf(list)) {
    const mailbox = parseMailbox(entry);
    if (mailbox) mailboxes.push(mailbox);
    else invalid.push(entry);
  }
  return { mailboxes, invalid };
}

/** Header text: `"Name" <address>`, with the name encoded when it is not ASCII. */
export function mailboxText({ name, address }: Mailbox): string {
  if (name === null || name === "") return address;
  return `${/^[\x20-\x7e]*$/.test(name) ? `"${name.replace(/["\\]/g, "")}"` : encodedWords(name)} <${address}>`;
}

/** Separators inside quotes belong to a name. */
function entriesOf(list: string): string[] {
  return (list.match(/(?:"[^"]*"|[^;,"])+/g) ?? []).map((entry) => entry.trim()).filter((entry) => entry !== "");
}

function parseMailbox(entry: string): Mailbox | null {
  // A control character has no place in an address; refusing it also keeps header lines whole.
  if (/\p{Cc}/u.test(entry) || entry.length > LONGEST) return null;
  const named = NAMED.exec(entry);
  const address = parseAddress((named?.[3] ?? entry).trim());
  return address === null ? null : { name: named?.[1] ?? named?.[2] ?? null, address };
}

function parseAddress(text: string): string | null {
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(at, 0));
  const domain = domainToASCII(text.slice(at + 1));
  const dots = local.startsWith(".") || local.endsWith(".") || local.includes("..");
  return at > 0 && LOCAL_PART.test(local) && !dots && DOMAIN.test(domain) ? `${local}@${domain}` : null;
}
