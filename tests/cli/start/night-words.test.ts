import { nightInWords } from "../../../cli/start/night-words";

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
