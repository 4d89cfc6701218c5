import type { LocalHost } from "../host.contract";
import { catalogVersion, readCatalog, type Catalog } from "./catalog";
import type { Connectors } from "./connectors/contract";
import type { Flow } from "./definition/flow";
import { FlowError, type UnsupportedPart } from "./error";
import type { FlowObject, FlowValue } from "./expression/value";
import { actionStatuses, recordRun, type ActionStatus, type RunSummary } from "./history";
import { guidOf } from "./ids";
import { failed, succeeded, type Outcome } from "./run/outcome";
import { runToEnd } from "./run/run-flow";
import { Run, type RunServices } from "./run/run-state";

export interface ManualRun extends RunSummary { readonly response: FlowObject | null }

/** A run that has ended but is not recorded yet. */
export interface PlayedRun { readonly summary: RunSummary; readonly actions: readonly ActionStatus[]; readonly response: FlowObject | null }

/** What a run starts with. */
export interface RunStart { readonly runId: string; readonly outputs: FlowValue; readonly scheduledTime?: string; readonly parent?: Run }

/** Nesting of child flows that is surely an endless loop. */
const DEEPEST_CHILD = 8;

/** Runs flows of the host's current catalogue. */
export class FlowPlayer implements RunServices {
  private catalog: Catalog | null = null;
  private version = "";
  private metadata: unknown = null;
  /** Chain length of the callback that is being delivered; 0 outside. */
  callbackDepth = 0;

  constructor(private readonly host: LocalHost, readonly connectors: Connectors, readonly newGuid: () => string) {}

  get clock(): LocalHost["clock"] { return this.host.clock; }

  noteUnsupported({ kind, what }: UnsupportedPart): void { this.host.unsupported.note(kind, what); }

  /** The catalogue, read again when the store's flows or variables have changed. */
  refreshedCatalog(): Catalog {
    if (catalogVersion(this.host.sql) !== this.version) this.catalog = null;
    return this.currentCatalog();
  }

  /** The catalogue without asking the store: only a new metadata snapshot (an import) or `forget` makes it read again. */
  currentCatalog(): Catalog {
    if (this.catalog && this.metadata === this.host.service.metadata) return this.catalog;
    this.version = catalogVersion(this.host.sql);
    this.metadata = this.host.service.metadata;
    this.catalog = readCatalog(this.host, this);
    return this.catalog;
  }

  /** Flows and their variables are read again when they are needed next. */
  forgetCatalog(): void { this.catalog = null; }

  /** Runs a flow and leaves the recording to the caller. */
  async play(flow: Flow, { runId, outputs, scheduledTime, parent }: RunStart): Promise<PlayedRun> {
    const startUtc = parent?.nowUtc() ?? new Date(this.clock.now()).toISOString();
    const trigger: FlowObject = { name: flow.trigger.name, status: "Succeeded", startTime: startUtc, endTime: startUtc, ...(scheduledTime === undefined ? {} : { scheduledTime }), inputs: null, outputs };
    const run = new Run(runId, flow, trigger, this, (parent?.depth ?? -1) + 1);
    const { status, error } = await runToEnd(run);
    const summary: RunSummary = { runId, flowId: flow.id, flow: flow.name, trigger: flow.trigger.name, status, error, startUtc, endUtc: run.nowUtc() };
    return { summary, actions: status === "Succeeded" ? [] : actionStatuses(run), response: run.response };
  }

  /** Runs a flow for a callback: changes that it makes are one link further down the chain. */
  async playCallback(flow: Flow, start: RunStart, depth: number): Promise<PlayedRun> {
    this.callbackDepth = depth;
    try {
      return await this.play(flow, start);
    } finally {
      this.callbackDepth = 0;
    }
  }

  /** Runs a flow and records its end. */
  async playRecorded(flow: Flow, start: RunStart): Promise<ManualRun> {
    const { summary, actions, response } = await this.play(flow, start);
    recordRun(this.host.sql, summary, actions);
    return { ...summary, response };
  }

  playByName(nameOrId: string, body: FlowValue): Promise<ManualRun> {
    const wanted = nameOrId.toLowerCase();
    const { flows } = this.refreshedCatalog();
    const flow = flows.get(wanted) ?? [...flows.values()].find(({ name }) => name.toLowerCase() === wanted);
    if (!flow) throw new FlowError("WorkflowNotFound", `There is no readable flow '${nameOrId}'. Flows: ${[...flows.values()].map(({ name }) => name).join(", ") || "none"}.`);
    return this.playRecorded(flow, { runId: this.newGuid(), outputs: { headers: {}, body } });
  }

  async runChild(flowId: string, body: FlowValue, { parent, key }: { readonly parent: Run; readonly key: string }): Promise<Outcome> {
    const flow = this.currentCatalog().flows.get(flowId.toLowerCase());
    const inputs = { workflowReferenceName: flowId, body };
    if (!flow) return failed({ code: "WorkflowNotFound", message: `The child flow '${flowId}' does not exist in this host.` }, { inputs });
    if (!flow.on) return failed({ code: "WorkflowDisabled", message: `The child flow '${flow.name}' is switched off.` }, { inputs });
    if (flow.trigger.type.toLowerCase() !== "request") return failed({ code: "WorkflowTriggerIsNotRequest", message: `The flow '${flow.name}' cannot be called: its trigger is '${flow.trigger.type}'.` }, { inputs });
    if (parent.depth >= DEEPEST_CHILD) return failed({ code: "FlowLoopDetected", message: `The child flow '${flow.name}' is nested deeper than ${DEEPEST_CHILD} calls.` }, { inputs });
    const played = await this.play(flow, { runId: guidOf(parent.id, key), outputs: { headers: {}, body }, parent });
    recordRun(this.host.sql, played.summary, played.actions);
    return childOutcome(played, inputs);
  }
}

function childOutcome({ summary, response }: PlayedRun, inputs: FlowObject): Outcome {
  if (response && Number(response["statusCode"]) < 400) return succeeded(response, inputs);
  if (response) return failed({ code: String(response["statusCode"]), message: `The child flow '${summary.flow}' answered with status ${String(response["statusCode"])}.` }, { inputs, outputs: response });
  if (summary.error) return failed({ code: summary.error.code, message: `The child flow '${summary.flow}' failed: ${summary.error.message}` }, { inputs });
  return failed({ code: "NoResponse", message: `The child flow '${summary.flow}' ended as '${summary.status}' without a response.` }, { inputs });
}
