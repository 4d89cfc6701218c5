import type { Channel } from "./contactpoint";

/** Characters that nobody sees, and that come along when an address is copied: no mail server knows it with them. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;

const mail = /^[^\s@<>;,"]+@[^\s@<>;,".]+(\.[^\s@<>;,".]+)+$/;
/** ITU-T E.164: at most 15 digits. */
const telephone = (text: string): boolean => /^\+?[\d\s()/.-]+$/.test(text) && /^\d{6,15}$/.test(text.replace(/\D/g, ""));

/** An address with such characters in it, for a message by wire. */
export const hidesCharacters = (address: string, channel: Channel): boolean => channel !== "letter" && unseen.test(address);

/** An address on several lines, which would be read as further headers of a message: only a letter has such. */
export const breaksLine = (address: string, channel: Channel): boolean => channel !== "letter" && /[\r\n]/.test(address);

/** Is a text written like an address of a channel? Whether somebody lives there is not known. */
export function isWrittenLike(address: string, channel: Channel): boolean {
  const text = address.trim();
  if (hidesCharacters(address, channel)) return false;
  if (channel === "email" || channel === "pec") return mail.test(text);
  return channel === "sms" || channel === "phone" || channel === "fax" ? telephone(text) : text !== "";
}
