import type { FlowObject, FlowValue } from "./value";

/** What an expression can ask of the run that it is evaluated in. Names are matched without regard to case; each throws FlowError for an unknown one. */
export interface Context {
  /** The run's time, UTC, "YYYY-MM-DDTHH:MM:SS[.fff]Z". */
  nowUtc(): string;
  newGuid(): string;
  /** What an action left behind; null outputs when it was skipped. */
  action(name: string): FlowObject;
  /** Records of the direct children of a scope or loop. */
  result(scope: string): readonly FlowValue[];
  item(): FlowValue;
  items(loop: string): FlowValue;
  /** Pass of an Until or Foreach, from 0. */
  iterationIndex(loop: string): number;
  variable(name: string): FlowValue;
  parameter(name: string): FlowValue;
  /** {name, inputs, outputs, startTime, …} */
  trigger(): FlowObject;
  workflow(): FlowObject;
}

/** An expression, template or tree of them, ready to be evaluated again and again. */
export type Compiled = (context: Context) => FlowValue;
