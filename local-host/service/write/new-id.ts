import { randomBytes } from "node:crypto";

const random = randomBytes(8).toString("hex");
/** Fourth and fifth part of all ids of this process; the first two bits are those of RFC 9562. */
const tail = `${"89ab".charAt(parseInt(random.charAt(0), 16) % 4)}${random.slice(1, 4)}-${random.slice(4)}`;
let moment = 0;
let count = 0;
let head = "";

/** The first two parts: the time, which many ids share. */
function headOf(time: number): string {
  const text = time.toString(16).padStart(12, "0");
  return `${text.slice(0, 8)}-${text.slice(8)}-7`;
}

/** A new GUID (version 7). Later ones sort after earlier ones, so that new rows go to the end of the index. */
export function newId(): string {
  const now = Date.now();
  count += 1;
  if (now > moment || count > 0xfff) {
    moment = Math.max(now, moment + 1);
    count = 0;
    head = headOf(moment);
  }
  return `${head}${(0x1000 + count).toString(16).slice(1)}-${tail}`;
}
