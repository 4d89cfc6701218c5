import * as ReactDOM from "react-dom";
import type * as React from "react";
import type { LoadedControl } from "./load";

/** Members of a control as its bundle gives them, checked by use. */
interface Control {
  init(context: object, notify: () => void, state: object, container?: HTMLElement): void;
  updateView(context: object): unknown;
  getOutputs?(): Readonly<Record<string, unknown>> | undefined;
  destroy?(): void;
}

interface Hooks {
  /** Context of a draw; `updated` names what changed. */
  readonly context: (updated: readonly string[]) => object;
  readonly outputs: (values: Readonly<Record<string, unknown>>) => void;
  readonly failed: (problem: unknown) => void;
}

/** A living control in an element. Errors of the control go to `failed` and do not touch the page around it. */
export class ControlInstance {
  private readonly control: Control;
  private queued = false;
  private gone = false;

  constructor(private readonly loaded: LoadedControl, private readonly element: HTMLElement, private readonly hooks: Hooks) {
    this.control = new loaded.constructor() as unknown as Control;
    this.guarded(() => { this.control.init(hooks.context([]), () => { this.notify(); }, {}, loaded.manifest.virtual ? undefined : element as HTMLDivElement); });
    this.update([]);
  }

  update(updated: readonly string[]): void {
    if (this.gone) return;
    this.guarded(() => {
      const drawn = this.control.updateView(this.hooks.context(updated));
      if (this.loaded.manifest.virtual) ReactDOM.render(drawn as React.ReactElement, this.element);
    });
  }

  destroy(): void {
    if (this.gone) return;
    this.gone = true;
    this.guarded(() => { this.control.destroy?.(); });
    ReactDOM.unmountComponentAtNode(this.element);
  }

  /** Several notifications of one turn become one reading of the outputs. */
  private notify(): void {
    if (this.queued || this.gone) return;
    this.queued = true;
    queueMicrotask(() => {
      this.queued = false;
      if (!this.gone) this.guarded(() => { this.hooks.outputs(this.control.getOutputs?.() ?? {}); });
    });
  }

  private guarded(work: () => void): void {
    try {
      work();
    } catch (problem) {
      this.hooks.failed(problem);
    }
  }
}
