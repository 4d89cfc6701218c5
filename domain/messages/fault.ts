import type { MessageCode } from "./english";

/** Values that a message compares or names; days as YYYY-MM-DD, amounts already with their currency. */
export type Parameters = Readonly<Record<string, string | number>>;

/** An expected failure: a code of the catalogue and what it speaks of. */
export interface Fault {
  readonly code: MessageCode;
  readonly parameters: Parameters;
}

export const fault = (code: MessageCode, parameters: Parameters = {}): Fault => ({ code, parameters });

/** Carries a fault to where one record is set apart from the others. */
export class FaultError extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code);
    this.name = "FaultError";
  }
}

/** Stops with a coded fault. */
export function stop(code: MessageCode, parameters: Parameters = {}): never {
  throw new FaultError(fault(code, parameters));
}

/** Is a value a fault? */
export const isFault = (value: object): value is Fault => "code" in value && "parameters" in value;
