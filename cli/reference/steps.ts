import { manifest } from "#bridge/rules/manifest";
import type { StepRegistration } from "#solution/model/manifest";
import { code, codes, grid, heading, page } from "./markdown";

const stages = { PreValidation: "10 pre-validation", PreOperation: "20 pre-operation", PostOperation: "40 post-operation" } as const;

const images = ({ images: { pre, post } = {} }: StepRegistration): string =>
  [...(pre === undefined ? [] : [`before: ${codes(pre)}`]), ...(post === undefined ? [] : [`after: ${codes(post)}`])].join("; ");

const row = (step: StepRegistration): readonly string[] => [
  code(step.id), code(step.table), step.message, stages[step.stage], String(step.rank ?? 1), codes(step.filteringAttributes ?? []), images(step),
];

/** Every plug-in step with its message, stage, filter and images. */
export const stepsPage = (): string => page(
  heading(1, "Plug-in steps"),
  "All steps are synchronous and run as the calling user: a package cannot name a user of the organisation that it is imported into.",
  "The rule's id is the step's configuration; an empty filter means that the step runs whatever was changed.\n",
  grid(["Rule", "Table", "Message", "Stage", "Rank", "Filtering columns", "Images"], manifest().steps.map(row)),
);
