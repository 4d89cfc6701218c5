import { reasonCodes, type ReasonCode } from "#domain/dunning/reasons";
import { decisionreason } from "#solution/generated/names";
import { countNight, type NightCounts } from "../../cli/start/count";
import { exampleDay, loadLedger } from "../../cli/start/ledger";
import type { Session } from "../../cli/start/session";
import { addSituations, situations } from "../../cli/start/situations";
import { openStore, temporaryFolder } from "../builders/store";

/** The decisions of the first night that `npm start` shows a new user; its messages are not sent here. */
const folder = temporaryFolder();
let session: Session;
let night: NightCounts;

/** Reasons that no first night of the example gives, and why. */
const never: Partial<Record<ReasonCode, string>> = {
  error: "rows that cannot be read: the importer writes none",
  noStrategy: "the pack gives the company a strategy",
  noTemplate: "a pack is refused when a step has no text",
  previousNotSent: "said of the step after one that an earlier night planned",
  manualReview: "said of a message that is about to leave; the item waits for approval",
};

const count = (from: string): number => Number(session.host.sql.get(`SELECT COUNT(*) AS n FROM ${from}`)?.n);

/** The run of the night as its flow calls it. */
function decide({ host: { service, sql } }: Session): void {
  const CompanyId = String(sql.get("SELECT duly_companyid AS id FROM duly_company")?.id);
  let page = service.execute("duly_StartRun", { CompanyId, AsOf: exampleDay });
  const { RunId = "" } = page;
  while (page.Done !== true) page = service.execute("duly_ProcessRunPage", { RunId, Cursor: page.Cursor ?? "" });
  service.execute("duly_FinishRun", { RunId });
}

beforeAll(async () => {
  session = openStore(folder.path, exampleDay);
  await loadLedger(session, null, { today: exampleDay, dataDir: folder.path });
  decide(session);
  night = countNight(session.host, exampleDay);
}, 300_000);
afterAll(() => { session.close(); folder.remove(); });

const possible = reasonCodes.filter((code) => code !== "reminded" && never[code] === undefined);

test("npm start: in the first night of the example every reason to leave an item alone is given, but for those that cannot be", () => {
  expect(Object.keys(night.excluded).sort()).toEqual([...possible].sort());
  expect(night.undecided).toBe(0);
});

test("every situation keeps at least three items from being reminded, for its own reason", () => {
  expect(situations.filter(({ reason }) => (night.excluded[reason] ?? 0) < 3)).toEqual([]);
});

test("what waits for approval is told as that, and not as reminded too", () => {
  expect(night.excluded.awaitingApproval).toBe(count(`duly_openitem WHERE duly_reason = ${decisionreason.awaitingApproval}`));
  expect(night.items).toBe(count(`duly_openitem WHERE duly_reason = ${decisionreason.reminded}`));
  expect(night.communications + (night.outcomes.awaitingApproval ?? 0)).toBe(count("duly_communication"));
});

test("a second start adds nothing", () => {
  const promises = count("duly_promise");
  addSituations(session.host, exampleDay);
  expect(count("duly_promise")).toBe(promises);
});
