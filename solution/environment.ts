import type { EnvironmentVariable } from "./model/environment";

export const environmentVariables: readonly EnvironmentVariable[] = [
  {
    schemaName: "duly_rules", label: "Duly rules", type: "json", initial: "",
    help: "Pins the rules: the web resource that carries them and its SHA-256. Set by every release; not to be changed by hand.",
  },
  {
    schemaName: "duly_rulesmode", label: "Duly rules mode", type: "text", initial: "on",
    help: "on = rules act; log = rules act, and one that fails only writes to the trace; off = rules do nothing.",
  },
  {
    schemaName: "duly_testrecipient", label: "Duly test recipient", type: "text", initial: "",
    help: "When filled, every message goes to this e-mail address instead of the debtor's. Empty in production.",
  },
  {
    schemaName: "duly_sendermailbox", label: "Duly sender mailbox", type: "text", initial: "",
    help: "Shared mailbox that messages are sent from; the user of the Outlook connection needs the right to send as it. Empty = the connection's own mailbox.",
  },
  {
    schemaName: "duly_nightlycompany", label: "Duly company of the nights", type: "text", initial: "",
    help: "Code of the only company that the nightly flow runs. Empty = every active company.",
  },
  {
    schemaName: "duly_worker", label: "Duly bulk worker", type: "yesno", initial: "no",
    help: "Yes = the bulk worker plays the nights and the nightly flow starts no run; no = the flow plays them.",
  },
];
