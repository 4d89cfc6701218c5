import type { Browser, Page } from "playwright-core";
import { profiles } from "#solution/profiles/all";
import { idOf } from "#solution/tools/ids";
import type { Session } from "../../cli/start/session";
import { openStore, smallLedger, temporaryFolder, type SmallLedger } from "../builders/store";
import { serveApp, watch, type ServedApp } from "./app";
import { launch } from "./chromium";

/** One debtor's form in a real browser, as Klára of customer care and Ödön, a collector, see it: each page acts for one of them, as MSCRMCallerID does it. */
jest.setTimeout(120_000);

const folder = temporaryFolder();
const secret = "Under guardianship; his daughter acts for him";
let session: Session;
let ledger: SmallLedger;
let app: ServedApp;
let browser: Browser;
const faults: (readonly string[])[] = [];

function user(name: string, profile: boolean): string {
  const id = session.host.service.create("systemuser", { fullname: name });
  const [only] = profiles;
  if (profile) session.host.service.associate("systemuserprofiles_association", { logicalName: "systemuser", id }, { logicalName: "fieldsecurityprofile", id: idOf("profile", only?.key ?? "") });
  return id;
}

async function formOf(caller: string, language = 1033): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "en-US", extraHTTPHeaders: { MSCRMCallerID: caller } });
  faults.push(watch(page));
  await page.goto(`${app.origin}/app/duly_debtor/${ledger.debtor.id}?lang=${language}`);
  return page;
}

let klara: string;
let odon: string;

beforeAll(async () => {
  session = openStore(folder.path, "2026-03-03");
  ledger = smallLedger(session);
  [klara, odon] = [user("Klára", true), user("Ödön", false)];
  app = await serveApp(session);
  browser = await launch();
});
afterAll(async () => { await browser?.close(); await app?.close(); session.close(); folder.remove(); });

test("L-12: customer care writes down why a debtor is vulnerable", async () => {
  const page = await formOf(klara);
  await page.getByRole("textbox", { name: "Reason of vulnerability" }).fill(secret);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForFunction(() => !document.querySelector(".mda-form-title")?.textContent?.includes("unsaved"));
  await page.reload();
  expect(await page.getByRole("textbox", { name: "Reason of vulnerability" }).inputValue()).toBe(secret);
});

test.each([[1033, "Reason of vulnerability", "Restricted"], [1038, "Kiszolgáltatottság oka", "Korlátozott"]])("L-12: a collector sees a lock and the word, in language %d: %s: %s", async (language, label, word) => {
  const page = await formOf(odon, language);
  const field = page.getByRole("group", { name: label });
  await field.waitFor();
  expect((await field.innerText()).trim()).toBe(word);
  expect(await field.locator("svg").count()).toBe(1);
  expect(await page.getByRole("textbox", { name: label }).count()).toBe(0);
  expect(await page.content()).not.toContain("guardianship");
});

test("a collector saves the rest of the form, and the reason stays", async () => {
  const page = await formOf(odon);
  await page.getByRole("textbox", { name: "Salutation" }).fill("Dear Mr Kiss");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForFunction(() => !document.querySelector(".mda-form-title")?.textContent?.includes("unsaved"));
  expect(session.host.service.retrieve("duly_debtor", { id: ledger.debtor.id }, ["duly_salutation", "duly_vulnerabilityreason"])).toMatchObject({ duly_salutation: "Dear Mr Kiss", duly_vulnerabilityreason: secret });
});

test("nothing of the pages failed meanwhile", () => expect(faults.flat()).toEqual([]));
