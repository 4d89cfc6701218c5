import type { Night } from "../../../cli/start/night";
import { summaryJson, tellNight } from "../../../cli/start/summary";

const night = (parts: Partial<Night> = {}): Night => ({
  day: "2026-03-05", debtors: 2, items: 3, communications: 2, errors: 0, undecided: 0, outcomes: { sent: 2 }, excluded: {}, rowsWritten: 9, seconds: 1.25, failures: [], shown: false, ...parts,
});

function told(parts: Partial<Night>): readonly string[] {
  const lines: string[] = [];
  tellNight(night(parts), (line) => lines.push(line));
  return lines;
}

test.each<[string, Partial<Night>, readonly string[]]>([
  ["nothing", {}, []],
  ["one item without a due date is a warning, its debtor was decided", { errors: 1, excluded: { noDueDate: 1, paid: 4 } }, ["  Warnings: 1 item left out (no due date)."]],
  ["several things that are missing", { errors: 3, excluded: { noDueDate: 2, noTemplate: 1 } }, ["  Warnings: 3 items left out (2 no due date, 1 no template)."]],
  ["an item that cannot be read, of a debtor that was decided", { errors: 1, excluded: { error: 1 } }, ["  Warnings: 1 item left out (error)."]],
  ["one debtor set apart: its items are no warning", { errors: 1, undecided: 1, excluded: { error: 7 } }, ["  Errors: 1 debtor could not be decided; the run's error log says why."]],
  ["both", { errors: 3, undecided: 2, excluded: { error: 7, noDueDate: 1 } }, ["  Warnings: 1 item left out (no due date).", "  Errors: 2 debtors could not be decided; the run's error log says why."]],
])("what was wrong in a night: %s", (_, parts, expected) => {
  expect(told(parts).slice(3)).toEqual(expected);
});

test("one is told in the singular", () => {
  expect(told({ debtors: 1, items: 1, communications: 1 })[0]).toBe("Night of 2026-03-05 in 1.3 s: 1 debtor looked at, 1 item reminded in 1 communication.");
});

test("a start that read no ledger still counts what the store holds; failed flow runs are in the JSON", () => {
  const failed = night({ failures: ["Send e-mail: X boom"] });
  expect(summaryJson({ asOf: "2026-03-05", ledger: null, stored: { invoices: 5, items: 6, payments: 7 }, nights: [failed], outbox: 2, unsupported: 0 })).toMatchObject({
    ledger: { lines: 0, imported: 0, unchanged: 0, rejected: 0, invoices: 5, items: 6, payments: 7 }, nights: [{ failures: ["Send e-mail: X boom"], errors: 0 }],
  });
});
