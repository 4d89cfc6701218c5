import { createFlowRuntime } from "../../../../local-host/flows/runtime";
import { openHost } from "../../../../local-host/open";
import { connectorAction, onThing } from "../fakes";

/** Started by crash.test.ts with: folder of the store, outbox folder, "kill" or "finish". */
const [dataDir = "", outboxDir = "", mode = ""] = process.argv.slice(2);

const flow = onThing({ entityname: "task", message: 1 }, {
  Send: connectorAction("shared_office365", "SendEmailV2", { "emailMessage/To": "a@example.test", "emailMessage/Subject": "@triggerBody()['subject']", "emailMessage/Body": "b" }),
  Record: { ...connectorAction("test", "Record", {}), runAfter: { Send: ["Succeeded"] } },
});

async function main(): Promise<void> {
  const host = openHost({ dataDir, plugins: {} });
  const Record = (): { statusCode: number; headers: Record<string, never>; body: null } => {
    if (mode === "kill") process.kill(process.pid, "SIGKILL");
    return { statusCode: 200, headers: {}, body: null };
  };
  const runtime = createFlowRuntime(host, { outboxDir, connectors: { test: { Record } } });
  if (mode === "kill") {
    const id = host.service.create("workflow", { name: "Send", category: 5, clientdata: JSON.stringify({ properties: { definition: flow } }) });
    host.service.update("workflow", { id }, { statecode: 1, statuscode: 2 });
    host.service.create("task", { subject: "Row" });
  }
  const { runs } = await runtime.drain();
  process.stdout.write(JSON.stringify(runs));
  host.close();
}

void main();
