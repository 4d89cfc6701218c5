import type { Browser, Page } from "playwright-core";
import type { Session } from "../../cli/start/session";
import { playNight } from "../../cli/start/night";
import type { EntityReference } from "../../local-host/service/contract";
import { addDebtor, addInvoice, openStore, outbox, smallLedger, temporaryFolder, type SmallLedger } from "../builders/store";
import { serveApp, watch, type ServedApp } from "./app";
import { launch } from "./chromium";

/**
 * A collector's afternoon in a real browser: the shipped app, form and control bundles, on the store of the shipped package.
 * Two debtors are due for their first reminder on Thursday 5 March 2026; one of them promises to pay the day before.
 */
jest.setTimeout(120_000);

const folder = temporaryFolder();
let session: Session;
let ledger: SmallLedger;
let other: EntityReference;
let app: ServedApp;
let browser: Browser;
let page: Page;
let faults: readonly string[];

beforeAll(async () => {
  session = openStore(folder.path, "2026-03-03");
  ledger = smallLedger(session);
  other = addDebtor(session, ledger.company, { number: "C-2", name: "Silent Ltd", email: "pay@silent.example" });
  addInvoice(session, ledger, { number: "INV-1", issued: "2026-02-01", due: "2026-03-02", amount: "1250.50" });
  addInvoice(session, { ...ledger, debtor: other }, { number: "INV-2", issued: "2026-02-01", due: "2026-03-02", amount: "80.00" });
  await playNight(session.host, session.flows, "2026-03-04");
  app = await serveApp(session);
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "en-US" });
  faults = watch(page);
});
afterAll(async () => { await browser?.close(); await app?.close(); session.close(); folder.remove(); });

const open = async (name: string): Promise<void> => {
  await page.goto(app.origin);
  await page.getByRole("link", { name: "Debtors" }).first().click();
  await page.getByText(name, { exact: true }).first().dblclick();
  await page.getByRole("tab", { name: "Collections" }).click();
};

test("the app opens with the package's site map and shows the business day of the host's clock", async () => {
  await page.goto(app.origin);
  await page.getByRole("link", { name: "Debtors" }).first().waitFor();
  await page.getByText("3/4/2026").first().waitFor();
});

test("the debtor's timeline shows the invoice with its amount", async () => {
  await open("Buyer <Kft> & Társa");
  await page.getByText("INV-1", { exact: true }).first().waitFor();
  await page.getByText("€1,250.50").first().waitFor();
});

test("H-32: a promise is taken with the keyboard alone, and the host stores it with its item", async () => {
  await page.getByRole("button", { name: "New promise" }).focus();
  await page.keyboard.press("Enter");
  const item = page.getByRole("checkbox").first();
  await item.waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("type") === "checkbox");
  await page.keyboard.press("Space");
  await page.getByLabel("Will pay by").focus();
  await page.keyboard.type("3/20/2026");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /cancel/i }).first().waitFor();
  await page.getByRole("button", { name: "Promise to pay", exact: true }).first().waitFor();
  await page.getByText(/1 item: promised/).first().waitFor();
  const promises = session.host.sql.all("SELECT duly_promisedate AS day, duly_amount AS amount, (SELECT COUNT(*) FROM duly_promiseline) AS lines FROM duly_promise");
  expect(promises).toEqual([{ day: "2026-03-20", amount: 12505000, lines: 1 }]);
});

test("H-32: the night of 5 March is played from the app: the other debtor is reminded, the one who promised is not", async () => {
  await page.getByRole("button", { name: /play one night/i }).click();
  await page.getByText("3/5/2026").first().waitFor();
  await page.getByText(/not reminded: promised/i).first().waitFor();
  expect(outbox(session).map((mail) => /^To: (.*)$/m.exec(mail)?.[1])).toEqual([expect.stringContaining("pay@silent.example")]);
});

test("a row opens by its primary name or by a double click anywhere else, not by one click", async () => {
  await page.goto(app.origin);
  await page.getByRole("link", { name: "Debtors" }).first().click();
  const name = page.getByRole("link", { name: "Silent Ltd" });
  await name.waitFor();
  await page.getByText("C-2", { exact: true }).click();
  expect(page.url()).toMatch(/duly_debtor$/);
  await page.getByText("C-2", { exact: true }).dblclick();
  await page.getByRole("heading", { name: "Silent Ltd" }).waitFor();
});

test("a Hungarian reads the names of app, views and columns, and days, in Hungarian; no header is cut within a word", async () => {
  await page.goto(`${app.origin}/app/duly_debtor?lang=1038`);
  await page.getByText("Aktív adósok", { exact: true }).first().waitFor();
  await page.getByText("Duly – behajtás", { exact: true }).first().waitFor();
  await page.getByText("2026. 03. 05.", { exact: true }).first().waitFor();
  for (const width of [1280, 1000]) {
    await page.setViewportSize({ width, height: 900 });
    const cut = await page.locator(".ms-DetailsHeader-cellName").evaluateAll((heads) => heads.filter((head) => head.scrollWidth > head.clientWidth || head.scrollHeight > head.clientHeight + 1).map((head) => head.textContent));
    expect(cut).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
});

test("a message is read as it looks, in a frame without scripts; a run's totals are words", async () => {
  const [message] = session.host.sql.all("SELECT duly_communicationid AS id FROM duly_communication WHERE duly_body IS NOT NULL");
  await page.goto(`${app.origin}/app/duly_communication/${String(message?.id)}`);
  await page.getByRole("tab", { name: "Content" }).click();
  const frame = page.getByTitle("Body");
  expect(await frame.getAttribute("sandbox")).toBe("");
  await page.frameLocator("iframe.mda-rich").getByText(/Dear|Silent/).first().waitFor();
  const [run] = session.host.sql.all("SELECT duly_runid AS id FROM duly_run WHERE duly_asof = '2026-03-05'");
  await page.goto(`${app.origin}/app/duly_run/${String(run?.id)}`);
  await page.getByText("1 item: promised").waitFor();
});

test("the reminded debtor's timeline shows the message", async () => {
  await open("Silent Ltd");
  await page.getByText("Reminder for Silent Ltd").first().waitFor();
});

test("at 360 pixels nothing sticks out sideways", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.reload();
  await page.getByRole("tab", { name: "Collections" }).click();
  await page.getByText("INV-2", { exact: true }).first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test("nothing of the page failed meanwhile", () => {
  expect(faults).toEqual([]);
});
