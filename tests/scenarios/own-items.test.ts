import { playNight } from "../../cli/start/night";
import type { Session } from "../../cli/start/session";
import { addDebtor, addInvoice, openStore, outbox, smallLedger, temporaryFolder } from "../builders/store";

/** Two debtors with an item on each of two levels: what really left is taken apart, part by part. */
const folder = temporaryFolder();
let session: Session;
beforeAll(async () => {
  session = openStore(folder.path, "2026-03-02");
  const ledger = smallLedger(session);
  const other = addDebtor(session, ledger.company, { number: "C-2", name: "Other Ltd", email: "pay@other.example" });
  for (const [debtor, first] of [[ledger.debtor, 1], [other, 3]] as const) {
    addInvoice(session, { ...ledger, debtor }, { number: `INV-${first}`, issued: "2026-02-01", due: "2026-03-02", amount: `${first}0.00` });
    addInvoice(session, { ...ledger, debtor }, { number: `INV-${first + 1}`, issued: "2026-02-01", due: "2026-03-09", amount: `${first + 1}0.00` });
  }
  for (const day of ["2026-03-05", "2026-03-12"]) await playNight(session.host, session.flows, day);
}, 60_000);
afterAll(() => { session.close(); folder.remove(); });

const decoded = (part: string): string => part.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
const numbers = (text: string): readonly string[] => [...new Set(text.match(/INV-\d/g))].sort();

/** To whom, and the invoice numbers in each part of the message: plain text, HTML, and whatever is attached. */
function told(mail: string): readonly [to: string, ...parts: (readonly string[])[]] {
  const [head = "", ...rest] = mail.split(/\r?\n\r?\n/);
  const boundaries = [...mail.matchAll(/boundary="([^"]+)"/g)].map(([, boundary]) => boundary ?? "");
  const parts = rest.join("\n\n").split(new RegExp(boundaries.map((one) => `--${one}(?:--)?`).join("|"))).filter((part) => /^\s*Content-Type/i.test(part));
  return [/^To: .*?([\w.]+@[\w.]+)/m.exec(head)?.[1] ?? "", ...parts.map((part) => numbers(decoded(part)))];
}

test("A-17: every e-mail goes to one debtor, and each of its parts speaks of that debtor's items only", () => {
  expect(outbox(session).map(told).sort()).toEqual([
    ["pay@buyer.example", ["INV-1"], ["INV-1"]], ["pay@buyer.example", ["INV-1", "INV-2"], ["INV-1", "INV-2"]],
    ["pay@other.example", ["INV-3"], ["INV-3"]], ["pay@other.example", ["INV-3", "INV-4"], ["INV-3", "INV-4"]],
  ]);
  expect(session.host.sql.all("SELECT duly_level AS level FROM duly_communication ORDER BY duly_level").map(({ level }) => level)).toEqual([1, 1, 2, 2]);
});
