import type { Day } from "#domain/calendar/day";
import { nightInWords, skippedInWords } from "../../../cli/start/night-words";

const night = {
  debtors: 3, items: 2, communications: 1, undecided: 0, errors: 0, outcomes: { sent: 1 }, excluded: { stepNotDue: 4, disputed: 1 }, failures: [], rowsWritten: 0, seconds: 0, shown: false, day: "2026-03-05",
} as unknown as Parameters<typeof nightInWords>[0];

test.each([
  ["en-US", ["Debtors looked at", "Items reminded", "Communications", "Debtors that could not be decided", "Communications: Sent", "Not reminded: Next step not due", "Not reminded: In dispute"]],
  ["hu", ["Megnézett adósok", "Felszólított tételek", "Megkeresések", "Adósok, akikről nem lehetett dönteni", "Megkeresések: Elküldött", "Nem kapott felszólítást: A következő lépés még nem esedékes", "Nem kapott felszólítást: Vitatott"]],
])("what a night did is told in the language of the browser: %s", (language, labels) => {
  expect(Object.keys(nightInWords(night, language))).toEqual(labels);
});

test("flows that failed are named", () => {
  expect(nightInWords({ ...night, failures: ["Duly | Send e-mail: no mailbox"] }, "de")).toMatchObject({ "Failed flow runs": "Duly | Send e-mail: no mailbox" });
});

test.each([["hu-HU", "2026-03-21: egyetlen cég sem dolgozik"], ["en", "2026-03-21: no company works"]])("a single day without a night is told in the language %s", (language, words) => {
  const saturday = "2026-03-21" as Day;
  expect(Object.values(skippedInWords({ from: saturday, to: saturday, because: "free" }, language))).toEqual([words]);
  expect(skippedInWords(null, language)).toEqual({});
});
