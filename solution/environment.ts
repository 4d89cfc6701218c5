import type { EnvironmentVariable } from "./model/environment";

export const environmentVariables: readonly EnvironmentVariable[] = [
  {
    schemaName: "duly_rules", label: "Duly rules", type: "json", initial: "",
    help: "Pins the rules: the web resource that carries them and its SHA-256. Set by every release; not to be changed by hand.",
  },
  {
    schemaName: "duly_rulesmode", label: "Duly rules mode", type: "text", initial: "on",
    help: "on = rules act; log = rules only write to the trace; off = rules do nothing.",
  },
  {
    schemaName: "duly_testrecipient", label: "Duly test recipient", type: "text", initial: "",
    help: "When filled, every message goes to this e-mail address instead of the debtor's. Empty in production.",
  },
];
