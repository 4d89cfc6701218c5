import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openHost } from "../../../local-host/open";
import { idOf, ORIGIN } from "./host";

test("the opened host's own web handler keeps rows over a restart", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "open-"));
  const first = openHost({ dataDir, plugins: {} });
  const created = first.web({ method: "POST", url: "/api/data/v9.2/accounts", headers: {}, body: JSON.stringify({ name: "Kept" }), origin: ORIGIN });
  first.close();
  const second = openHost({ dataDir, plugins: {} });
  const read = second.web({ method: "GET", url: `/api/data/v9.2/accounts(${idOf(created)})?$select=name`, headers: {}, body: "", origin: ORIGIN });
  second.close();
  rmSync(dataDir, { recursive: true });
  expect(JSON.parse(String(read.body))).toMatchObject({ name: "Kept" });
});
