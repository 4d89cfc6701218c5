import { registrationTables, type StepRegistry } from "../pipeline/steps";
import type { Change, ChangeListener } from "./contract";
import type { Core } from "./core";

/** Tells of every row written: to what is cached in the host, then to the listeners. */
export class Changes {
  private readonly listeners: ChangeListener[] = [];

  constructor(private readonly core: Core, private readonly steps: StepRegistry, private readonly forgetApis: () => void) {
    core.engine.afterRollback(() => this.forgetRegistration());
  }

  add(listener: ChangeListener): void { this.listeners.push(listener); }

  /** Runs inside the writing transaction. */
  tell(change: Change): void {
    const { table } = change;
    if (registrationTables.has(table)) this.forgetRegistration();
    if (table === "transactioncurrency" || table === "organization") this.core.rates.forget();
    if (table === "systemuser" || table === "team") this.core.units.forget();
    for (const listener of this.listeners) listener(change);
  }

  forgetRegistration(): void {
    this.steps.forget();
    this.forgetApis();
  }
}
