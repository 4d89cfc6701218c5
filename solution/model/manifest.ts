/** What the rules register on the platform; the bridge declares it, the package, the docs and the hosts read it. */
export interface StepRegistration {
  /** Id of the rule, e.g. "promise.validate"; it is the step's configuration. */
  readonly id: string;
  readonly message: "Create" | "Update" | "Delete";
  /** Logical name. */
  readonly table: string;
  readonly stage: "PreValidation" | "PreOperation" | "PostOperation";
  /** Execution order among the steps of one message; 1 when absent. */
  readonly rank?: number;
  /** Update only: run when one of these columns is sent. */
  readonly filteringAttributes?: readonly string[];
  /** Columns of the row before and after, when the rule reads them. */
  readonly images?: { readonly pre?: readonly string[]; readonly post?: readonly string[] };
}

export type ParameterType = "Boolean" | "DateTime" | "Decimal" | "EntityReference" | "Integer" | "String" | "Guid";

export interface Parameter {
  readonly type: ParameterType;
  readonly help: string;
  readonly optional?: boolean;
}

export interface ApiRegistration {
  /** Unique name with prefix, e.g. "duly_StartRun". */
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly request: Readonly<Record<string, Parameter>>;
  readonly response: Readonly<Record<string, Parameter>>;
}

export interface Manifest {
  readonly steps: readonly StepRegistration[];
  readonly apis: readonly ApiRegistration[];
}
