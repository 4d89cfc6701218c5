import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dataverseConnector } from "../../../local-host/flows/connectors/dataverse/connector";
import { outlookConnector } from "../../../local-host/flows/connectors/outlook/connector";
import { FUNCTIONS } from "../../../local-host/flows/expression/functions/registry";
import { ACTION_TYPES } from "../../../local-host/flows/run/actions/registry";

const readme = readFileSync(join(process.cwd(), "local-host/README.md"), "utf8").split("## Cloud flows")[1]?.split("\n## ")[0] ?? "";
const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[a-z][a-z0-9]*/g) ?? []);
const functions = /\*\*Functions\.\*\*([\s\S]*?)\n\n/.exec(readme)?.[1] ?? "";
const line = (title: string): string => readme.split("\n").find((row) => row.startsWith(`| ${title}`)) ?? "";

describe("local-host/README.md lists exactly what runs", () => {
  test("functions", () => {
    const listed = functions.split("·").flatMap((group) => (group.split(":")[1] ?? "").replace(/\([^)]*\)/g, "").split(",").map((name) => name.trim().replace(/\.$/, "").toLowerCase()));
    expect(listed.sort()).toEqual([...FUNCTIONS.keys()].sort());
  });

  test("actions", () => {
    expect([...words(line("Actions").split("|")[2] ?? "")].filter((word) => word !== "csv" && word !== "html").sort()).toEqual(Object.keys(ACTION_TYPES).sort());
  });

  test.each([
    ["Dataverse", dataverseConnector(() => ({ status: 200, headers: {}, body: "" }))],
    ["Outlook", outlookConnector({ outboxDir: "unused", mailbox: "a@example.test" })],
  ])("operations of %s", (title, connector) => {
    const missing = Object.keys(connector).filter((operation) => !words(line(title)).has(operation.toLowerCase()));
    expect([line(title).length > 0, missing]).toEqual([true, []]);
  });
});
