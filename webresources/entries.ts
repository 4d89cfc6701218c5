/** A script web resource: its name in the solution, what an admin reads, its entry file beside this one, and the global that handlers are called on. */
export interface Entry {
  readonly name: string;
  readonly displayName: string;
  readonly entry: string;
  readonly globalName: string;
}

/** All form scripts. */
export const entries: readonly Entry[] = [
  { name: "duly_/forms/strategystep.js", displayName: "Form script: strategy step", entry: "forms/strategystep.ts", globalName: "Duly.StrategyStepForm" },
  { name: "duly_/forms/promise.js", displayName: "Form script: promise to pay", entry: "forms/promise.ts", globalName: "Duly.PromiseForm" },
  { name: "duly_/forms/communication.js", displayName: "Form script: communication", entry: "forms/communication.ts", globalName: "Duly.CommunicationForm" },
  { name: "duly_/forms/run.js", displayName: "Form script: dunning run", entry: "forms/run.ts", globalName: "Duly.RunForm" },
  { name: "duly_/forms/debtor.js", displayName: "Form script: debtor", entry: "forms/debtor.ts", globalName: "Duly.DebtorForm" },
];
