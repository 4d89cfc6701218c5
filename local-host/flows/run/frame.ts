import { invalidTemplate } from "../error";
import type { Context } from "../expression/context";
import type { FlowObject, FlowValue } from "../expression/value";
import { recordObject } from "./outcome";
import type { Run } from "./run-state";

/** One pass of a loop, or one element of a Query or Select (name ""). */
interface Pass {
  readonly name: string;
  readonly index: number;
  /** undefined in an Until. */
  readonly item: FlowValue | undefined;
  readonly outer: Pass | null;
}

/** Where in a run an expression is evaluated: the run, the passes of the loops around it, and the time that is left. */
export class Frame implements Context {
  constructor(readonly run: Run, private readonly pass: Pass | null = null, readonly deadlineMs = Infinity) {}

  /** The frame of one pass of a loop. */
  within(name: string, index: number, item?: FlowValue): Frame {
    return new Frame(this.run, { name, index, item, outer: this.pass }, this.deadlineMs);
  }

  limitedTo(deadlineMs: number): Frame {
    return new Frame(this.run, this.pass, Math.min(this.deadlineMs, deadlineMs));
  }

  /** Indexes of the passes from the outermost loop in, e.g. [2, 0]. */
  repetition(): readonly number[] {
    const indexes: number[] = [];
    for (let pass = this.pass; pass; pass = pass.outer) indexes.unshift(pass.index);
    return indexes;
  }

  nowUtc(): string { return this.run.nowUtc(); }
  newGuid(): string { return this.run.services.newGuid(); }
  trigger(): FlowObject { return this.run.trigger; }

  action(name: string): FlowObject {
    const record = this.run.records.get(name.toLowerCase());
    if (record) return recordObject(record);
    const known = this.run.flow.actionNames.has(name.toLowerCase());
    throw invalidTemplate(known
      ? `the action '${name}' has not run yet; put it before this one with 'runAfter'.`
      : `the action '${name}' is not defined in the flow '${this.run.flow.name}'.`);
  }

  result(scope: string): readonly FlowValue[] {
    this.action(scope);
    return this.run.results.get(scope.toLowerCase()) ?? [];
  }

  item(): FlowValue {
    for (let pass = this.pass; pass; pass = pass.outer) if (pass.item !== undefined) return pass.item;
    throw invalidTemplate("'item()' can be used only inside a Foreach, Query or Select.");
  }

  items(loop: string): FlowValue {
    const item = this.passOf(loop).item;
    if (item === undefined) throw invalidTemplate(`'${loop}' is an Until: it has no items.`);
    return item;
  }

  iterationIndex(loop: string): number { return this.passOf(loop).index; }

  variable(name: string): FlowValue {
    const variable = this.run.variables.get(name.toLowerCase());
    if (!variable) throw invalidTemplate(`the variable '${name}' must be initialized before it can be used.`);
    return variable.value;
  }

  parameter(name: string): FlowValue {
    const value = this.run.flow.parameters.get(name.toLowerCase());
    if (value === undefined) throw invalidTemplate(`the parameter '${name}' is not defined in the flow '${this.run.flow.name}'.`);
    return value;
  }

  workflow(): FlowObject {
    const { id, flow } = this.run;
    return {
      id: `/workflows/${flow.id}`, name: flow.id, type: "Microsoft.Logic/workflows", location: "local",
      tags: { flowDisplayName: flow.name, environmentName: "local", logicAppName: flow.id },
      run: { id: `/workflows/${flow.id}/runs/${id}`, name: id, type: "Microsoft.Logic/workflows/runs" },
    };
  }

  private passOf(loop: string): Pass {
    for (let pass = this.pass; pass; pass = pass.outer) if (pass.name !== "" && pass.name.toLowerCase() === loop.toLowerCase()) return pass;
    throw invalidTemplate(`'${loop}' is no loop around this action.`);
  }
}
