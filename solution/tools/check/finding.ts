import { catalogue, type RuleCode } from "./catalogue";

/** A component and where in the package it stands: "view Active debtors", "customizations.xml/Entities/duly_debtor". */
export interface Place { readonly component: string; readonly path: string }

/** Something in a package that would fail, or silently lose a part, when it is imported. */
export interface Finding extends Place {
  /** "DULY-CHECK-003" */
  readonly rule: RuleCode;
  /** What is wrong. */
  readonly problem: string;
  /** What to do about it. */
  readonly mend: string;
}

/** A finding of a rule at a place; `values` fill {0}, {1} … of the rule's sentence. */
export function finding(rule: RuleCode, { component, path }: Place, ...values: readonly string[]): Finding {
  const [problem, mend] = catalogue[rule];
  return { rule, component, path, problem: problem.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? ""), mend };
}

/** One line for a person. */
export const told = ({ rule, component, path, problem, mend }: Finding): string => `${rule} ${component} (${path}): ${problem} ${mend}`;
