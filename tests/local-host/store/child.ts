import { openHost } from "../../../local-host/open";

/**
 * Run as a process of its own by the tests beside it: child.cjs <folder> <how>.
 * Each round of `rounds` writes one committed batch and prints its number; `hold` opens the store and waits; `torn` dies in the middle of a transaction.
 */
const [dataDir = "", how = ""] = process.argv.slice(2);
const host = openHost({ dataDir, plugins: {} });
const say = (text: string): void => { process.stdout.write(`${text}\n`); };

function batch(round: number, rows: number): void {
  for (let row = 0; row < rows; row += 1) host.service.create("account", { name: `round ${round}`, description: "x".repeat(400), accountnumber: String(row) });
}

if (how === "hold") {
  say("open");
  setInterval(() => undefined, 1000);
}
if (how === "torn") {
  host.sql.transaction(() => batch(0, 50));
  // A small cache makes the engine write pages of the unfinished transaction into the file.
  host.sql.run("PRAGMA cache_size = 20");
  host.sql.transaction(() => {
    host.sql.run("UPDATE account SET name = 'torn'");
    batch(1, 2000);
    process.kill(process.pid, "SIGKILL");
  });
}
if (how === "rounds") {
  host.sql.run("PRAGMA cache_size = 50");
  const first = Number(host.sql.get("SELECT COUNT(DISTINCT name) AS n FROM account")?.["n"] ?? 0);
  for (let round = first; ; round += 1) {
    host.sql.transaction(() => batch(round, 40));
    say(String(round));
  }
}
