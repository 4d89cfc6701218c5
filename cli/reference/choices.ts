import type { Choice } from "#solution/model/choice";
import { prefixed } from "#solution/model/names";
import { choices } from "#solution/schema/choices";
import { anchor, code, escaped, grid, heading, page } from "./markdown";

const section = (choice: Choice): string => page(
  `${anchor(prefixed(choice.name))}\n`,
  heading(2, choice.label),
  `${code(prefixed(choice.name))}. ${escaped(choice.help)}\n`,
  grid(["Value", "Label"], Object.values(choice.options).map((option) => [String(option.value), escaped(option.label)])),
);

/** Every global choice with its options. */
export const choicesPage = (): string => page(heading(1, "Choices"), ...choices.map(section));
