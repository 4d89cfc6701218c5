import { progress, say } from "../../cli/output";

function onTerminal(isTTY: boolean): string[] {
  const written: string[] = [];
  jest.replaceProperty(process.stderr, "isTTY", isTTY);
  jest.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
  return written;
}

beforeAll(() => { process.stderr.isTTY ??= false; });
beforeEach(() => { jest.useFakeTimers({ now: 0 }); });
afterEach(() => { jest.restoreAllMocks(); jest.useRealTimers(); });

const after = (milliseconds: number, work: () => void): void => { jest.advanceTimersByTime(milliseconds); work(); };

test("on a terminal one line is rewritten, ten times a second at most, and ends when all is done", () => {
  const written = onTerminal(true);
  const tell = progress("lines:");
  after(100, () => { tell(1, 4); });
  after(99, () => { tell(2, 4); });
  after(1, () => { tell(3, 4); });
  tell(4, 4);
  expect(written).toEqual(["\r  lines: 1 of 4\u001b[K", "\r  lines: 3 of 4\u001b[K", "\r  lines: 4 of 4\u001b[K\n"]);
});

test("what is said takes the place of a line that has not ended", () => {
  const written = onTerminal(true);
  after(100, () => { progress("debtors:")(7, null); });
  say("Ready.");
  say("Listening.");
  expect(written).toEqual(["\r  debtors: 7\u001b[K", "\r\u001b[KReady.\n", "Listening.\n"]);
});

test("in a file there is a line every two seconds, and a total is counted only when it is told", () => {
  const written = onTerminal(false);
  const tell = progress("runs:");
  const total = jest.fn(() => 9);
  after(2000, () => { tell(1, total); });
  after(1999, () => { tell(2, total); });
  after(1, () => { tell(3, total); });
  expect(written).toEqual(["  runs: 1 of 9\n", "  runs: 3 of 9\n"]);
  expect(total).toHaveBeenCalledTimes(2);
});
