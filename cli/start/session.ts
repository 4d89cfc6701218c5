import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { createRuleHost, type RuleHost } from "#bridge/host-node/host";
import { pluginTypes } from "#solution/tools/plugin";
import { dataverseConnector } from "../../local-host/flows/connectors/dataverse/connector";
import { createFlowRuntime, type FlowRuntime } from "../../local-host/flows/runtime";
import type { ImportReport, LocalHost } from "../../local-host/host.contract";
import { openHost } from "../../local-host/open";
import { DataverseError } from "../../local-host/service/error";
import { takeOwnership } from "../../local-host/store/owner";
import { cliError } from "../output";
import { paced } from "./pace";

/** An open store with the product running in it. */
export interface Session {
  readonly host: LocalHost;
  readonly flows: FlowRuntime;
  readonly outboxDir: string;
  close(): void;
}

const outbox = (dataDir: string): string => join(dataDir, "outbox");

/** An error of a rule as the local host wants it. */
export const ruleError = (code: string, message: string, trace?: string): Error => new DataverseError(code, message, 400, trace);

/** Refuses a file where a folder is wanted. */
function requireFolder(dataDir: string): void {
  if (statSync(dataDir, { throwIfNoEntry: false })?.isFile() === true) throw cliError("DULY-START-013", { folder: dataDir });
}

/** Opens (or makes) the store below a folder, with the rules of the imported package and the flow runner attached. */
export function openSession(dataDir: string, rules: RuleHost = createRuleHost(ruleError)): Session {
  requireFolder(dataDir);
  try {
    return opened(dataDir, rules);
  } catch (error) {
    if (error instanceof DataverseError) throw error;
    throw cliError("DULY-START-007", { folder: dataDir, reason: error instanceof Error ? error.message : String(error) });
  }
}

function opened(dataDir: string, rules: RuleHost): Session {
  mkdirSync(outbox(dataDir), { recursive: true });
  const { step, api } = pluginTypes;
  // Without the assembly, which lists the names of its types, custom APIs name theirs by id alone; a plug-in package gives keys.
  const host = openHost({ dataDir, plugins: { [step.name]: rules.step, [step.exportKey]: rules.step, [api.name]: rules.api, [api.id]: rules.api, [api.exportKey]: rules.api } });
  const flows = createFlowRuntime(host, { outboxDir: outbox(dataDir), connectors: { shared_commondataserviceforapps: paced(dataverseConnector(host.web)) } });
  return { host, flows, outboxDir: outbox(dataDir), close: () => host.close() };
}

/** Imports the packed solution; does nothing when these very bytes were imported before. */
export const importPackage = (session: Session, zipFile: string): ImportReport =>
  session.host.importSolution(new Uint8Array(readFileSync(zipFile)));

/** Messages in the outbox. */
export const outboxCount = (session: Session): number =>
  readdirSync(session.outboxDir).filter((name) => name.endsWith(".eml")).length;

const ours = /^(store\.db.*|outbox|.*\.rejected\.csv|.*\.pid|ledger\.csv)$/;

/** Deletes what an earlier store left in a folder. Refuses a folder that holds anything else, and a store that another process works on (0x80048070). */
export function removeStore(dataDir: string): void {
  requireFolder(dataDir);
  if (!existsSync(dataDir)) return;
  const foreign = readdirSync(dataDir).find((name) => !ours.test(name));
  if (foreign !== undefined) throw cliError("DULY-START-005", { folder: dataDir, foreign });
  const release = takeOwnership(join(dataDir, "store.db"));
  try {
    rmSync(dataDir, { recursive: true });
  } finally {
    release();
  }
}
