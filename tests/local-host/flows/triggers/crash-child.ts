import { createFlowRuntime } from "../../../../local-host/flows/runtime";
import { connectorAction, fakeSql, FakeHost, onThing } from "../fakes";

/** Started by crash.test.ts with: store file, outbox folder, "kill" or "finish". */
const [file = "", outboxDir = "", mode = ""] = process.argv.slice(2);
const ROW = "00000000-0000-4000-8000-00000000000a";

async function main(): Promise<void> {
  const host = new FakeHost(null, fakeSql(file));
  host.rows.set(ROW, { thingid: ROW, name: "Row" });
  const flow = onThing({ message: 1 }, {
    Send: connectorAction("shared_office365", "SendEmailV2", { "emailMessage/To": "a@example.test", "emailMessage/Subject": "@triggerBody()['name']", "emailMessage/Body": "b" }),
    Record: { ...connectorAction("test", "Record", {}), runAfter: { Send: ["Succeeded"] } },
  });
  if (mode === "kill") host.addFlow("Send", flow);
  const Record = (): { statusCode: number; headers: object; body: null } => {
    if (mode === "kill") process.kill(process.pid, "SIGKILL");
    return { statusCode: 200, headers: {}, body: null };
  };
  const runtime = createFlowRuntime(host.asLocalHost(), { outboxDir, connectors: { test: { Record: () => ({ ...Record(), headers: {} }) } } });
  if (mode === "kill") host.write("Create", ROW, { name: "Row" });
  const { runs } = await runtime.drain();
  process.stdout.write(JSON.stringify(runs));
}

void main();
