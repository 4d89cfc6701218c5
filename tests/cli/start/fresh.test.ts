import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openSession, removeStore } from "../../../cli/start/session";
import { openStore, temporaryFolder } from "../../builders/store";

const folder = temporaryFolder();
afterAll(() => { folder.remove(); });
const store = (): boolean => existsSync(join(folder.path, "store.db"));

test("--fresh leaves alone a store that another start serves, and deletes it once that has ended", () => {
  const session = openStore(folder.path, "2026-03-05");
  expect(() => { removeStore(folder.path); }).toThrow(/in use by process \d+/);
  expect([session.host.clock.now().slice(0, 10), store()]).toEqual(["2026-03-05", true]);
  session.close();
  removeStore(folder.path);
  expect(existsSync(folder.path)).toBe(false);
});

test("--fresh refuses a folder that holds anything else, and deletes nothing of it", () => {
  openStore(folder.path, "2026-03-05").close();
  writeFileSync(join(folder.path, "precious.txt"), "keep");
  expect(() => { removeStore(folder.path); }).toThrow(/precious\.txt/);
  expect(store()).toBe(true);
});

test("a file where a folder is wanted is refused, with --fresh as without, and stays", () => {
  const file = join(folder.path, "precious.txt");
  expect(() => { removeStore(file); }).toThrow("precious.txt is a file, not a folder. Name a folder with --data.");
  expect(() => openSession(file)).toThrow("precious.txt is a file, not a folder. Name a folder with --data.");
  expect(existsSync(file)).toBe(true);
});
