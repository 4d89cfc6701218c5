import { randomBytes } from "node:crypto";

const random = randomBytes(8).toString("hex");
/** Fourth and fifth part of all ids of this process; the first two bits are those of RFC 9562. */
const tail = `${"89ab".charAt(parseInt(random.charAt(0), 16) % 4)}${random.slice(1, 4)}-${random.slice(4)}`;
let moment = 0;
let count = 0;

/** A new GUID (version 7). Later ones sort after earlier ones, so that new rows go to the end of the index. */
export function newId(): string {
  const now = Date.now();
  count = now > moment ? 0 : count + 1;
  moment = Math.max(now, moment);
  if (count > 0xfff) {
    moment += 1;
    count = 0;
  }
  const time = moment.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, "0")}-${tail}`;
}
