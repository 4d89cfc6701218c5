/** An environment variable that a rule or a flow reads. */
export interface EnvironmentVariable {
  readonly schemaName: string;
  readonly label: string;
  readonly help: string;
  readonly type: "text" | "yesno" | "json";
  /** Value when the build computes none and the admin sets none. */
  readonly initial: string;
}

/** A connection that flows use; the admin chooses the account at import. */
export interface ConnectionReference {
  readonly logicalName: string;
  readonly label: string;
  /** Name of the connector: "shared_office365". */
  readonly connector: string;
}

/** A cloud flow: its clientdata as the designer stores it. */
export interface Flow {
  /** File name without ending; the frozen id comes from it. */
  readonly key: string;
  readonly label: string;
  readonly content: unknown;
}
