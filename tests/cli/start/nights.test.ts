import type { Day } from "#domain/calendar/day";
import { nightAfter, nightsFrom, worksIn } from "../../../cli/start/days";
import { serveSession } from "../../../cli/start/serve";
import type { Session } from "../../../cli/start/session";
import { addInvoice, openStore, smallLedger, temporaryFolder } from "../../builders/store";

const folder = temporaryFolder();
let session: Session;
let server: Awaited<ReturnType<typeof serveSession>>;

/** Works Saturday 7 March, rests on Monday the 9th. */
function worksOneSaturday(): void {
  const { service } = session.host;
  const ledger = smallLedger(session);
  const calendar = { logicalName: "duly_calendar", id: service.create("duly_calendar", { duly_name: "HU", duly_code: "HU", duly_weekend: "0,6" }) };
  for (const [day, worked] of [["2026-03-07", true], ["2026-03-09", false]] as const) service.create("duly_holiday", { duly_name: day, duly_calendar: calendar, duly_day: day, duly_worked: worked });
  service.update("duly_company", ledger.company, { duly_calendar: calendar });
  addInvoice(session, ledger, { number: "INV-1", issued: "2026-02-01", due: "2026-03-04", amount: "100.00" });
}

beforeAll(async () => {
  session = openStore(folder.path, "2026-03-06");
  server = await serveSession(session, 0);
});
afterAll(async () => { await server.close(); session.close(); folder.remove(); });

const night = async (body: string, query = "") => {
  const answer = await fetch(`${server.origin}/__local/night${query}`, { method: "POST", headers: { "content-type": "application/json" }, body });
  return { status: answer.status, ...await answer.json() as { readonly day?: string; readonly skipped?: unknown; readonly summary?: Record<string, unknown>; readonly error?: { readonly code: string; readonly message: string } } };
};

test("without a company that works on them Saturdays and Sundays are passed over", () => {
  const works = worksIn(session.host);
  expect(nightsFrom("2026-03-06" as Day, 3, works)).toEqual(["2026-03-06", "2026-03-09", "2026-03-10"]);
  expect(nightsFrom("2026-03-07" as Day, 1, works)).toEqual(["2026-03-09"]);
});

test("L-15: the night of a Saturday that a company works by decree is played; a holiday's is too, and nothing is due on it", async () => {
  worksOneSaturday();
  const works = worksIn(session.host);
  expect(nightsFrom("2026-03-06" as Day, 4, works)).toEqual(["2026-03-06", "2026-03-07", "2026-03-09", "2026-03-10"]);
  expect([nightAfter("2026-03-06" as Day, works), nightAfter("2026-03-07" as Day, works), nightAfter("2026-03-13" as Day, works)]).toEqual(["2026-03-07", "2026-03-09", "2026-03-16"]);
  expect(await night("{}")).toMatchObject({ status: 200, day: "2026-03-06", summary: { "Communications": 0 } });
  expect(await night("{}")).toMatchObject({ status: 200, day: "2026-03-07", summary: { "Communications": 1 } });
});

test("the day that a request names is the one that is played, in the body or the query; one that was played is shown again", async () => {
  expect(await night('{"day": "2026-03-12"}')).toMatchObject({
    status: 200, day: "2026-03-12", skipped: { from: "2026-03-08", to: "2026-03-11", because: "laterDayNamed" }, summary: { "Days without a night": "2026-03-08 – 2026-03-11: a later day was asked for" },
  });
  expect(await night("", "?day=2026-03-17")).toMatchObject({ status: 200, day: "2026-03-17" });
  expect(await night('{"day": "2026-03-07"}')).toMatchObject({ status: 200, day: "2026-03-07", skipped: null, summary: { "Communications": 1 } });
});

test.each([
  ['{"day": "2026-03-11"}', "DULY-START-010", "2026-03-17"], ['{"day": "2026-02-30"}', "DULY-START-002", "2026-02-30"], ['{"day": 7}', "DULY-START-002", "7"], ["{day}", "0x80048d19", "no JSON"],
])("a day that cannot be played is refused: %s", async (body, code, part) => {
  expect(await night(body)).toMatchObject({ status: 400, error: { code, message: expect.stringContaining(part) as string } });
});

test("the answer says which days got no night because nobody works on them, and nothing where none was passed over", async () => {
  for (const day of ["2026-03-18", "2026-03-19", "2026-03-20"]) expect(await night("{}")).toMatchObject({ status: 200, day, skipped: null });
  const answer = await night("{}");
  expect(answer).toMatchObject({ day: "2026-03-23", skipped: { from: "2026-03-21", to: "2026-03-22", because: "free" } });
  expect(answer.summary?.["Days without a night"]).toBe("2026-03-21 – 2026-03-22: no company works");
}, 60_000);
