import type { Channel } from "./contactpoint";

const mail = /^[^\s@<>;,"]+@[^\s@<>;,".]+(\.[^\s@<>;,".]+)+$/;
/** ITU-T E.164: at most 15 digits. */
const telephone = (text: string): boolean => /^\+?[\d\s()/.-]+$/.test(text) && /^\d{6,15}$/.test(text.replace(/\D/g, ""));

/** An address on several lines, which would be read as further headers of a message: only a letter has such. */
export const breaksLine = (address: string, channel: Channel): boolean => channel !== "letter" && /[\r\n]/.test(address);

/** Is a text written like an address of a channel? Whether somebody lives there is not known. */
export function isWrittenLike(address: string, channel: Channel): boolean {
  const text = address.trim();
  if (channel === "email" || channel === "pec") return mail.test(text);
  return channel === "sms" || channel === "phone" || channel === "fax" ? telephone(text) : text !== "";
}
