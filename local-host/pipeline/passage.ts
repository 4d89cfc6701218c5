import type { Row, Value } from "../service/contract";
import { runLater } from "./async-step";
import type { PluginContext, Stage } from "./plugin";
import { runPlugin } from "./run-plugin";
import type { Step, StepImage } from "./steps";
import type { Surroundings } from "./surroundings";

/** One write on its way through the stages. */
export interface WriteRequest {
  readonly message: "Create" | "Update" | "Delete";
  readonly table: string;
  readonly userId: string;
  /** Nesting of this write: 1 when it does not come from a plug-in. */
  readonly depth: number;
  /** Row as sent; steps of stages 10 and 20 may change it. */
  readonly target: Record<string, Value> | null;
  /** Id of the row; null for one that is to be created. */
  readonly id: string | null;
}

const NO_PARAMETERS: Readonly<Record<string, Value>> = {};

/** Whether a step waits for a write of these columns. */
export const concerns = ({ filtering }: Step, message: WriteRequest["message"], row: Row | null): boolean =>
  message !== "Update" || filtering === null || Object.keys(row ?? {}).some((column) => filtering.has(column));

function unionOf(images: readonly StepImage[]): readonly string[] | undefined {
  return images.some((image) => image.columns === null) ? undefined : [...new Set(images.flatMap((image) => image.columns ?? []))];
}

function partOf(row: Row | null, images: readonly StepImage[]): Row | null {
  if (row === null || images.length === 0) return null;
  const wanted = unionOf(images);
  return wanted === undefined ? row : Object.fromEntries(wanted.map((column) => [column, row[column] ?? null]));
}

/** Runs the steps of one write around its main operation, all in the order of their ranks. */
export class Passage {
  private before: Row | null = null;

  constructor(private readonly around: Surroundings, private readonly steps: readonly Step[], private readonly request: WriteRequest) {}

  /** The row as the steps have left it so far. */
  get target(): Row | null { return this.request.target; }

  /** Stages 10 and 20. Reads the pre-images first. */
  enter(): void {
    if (this.request.id !== null) this.before = this.imageOf("pre", this.request.id);
    this.runStage(10, this.request.id);
    this.runStage(20, this.request.id);
  }

  /** Stage 40. Reads the post-images first. */
  leave(id: string): void {
    this.runStage(40, id, this.request.message === "Delete" ? null : this.imageOf("post", id, [...this.stepsAt(40)]));
  }

  private imageOf(kind: StepImage["kind"], id: string, steps = this.steps): Row | null {
    const images = steps.flatMap((step) => step.images.filter((image) => image.kind === kind));
    if (images.length === 0) return null;
    return this.around.readImage(this.request.table, id, unionOf(images));
  }

  /** A generator: a step may set a column that a later one waits for. */
  private *stepsAt(stage: Stage): Generator<Step> {
    const { message, target } = this.request;
    for (const step of this.steps) if (step.stage === stage && concerns(step, message, target)) yield step;
  }

  private runStage(stage: Stage, id: string | null, after: Row | null = null): void {
    for (const step of this.stepsAt(stage)) {
      const context = this.contextOf(step, { id, after });
      if (step.asynchronous) runLater(this.around, step, context);
      else runPlugin(this.around.plugins, { typeName: step.typeName, configuration: step.configuration, context, service: this.around.serviceAt(context.userId, context.depth) });
    }
  }

  private contextOf(step: Step, { id, after }: { readonly id: string | null; readonly after: Row | null }): PluginContext {
    const { message, table, userId, depth, target } = this.request;
    const images = (kind: StepImage["kind"]): readonly StepImage[] => step.images.filter((image) => image.kind === kind);
    return {
      message, stage: step.stage, depth, table, primaryId: id, userId, nowUtc: this.around.now(), target,
      preImage: partOf(this.before, images("pre")), postImage: partOf(after, images("post")), input: NO_PARAMETERS, output: {},
    };
  }
}
